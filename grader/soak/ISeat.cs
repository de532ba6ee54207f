namespace Euralios.Grader.Soak;

/// <summary>Somebody's place at the system: a terminal at which a login or a shell asks for lines.</summary>
internal interface ISeat
{
    /// <summary>What the seat's files begin with, so that two seats of one user do not meet.</summary>
    string Prefix { get; }

    /// <summary>Enters a line at a prompt, and waits for another one.</summary>
    /// <param name="prompt">The prompt that is there.</param>
    /// <param name="line">The line; it must not be empty.</param>
    /// <param name="until">What asks next.</param>
    /// <returns>What came in between, as far as the seat can tell.</returns>
    Task<string> EnterAsync(string prompt, string line, string until);

    /// <summary>Types keys that are not shown, or not in a line of their own; a line feed is Enter.</summary>
    Task TypeAsync(string keys);

    /// <summary>Presses a letter together with Ctrl.</summary>
    Task PressControlAsync(char letter);

    /// <summary>Waits until something asks, with nothing typed behind it.</summary>
    Task WaitForPromptAsync(string prompt);

    /// <summary>Waits for a text that comes, or is there.</summary>
    Task WaitForTextAsync(string text);
}
