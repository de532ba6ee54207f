using System.Globalization;
using System.Text.RegularExpressions;

namespace Euralios.Grader.Boot;

/// <summary>
/// Reads QEMU's <c>-d int</c> log and keeps the last processor exceptions. A line that starts one looks like
/// <c>12: v=0e e=0002 i=0 cpl=0 IP=0008:0000000000100042 pc=... SP=... CR2=0000000000000008</c>; a device's interrupt looks the same, and is told
/// by the line "Servicing hardware INT" before it.
/// </summary>
internal sealed partial class InterruptLog
{
    private const int Kept = 20, FirstDeviceVector = 32;

    /// <summary>A guest that faults without end logs without end; by then the last exceptions look like all the others.</summary>
    private const long MostCharacters = 8 << 20;

    private readonly Queue<ExceptionRecord> _exceptions = new();

    /// <summary>The last exceptions, oldest first.</summary>
    public IReadOnlyList<ExceptionRecord> Exceptions => [.. _exceptions];

    /// <summary>Reads the log to its end, and calls <paramref name="enough"/> when it has seen what it can use.</summary>
    public async Task ReadAsync(StreamReader log, Action enough)
    {
        long characters = 0;
        bool device = false;
        while (await log.ReadLineAsync() is { } line)
        {
            if (characters > MostCharacters)
                continue;
            characters += line.Length;
            if (characters > MostCharacters)
                enough();

            if (line.StartsWith("Servicing hardware INT", StringComparison.Ordinal))
            {
                device = true;
            }
            else if (line.Contains(": v=", StringComparison.Ordinal) && LinePattern().Match(line) is { Success: true } match)
            {
                if (!device)
                    Keep(match);
                device = false;
            }
        }
    }

    private void Keep(Match match)
    {
        int vector = int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber);
        if (vector >= FirstDeviceVector)
            return;
        _exceptions.Enqueue(new ExceptionRecord(vector, Hex(match.Groups[2]), Hex(match.Groups[3]), Hex(match.Groups[4])));
        if (_exceptions.Count > Kept)
            _exceptions.Dequeue();
    }

    private static ulong Hex(Group group) => group.Success ? ulong.Parse(group.ValueSpan, NumberStyles.HexNumber) : 0;

    [GeneratedRegex(@"^\s*\d+: v=([0-9a-f]+) e=([0-9a-f]+) i=\d cpl=\d IP=[0-9a-f]+:([0-9a-f]+) .*?(?:CR2=([0-9a-f]+))?$")]
    private static partial Regex LinePattern();
}
