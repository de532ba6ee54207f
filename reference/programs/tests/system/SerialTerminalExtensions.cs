using Euralios.Grader.Boot;

namespace Euralios.Whole.Tests;

/// <summary>Logins with a password.</summary>
internal static class SerialTerminalExtensions
{
    /// <summary>Types a name and a password, and waits for a text.</summary>
    internal static async Task EnterPasswordAsync(this SerialTerminal terminal, string user, string password, string until)
    {
        await terminal.TypeAsync(user + "\r");
        await terminal.WaitAsync("Password: ");
        await terminal.EnterAsync(password, until);
    }
}
