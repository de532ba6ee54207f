using System;

namespace Euralios.Programs;

/// <summary>What a user sees of the system.</summary>
internal enum UserView
{
    /// <summary>All that is mounted.</summary>
    System,

    /// <summary>The programs, a directory of its own and the network.</summary>
    Own,
}

/// <summary>A user, as a line of <c>/ramdisk/etc/users</c>: <c>NAME:PASSWORD:HOME:VIEW</c>, the password as <c>PasswordHash</c> keeps it, the view <c>system</c> or <c>own</c>.</summary>
internal sealed class UserAccount
{
    /// <summary>The file.</summary>
    internal const string FilePath = "/ramdisk/etc/users";

    private UserAccount(string name, string password, string home, UserView view)
    {
        Name = name;
        Password = password;
        Home = home;
        View = view;
    }

    internal string Name { get; }

    /// <summary>What is kept of the password.</summary>
    internal string Password { get; }

    /// <summary>The user's directory, as the system sees it.</summary>
    internal string Home { get; }

    internal UserView View { get; }

    /// <summary>Reads a line.</summary>
    /// <returns>False where it is none.</returns>
    internal static bool TryParse(string line, out UserAccount? account)
    {
        account = null;
        string[] parts = line.Split(':');
        if (parts.Length != 4 || parts[0].Length == 0 || !parts[2].StartsWith('/') || parts[3] is not ("system" or "own"))
            return false;
        account = new UserAccount(parts[0], parts[1], parts[2], parts[3] == "system" ? UserView.System : UserView.Own);
        return true;
    }

    /// <summary>The user of a name. A line that is none is passed over.</summary>
    internal static bool TryFind(ReadOnlySpan<string> lines, string name, out UserAccount? account)
    {
        foreach (string line in lines)
        {
            if (TryParse(line, out account) && account!.Name == name)
                return true;
        }

        account = null;
        return false;
    }

    /// <summary>The same user with another password.</summary>
    internal UserAccount WithPassword(string password) => new(Name, password, Home, View);

    /// <summary>The line.</summary>
    public override string ToString() => $"{Name}:{Password}:{Home}:{(View == UserView.System ? "system" : "own")}";
}
