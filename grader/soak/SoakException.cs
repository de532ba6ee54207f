namespace Euralios.Grader.Soak;

/// <summary>Something that should have come in a soak did not. The message says what.</summary>
/// <param name="reason">What did not come, or what broke.</param>
/// <param name="since">What was entered since the last good quiet point.</param>
/// <param name="serial">The last lines of the serial terminal.</param>
/// <param name="screen">What the screen shows, or why it cannot be read.</param>
/// <param name="cause">The exception that said so first.</param>
public sealed class SoakException(string reason, IReadOnlyList<string> since, string serial, string screen, Exception cause) : Exception(reason, cause)
{
    /// <summary>What was entered since the last good quiet point, at the serial terminal and at the screen.</summary>
    public IReadOnlyList<string> Since => since;

    /// <summary>The last lines of the serial terminal.</summary>
    public string Serial => serial;

    /// <summary>What the screen shows, or why it cannot be read.</summary>
    public string Screen => screen;
}
