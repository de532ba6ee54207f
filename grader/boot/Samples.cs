using System.Buffers.Binary;

namespace Euralios.Grader.Boot;

/// <summary>Looks at a guest that was ended from outside: where it stood, and where else it went on the way round its loop.</summary>
internal static class Samples
{
    private const int Count = 16, StackWords = 64, PageSize = 4096;

    /// <summary>Long enough to leave the sampled place, short enough that all samples together cost the host next to nothing.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Reads the state of a stopped guest; a looping one runs on a little between its samples, so its counts must have been taken before.</summary>
    public static async Task<Stuck> TakeAsync(Guest guest, bool looping, CancellationToken cancellation)
    {
        (bool halted, bool interruptsEnabled) = await guest.StateAsync(cancellation);
        Dictionary<string, ulong> registers = await guest.RegistersAsync(cancellation);
        ulong[] stack = await StackAsync(guest, registers["rsp"], cancellation);
        List<ulong> samples = [registers["rip"]];
        while (looping && samples.Count < Count)
        {
            Task<StopReason> running = guest.Gdb.Resume(cancellation);
            await Task.Delay(_pause, cancellation);
            await guest.Gdb.InterruptAsync(cancellation);
            if (await running != StopReason.Interrupted)
                break;
            samples.Add((await guest.RegistersAsync(cancellation))["rip"]);
        }
        return new Stuck(registers["rip"], halted, interruptsEnabled, samples, stack, []);
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
