using Euralios.Grader.Boot;

namespace Euralios.Grader.Soak;

/// <summary>The seat at keyboard and screen, at the console of F2.</summary>
internal sealed class ScreenSeat(AttendedMachine machine) : ISeat
{
    /// <inheritdoc/>
    public string Prefix => "v_";

    /// <inheritdoc/>
    public async Task<string> EnterAsync(string prompt, string line, string until) => (await machine.EnterAsync(prompt, line, until)).Text;

    /// <inheritdoc/>
    public Task TypeAsync(string keys) => machine.Keyboard.TypeAsync(keys);

    /// <inheritdoc/>
    public Task PressControlAsync(char letter) => machine.Keyboard.PressAsync("ctrl", letter.ToString());

    /// <inheritdoc/>
    public Task WaitForPromptAsync(string prompt) => machine.Screen.WaitForLastLineAsync(prompt);

    /// <inheritdoc/>
    public Task WaitForTextAsync(string text) => machine.Screen.WaitAsync(text);

    /// <summary>Looks at the other consoles, and comes back to a prompt.</summary>
    public async Task LookAroundAsync(string prompt)
    {
        // Each shows its session's login, and the first one the system's log.
        foreach (string key in (string[])["f3", "f4", "f5"])
        {
            await machine.Keyboard.PressAsync(key);
            await machine.Screen.WaitForLastLineAsync(SoakUser.LoginPrompt);
        }

        await machine.Keyboard.PressAsync("f1");
        await machine.Screen.WaitAsync(
            "the system's console", screen => !screen.Text.Contains(SoakUser.LoginPrompt.TrimEnd(), StringComparison.Ordinal));
        await machine.Keyboard.PressAsync("f2");
        await machine.Screen.WaitForLastLineAsync(prompt);
    }
}
