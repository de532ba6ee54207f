using Euralios.Grader.Boot;

namespace Euralios.Grader.Soak;

/// <summary>The seat at the serial terminal.</summary>
internal sealed class SerialSeat(SerialTerminal terminal) : ISeat
{
    /// <inheritdoc/>
    public string Prefix => "s_";

    /// <inheritdoc/>
    public Task<string> EnterAsync(string prompt, string line, string until) => terminal.EnterAsync(line, until);

    /// <inheritdoc/>
    public Task TypeAsync(string keys) => terminal.TypeAsync(keys.Replace('\n', '\r'));

    /// <inheritdoc/>
    public Task PressControlAsync(char letter) => terminal.TypeAsync(((char)(letter & 0x1F)).ToString());

    /// <inheritdoc/>
    public Task WaitForPromptAsync(string prompt) => terminal.WaitAsync(prompt);

    /// <inheritdoc/>
    public Task WaitForTextAsync(string text) => terminal.WaitAsync(text);
}
