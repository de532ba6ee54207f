using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Passwd;

/// <summary>Changes a user's password, for whoever can write the users' file. An empty one means that nobody is asked for it.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments.Length != 1 || arguments[0] == "--help")
        {
            Console.WriteLine("Usage: passwd USER");
            return arguments.Length == 1 ? 0 : 2;
        }

        if (!File.TryReadAllLines(UserAccount.FilePath, out string[] lines, out Error error))
            return Fail($"{UserAccount.FilePath}: {error.Text()}");
        for (int i = 0; i < lines.Length; i++)
        {
            if (!UserAccount.TryParse(lines[i], out UserAccount? account) || account!.Name != arguments[0])
                continue;
            if (!TryAsk(out string password))
                return Fail("the two are not the same");
            lines[i] = account.WithPassword(PasswordHash.Make(password, PasswordHash.NewSalt())).ToString();
            return File.TryWriteAllLines(UserAccount.FilePath, lines, out error) ? 0 : Fail($"{UserAccount.FilePath}: {error.Text()}");
        }

        return Fail($"there is no user {arguments[0]}");
    }

    private static bool TryAsk(out string password)
    {
        Console.Write("New password: ");
        bool isRead = SecretInput.TryReadLine(out password);
        Console.Write("\nOnce more: ");
        isRead &= SecretInput.TryReadLine(out string again);
        Console.WriteLine();
        return isRead && password == again;
    }

    private static int Fail(string reason)
    {
        Console.Error.WriteLine($"passwd: {reason}");
        return 1;
    }
}
