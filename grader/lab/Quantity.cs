using System.Globalization;

namespace Euralios.Grader.Lab;

/// <summary>Numbers as people write them: <c>400M</c>, <c>64K</c> (decimal), <c>2s</c>, <c>500ms</c>.</summary>
internal static class Quantity
{
    /// <summary>Reads a whole number with an optional K, M or G.</summary>
    public static bool TryNumber(string text, out long number)
    {
        long factor = text is [.., var last] ? last switch { 'K' => 1_000, 'M' => 1_000_000, 'G' => 1_000_000_000, _ => 1 } : 1;
        var digits = factor == 1 ? text : text[..^1];
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number > long.MaxValue / factor)
        {
            return false;
        }

        number *= factor;
        return true;
    }

    /// <summary>Reads a positive time in seconds or milliseconds.</summary>
    public static bool TryTime(string text, out TimeSpan time)
    {
        var milliseconds = text.EndsWith("ms", StringComparison.Ordinal);
        var unit = milliseconds ? 2 : 1;
        time = default;
        if ((!milliseconds && !text.EndsWith('s')) ||
            !int.TryParse(text.AsSpan(0, text.Length - unit), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return false;
        }

        time = milliseconds ? TimeSpan.FromMilliseconds(number) : TimeSpan.FromSeconds(number);
        return true;
    }
}
