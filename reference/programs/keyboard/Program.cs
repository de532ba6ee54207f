using System;
using Euralios.Std;

namespace Euralios.Programs.Keyboard;

/// <summary>
/// The keyboard's driver: what is typed goes as CHAR to standard output. On standard input it says OK once keys come. The argument is the layout, <c>us</c> or <c>de</c>. Needs I/O ports and
/// interrupt line 1.
/// </summary>
internal static class Program
{
    private const uint Line = 1;
    private const ulong Retry = 10_000;

    private static int Main(string[] arguments)
    {
        Layout? layout = arguments.Length == 0 ? Layout.UnitedStates() : Layout.Find(arguments[0]);
        if (layout is null)
        {
            KernelLog.WriteLine($"[keyboard] no layout {arguments[0]}; there are us and de");
            layout = Layout.UnitedStates();
        }

        bool hasController = Controller.TryInitialize(out string? failure);
        if (failure is not null)
            KernelLog.WriteLine($"[keyboard] {failure}");
        if (!hasController)
            return 1;

        // Keys come from now on, which whoever started this waits to hear.
        var ready = new Message(Tags.Ok);
        SystemCall.TrySend(Handle.StandardInput, ref ready, out _);
        return Serve(layout);
    }

    private static int Serve(Layout layout)
    {
        var decoder = new ScanCodeDecoder();
        var translator = new KeyTranslator(layout);
        var lights = new LightCommand();
        Locks shown = Locks.None;
        Span<ulong> codes = stackalloc ulong[KeyTranslator.MostCodes];
        while (true)
        {
            // All that is there: the line fires again only after the controller was empty.
            while (Controller.TryRead(out byte value))
            {
                if (lights.TryTake(value, out bool answersBack, out byte command))
                {
                    if (answersBack && !Controller.TrySend(command))
                        lights.Forget();
                    continue;
                }

                if (value is 0x00 or 0xFF)
                    translator.ReleaseAll();
                if (!decoder.TryTake(value, out KeyEvent key))
                    continue;
                int count = translator.Take(key, codes);
                for (int i = 0; i < count; i++)
                {
                    if (!TrySend(codes[i]))
                        return 1;
                }
            }

            if (translator.Locks != shown)
            {
                shown = translator.Locks;
                if (lights.Set(shown, out byte command) && !Controller.TrySend(command))
                    lights.Forget();
            }

            if (!SystemCall.TryAwaitInterrupt(Line, out Error error))
            {
                KernelLog.WriteLine($"[keyboard] interrupt line {Line}: {error.Text()}");
                return 1;
            }
        }
    }

    private static bool TrySend(ulong code)
    {
        var message = new Message(Tags.Character, code);
        while (!SystemCall.TrySend(Handle.StandardOutput, ref message, out Error error))
        {
            if (error != Error.SendBlocking)
            {
                KernelLog.WriteLine($"[keyboard] send: {error.Text()}");
                return false;
            }

            SystemCall.Sleep(Retry);
        }

        return true;
    }
}
