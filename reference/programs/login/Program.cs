using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Login;

/// <summary>Asks at a terminal who is there, starts that user's shell, and asks again when it has ended.</summary>
internal static class Program
{
    private const ulong PauseAfterError = 1_000_000;

    private static int Main()
    {
        Console.Write(
            "Welcome to EuraliOS!\n\n  [F1] switches to system console\n  [F2..F5] user consoles\n\n");
        while (true)
        {
            Console.Write("login: ");
            string? name = Console.ReadLine();
            if (name is null)
                return 0;
            if (name.Length > 0)
                Enter(name);
        }
    }

    private static void Enter(string name)
    {
        if (!File.TryReadAllLines(UserAccount.FilePath, out string[] lines, out Error error))
        {
            Console.WriteLine($"Cannot read the users: {error.Text()}");
            return;
        }

        if (!UserAccount.TryFind(lines, name, out UserAccount? account))
        {
            Console.WriteLine("Unknown login. Try 'root' or 'user'...");
            return;
        }

        if (account!.Password.Length > 0 && !HasPassword(account))
        {
            // Guessing takes its time.
            SystemCall.Sleep(PauseAfterError);
            Console.WriteLine("Wrong password.");
            return;
        }

        if (!Session.TryRun(account, out error))
            Console.WriteLine($"Error executing shell: {error.Text()}");
    }

    private static bool HasPassword(UserAccount account)
    {
        Console.Write("Password: ");
        bool isRead = SecretInput.TryReadLine(out string password);
        Console.WriteLine();
        return isRead && PasswordHash.Matches(password, account.Password);
    }
}
