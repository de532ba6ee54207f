namespace Euralios.Grader.Soak;

/// <summary>
/// A user at a seat. What is done, and in which order, follows from the numbers that the user draws; what was done since the last quiet point is kept, so
/// that a failure can say it.
/// </summary>
internal sealed class SoakUser(ISeat seat)
{
    /// <summary>What asks for a name, and for a password.</summary>
    internal const string LoginPrompt = "login: ", PasswordPrompt = "Password: ";

    /// <summary>The password that <c>user</c> has in a soak; <c>root</c> has none.</summary>
    internal const string Password = "open sesame";

    private const string Root = "root";

    private readonly List<string> _done = [];
    private string _name = Root;

    /// <summary>The seat.</summary>
    internal ISeat Seat => seat;

    /// <summary>From which the user's choices come.</summary>
    internal Random Random { get; set; } = new(0);

    /// <summary>What was entered since the last quiet point.</summary>
    internal IReadOnlyList<string> Done => _done;

    /// <summary>How many lines were entered in all.</summary>
    internal int Entered { get; private set; }

    /// <summary>The shell's prompt in the directory where the user begins.</summary>
    internal string Prompt => _name == Root ? "root:/ramdisk# " : "user:/ramdisk$ ";

    /// <summary>A quiet point: what was done is no longer asked for.</summary>
    internal void Forget() => _done.Clear();

    /// <summary>Enters a command and waits for its end.</summary>
    internal Task<string> RunAsync(string line) => RunAsync(line, Prompt);

    /// <summary>Enters a command and waits for another prompt.</summary>
    internal async Task<string> RunAsync(string line, string until)
    {
        Note(line);
        return await seat.EnterAsync(Prompt, line, until);
    }

    /// <summary>Enters a command that shows something and does not end by itself.</summary>
    internal async Task StartAsync(string line, string shows)
    {
        Note(line);
        await seat.TypeAsync(line + "\n");
        await seat.WaitForTextAsync(shows);
    }

    /// <summary>Notes what is pressed beside whole lines.</summary>
    internal void Note(string what)
    {
        _done.Add(what);
        Entered++;
    }

    /// <summary>Logs in where the login asks.</summary>
    internal async Task LogInAsync(string name)
    {
        Note($"login {name}");
        _name = name;
        if (name == Root)
        {
            await seat.EnterAsync(LoginPrompt, name, Prompt);
            return;
        }

        await seat.EnterAsync(LoginPrompt, name, PasswordPrompt);
        await seat.TypeAsync(Password + "\n");
        await seat.WaitForPromptAsync(Prompt);
    }

    /// <summary>Gives a name that there is not, or a wrong password.</summary>
    internal async Task FailToLogInAsync()
    {
        if (Random.Next(2) == 0)
        {
            Note("login nobody");
            await seat.EnterAsync(LoginPrompt, "nobody", LoginPrompt);
            return;
        }

        Note("login user, wrong password");
        await seat.EnterAsync(LoginPrompt, "user", PasswordPrompt);
        await seat.TypeAsync("close sesame\n");
        await seat.WaitForPromptAsync(LoginPrompt);
    }

    /// <summary>Takes away all that the user made, and leaves.</summary>
    internal Task LeaveAsync() => RunAsync($"rm -rf {seat.Prefix}* .history; exit", LoginPrompt);
}
