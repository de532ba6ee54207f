using System;
using Euralios.Std;

namespace Euralios.Programs.Vga;

/// <summary>
/// The screen's driver. On standard input come the screen's memory, then what handouts/protocols.md says under "The screen"; on standard
/// output it offers sessions. Needs I/O ports.
/// </summary>
internal static unsafe class Program
{
    private const int MemorySize = 0x2_0000;

    private static int Main()
    {
        if (!SystemCall.TryReceive(Handle.StandardInput, out Message message, out Error error))
        {
            KernelLog.WriteLine($"[vga] no video memory: {error.Text()}");
            return 1;
        }

        if (message.Tag != Tags.VideoMemory || message.First.Value != MemorySize || !message.Second.IsMemory(out MemoryChunk memory))
        {
            KernelLog.WriteLine($"[vga] expected video memory of {MemorySize} bytes, not message {message.Tag}");
            return 1;
        }

        TextMode.Set(memory.Bytes(MemorySize));
        var server = new VgaServer(new Display((ushort*)(memory.Address + TextMode.TextOffset)));
        error = server.Serve(Handle.StandardInput);
        KernelLog.WriteLine($"[vga] {error.Text()}");
        return 1;
    }
}
