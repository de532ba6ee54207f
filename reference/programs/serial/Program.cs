using System;
using Euralios.Std;

namespace Euralios.Programs.Serial;

/// <summary>
/// A terminal at COM1, with one session after another, which it offers on standard output. With the argument <c>--probe</c> it asks the terminal how
/// large it is. Needs I/O ports and interrupt line 4.
/// </summary>
internal static class Program
{
    private const int UsualColumns = 80;
    private const int UsualRows = 24;
    private const ulong AnswerTime = 500_000;

    // How long after ESC the rest of a key's sequence may come. At 9600 bits a second a byte takes one of these milliseconds.
    private const ulong SequenceTime = 30_000;

    private static int Main(string[] arguments)
    {
        if (!Line.Exists())
        {
            KernelLog.WriteLine("[serial] no COM1");
            return 1;
        }

        int columns = UsualColumns;
        int rows = UsualRows;
        if (arguments.Length > 0 && arguments[0] == "--probe")
            Probe(ref columns, ref rows);
        var console = new TerminalConsole(new SerialTerminal(columns, rows));
        if (!Std.Thread.TryStart(() => Receive(console), out _, out Error error))
        {
            KernelLog.WriteLine($"[serial] {error.Text()}");
            return 1;
        }

        console.ServeSessions(Handle.StandardOutput);
        return 0;
    }

    private static void Probe(ref int columns, ref int rows)
    {
        var report = new SizeReport();
        Line.Send(SizeReport.Question);
        ulong end = Clock.Microseconds + AnswerTime;
        while (Clock.Microseconds < end && Line.TryReceive(AnswerTime, out byte value))
        {
            if (!report.Take(value))
                continue;
            columns = report.Columns;
            rows = report.Rows;
            return;
        }
    }

    private static void Receive(TerminalConsole console)
    {
        var decoder = new KeyDecoder();
        Line.EnableReceiver();
        while (true)
        {
            // All that is there: the line fires again only after the chip was empty.
            while (decoder.IsWaiting ? Line.TryReceive(SequenceTime, out byte value) : Line.TryReceive(out value))
            {
                Press(console, decoder.Take(value));
                Press(console, decoder.TakeNext());
            }

            Press(console, decoder.TimeOut());
            if (!SystemCall.TryAwaitInterrupt(Line.Interrupt, out Error error))
            {
                KernelLog.WriteLine($"[serial] interrupt line {Line.Interrupt}: {error.Text()}");
                return;
            }
        }
    }

    private static void Press(TerminalConsole console, ulong key)
    {
        if (key != 0)
            console.Press(key);
    }
}
