using System.Globalization;

namespace Euralios.Grader.Tracing;

/// <summary>
/// One line of the trace. A line that does not follow the language (noise, or cut off by the machine's end) is kept as text: its
/// <see cref="Name"/> is empty and it has no values.
/// </summary>
/// <param name="Line">From 1.</param>
/// <param name="Name"><c>subsystem.event</c>, or empty for a damaged line.</param>
/// <param name="Values">The values in the order in which they were written.</param>
/// <param name="Text">The line as it came, a character for each byte.</param>
public sealed record TraceEvent(int Line, string Name, IReadOnlyList<KeyValuePair<string, string>> Values, string Text)
{
    /// <summary>The line is not an event.</summary>
    public bool IsDamaged => Name.Length == 0;

    /// <summary>The first value of that name, or null.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var (name, value) in Values)
            {
                if (name == key)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>A value as a number, decimal or <c>0x</c> and hexadecimal digits; null when it is missing or is no such number.</summary>
    public ulong? Number(string key) => this[key] is { } text && TryNumber(text, out var number) ? number : null;

    private static bool TryNumber(string text, out ulong number) =>
        text.StartsWith("0x", StringComparison.Ordinal)
            ? ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
