using System.Globalization;
using System.Text;

namespace Euralios.Grader.Tracing;

/// <summary>Makes guest output fit to be shown: nothing in it can move a cursor, and no line is endless.</summary>
public static class Printable
{
    /// <summary>
    /// The text with everything outside printable ASCII as <c>\xNN</c> (<c>\uNNNN</c> above a byte), cut to <paramref name="width"/>.
    /// </summary>
    public static string Line(string text, int width)
    {
        var builder = new StringBuilder(Math.Min(text.Length, width) + 8);
        foreach (var character in text)
        {
            if (character is >= ' ' and <= '~')
            {
                builder.Append(character);
            }
            else
            {
                var (mark, digits) = character <= 0xFF ? ("\\x", "x2") : ("\\u", "x4");
                builder.Append(mark).Append(((int)character).ToString(digits, CultureInfo.InvariantCulture));
            }

            if (builder.Length > width)
            {
                return builder.ToString(0, width - 3) + "...";
            }
        }

        return builder.ToString();
    }
}
