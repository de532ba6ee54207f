using System.Threading;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>
/// Types the keys of a text, from a thread of its own. <c>^c</c> is Ctrl-C to a program that runs, for which it waits; <c>^x</c> is Ctrl-C as a key; <c>^a</c> to <c>^z</c>, but for
/// these, are characters; <c>^U</c> and <c>^D</c> the arrows up and down, <c>^L</c> and <c>^R</c> left and right, <c>^I</c> Tab, <c>^M</c> Enter.
/// </summary>
internal sealed class Typist(string text, Handle keys)
{
    private const int Patience = 10_000;

    private ulong mode;
    private Handle listener;

    internal void Start() => Std.Thread.TryStart(Type, out _, out _);

    internal void SetMode(ulong value) => Volatile.Write(ref mode, value);

    /// <summary>The receiver's end of what Ctrl-C goes to.</summary>
    internal Handle NewListener()
    {
        SystemCall.TryNewRendezvous(out listener, out Handle receiver, out _);
        return receiver;
    }

    private void Type()
    {
        for (int i = 0; i < text.Length; i++)
        {
            ulong code = text[i];
            if (code == '^' && i + 1 < text.Length)
            {
                i++;
                if (text[i] == 'c')
                {
                    Interrupt();
                    continue;
                }

                code = CodeOf(text[i]);
            }

            var message = new Message(Tags.Character, code);
            if (!SystemCall.TrySend(keys, ref message, out _))
                break;
        }

        SystemCall.TryClose(keys, out _);
    }

    private static ulong CodeOf(char letter) => letter switch
    {
        'U' => Keys.ArrowUp,
        'D' => Keys.ArrowDown,
        'L' => Keys.ArrowLeft,
        'R' => Keys.ArrowRight,
        'I' => Keys.Tab,
        'M' => Keys.Enter,
        'x' => 3,
        _ => (ulong)(letter & 31),
    };

    private void Interrupt()
    {
        for (int attempt = 0; Volatile.Read(ref mode) == 0 && attempt < Patience; attempt++)
            SystemCall.Sleep(1);
        var message = new Message(Tags.Interrupt);
        SystemCall.TrySend(listener, ref message, out _);
    }
}
