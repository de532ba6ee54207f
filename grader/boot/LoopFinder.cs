using System.Buffers.Binary;
using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;

namespace Euralios.Grader.Boot;

/// <summary>
/// Finds the method that a guest does not get out of. Where it happens to stand when it is stopped means little, and depends on the moment; the
/// innermost call that does not return does not: breakpoints at all return addresses on the stack tell which calls do.
/// </summary>
internal static class LoopFinder
{
    private const int StackWords = 256, PageSize = 4096;

    /// <summary>A call that has not returned after this many more instructions is taken for one that never will.</summary>
    private const long Watched = 3_000_000;

    private static readonly TimeSpan _slice = TimeSpan.FromMilliseconds(5);

    /// <summary>Looks at a stopped guest; where <paramref name="running"/>, it runs on a little, so its counts must have been taken before.</summary>
    /// <returns>An address in that method; RIP where the image does not say how to walk its stack.</returns>
    public static async Task<ulong> FindAsync(Guest guest, BootRequest request, bool running, CancellationToken cancellation)
    {
        IReadOnlyList<ulong> frames = await FramesAsync(guest, request, cancellation);
        int innermost = 0;
        HashSet<ulong> pending = running ? [.. frames.Skip(1)] : [];
        foreach (ulong address in pending)
            await guest.Gdb.BreakAsync(address, cancellation);
        long start = (await guest.ClockAsync(cancellation)).Instructions;
        while (pending.Count > 0 && (await guest.ClockAsync(cancellation)).Instructions - start < Watched)
        {
            if (await RunAsync(guest, cancellation) is not { } stopped)
                break;
            if (stopped == StopReason.Interrupted)
                continue;
            ulong rip = (await guest.RegistersAsync(cancellation))["rip"];
            if (!pending.Contains(rip))
            {
                await guest.Gdb.StepAsync(cancellation);
                continue;
            }

            // Everything further in has returned too.
            int returned = frames.Index().Last(frame => frame.Item == rip).Index;
            for (; innermost < returned; innermost++)
            {
                if (pending.Remove(frames[innermost + 1]))
                    await guest.Gdb.UnbreakAsync(frames[innermost + 1], cancellation);
            }

            start = (await guest.ClockAsync(cancellation)).Instructions;
        }

        return frames[innermost];
    }

    /// <summary>Runs the guest for a moment.</summary>
    /// <returns>Why it stands again; null when it is gone.</returns>
    private static async Task<StopReason?> RunAsync(Guest guest, CancellationToken cancellation)
    {
        Task<StopReason> running = guest.Gdb.Resume(cancellation);
        if (await Task.WhenAny(running, Task.Delay(_slice, cancellation)) != running)
            await guest.Gdb.InterruptAsync(cancellation);
        StopReason reason = await running;
        return reason is StopReason.Breakpoint or StopReason.Interrupted ? reason : null;
    }

    private static async Task<IReadOnlyList<ulong>> FramesAsync(Guest guest, BootRequest request, CancellationToken cancellation)
    {
        Dictionary<string, ulong> registers = await guest.RegistersAsync(cancellation);
        ulong rip = registers["rip"];
        ulong rsp = registers["rsp"];
        ulong[] stack = await StackAsync(guest, rsp, cancellation);
        var saved = new StackRegisters(
            registers["rbp"], registers["rbx"], registers["r12"], registers["r13"], registers["r14"], registers["r15"]);
        try
        {
            Symbolizer symbols = Symbolizer.Load(BootRequest.IsProgramAddress(rip) ? request.Program ?? request.Image : request.Image);
            IReadOnlyList<ulong> frames = symbols.Unwind(rip, rsp, saved, Word);

            // Machine code has no call frame information; most of it keeps its return address on top of the stack.
            return frames.Count > 1 || stack.Length == 0 ? frames : [rip, .. symbols.Unwind(stack[0], rsp + sizeof(ulong), saved, Word)];
        }
        catch (Exception exception) when (exception is ElfFormatException or IOException or UnauthorizedAccessException)
        {
            return [rip];
        }

        ulong? Word(ulong address) =>
            address >= rsp && address % sizeof(ulong) == rsp % sizeof(ulong) && (address - rsp) / sizeof(ulong) < (ulong)stack.Length
                ? stack[(address - rsp) / sizeof(ulong)]
                : null;
    }

    /// <summary>Words from an address upwards, as far as they are mapped.</summary>
    private static async Task<ulong[]> StackAsync(Guest guest, ulong address, CancellationToken cancellation)
    {
        int length = StackWords * sizeof(ulong);
        int toPageEnd = PageSize - (int)(address % PageSize);
        byte[] bytes = await guest.ReadAsync(address, length, cancellation)
            ?? (toPageEnd < length ? await guest.ReadAsync(address, toPageEnd, cancellation) : null)
            ?? [];
        ulong[] words = new ulong[bytes.Length / sizeof(ulong)];
        for (int i = 0; i < words.Length; i++)
            words[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)));
        return words;
    }
}
