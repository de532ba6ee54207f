using System.Text;
using Euralios.Sdk.Elf;

namespace Euralios.Grader.Boot;

/// <summary>
/// The meetings of host and guest. The guest's kit code calls <c>__checkpoint</c> with a kind in RDI; the guest stands before that function's
/// first instruction, which is a plain return, until the host has done its part. The guest does not notice how long that takes.
/// </summary>
internal sealed class Checkpoints
{
    private const string EntrySymbol = "__checkpoint", TableSymbol = "__inspect";
    private const int MostCheckpoints = 10_000, LongestName = 64;

    private readonly Guest _guest;
    private readonly byte[] _seed;
    private readonly ulong? _table;
    private readonly List<Snapshot> _snapshots = [];
    private int _served;

    private Checkpoints(Guest guest, byte[] seed, ulong? table) => (_guest, _seed, _table) = (guest, seed, table);

    /// <summary>The kinds of checkpoint; the numbers are those of the guest's kit code.</summary>
    private enum Kind : ulong
    {
        Seed = 1,
        Inspect = 2,
        End = 3,
    }

    /// <summary>What was read at inspection checkpoints, in order.</summary>
    public IReadOnlyList<Snapshot> Snapshots => _snapshots;

    /// <summary>Sets the breakpoint, if the image has checkpoints; a kernel that has none just runs.</summary>
    public static async Task<Checkpoints> PlaceAsync(Guest guest, BootRequest request, CancellationToken cancellation)
    {
        ElfFile? image = TryLoad(request.Image);
        if (image?.AddressOf(EntrySymbol) is { } entry)
            await guest.Gdb.BreakAsync(entry, cancellation);
        return new Checkpoints(guest, request.Seed, image?.AddressOf(TableSymbol));
    }

    /// <summary>The image, or null where it cannot be read: QEMU says better what is wrong with it.</summary>
    private static ElfFile? TryLoad(string path)
    {
        try
        {
            return ElfFile.Load(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ElfFormatException)
        {
            return null;
        }
    }

    /// <summary>Does the host's part of the checkpoint that the guest stands at.</summary>
    /// <returns>The exit value at the end checkpoint; null when the guest goes on.</returns>
    /// <exception cref="MachineException">The guest asks for what there is not.</exception>
    public async Task<int?> ServeAsync(long instructions, CancellationToken cancellation)
    {
        if (++_served > MostCheckpoints)
            throw new MachineException($"more than {MostCheckpoints} checkpoints");
        Dictionary<string, ulong> registers = await _guest.RegistersAsync(cancellation);
        ulong argument = registers["rsi"];
        switch ((Kind)registers["rdi"])
        {
            case Kind.Seed:
                if (!await _guest.Gdb.WriteAsync(argument, _seed, cancellation))
                    throw new MachineException($"seed checkpoint: 0x{argument:x} is not mapped");
                return null;
            case Kind.Inspect:
                _snapshots.Add(await InspectAsync(registers, instructions, cancellation));
                return null;
            case Kind.End:
                return unchecked((int)argument);
            default:
                throw new MachineException($"checkpoint of unknown kind {registers["rdi"]} at instruction {instructions}");
        }
    }

    private async Task<Snapshot> InspectAsync(Dictionary<string, ulong> registers, long instructions, CancellationToken cancellation)
    {
        if (_table is not { } table)
            throw new MachineException($"inspection checkpoint, but the kernel has no symbol {TableSymbol}");
        ulong length = registers["rdx"];
        if (length is 0 or > LongestName)
            throw new MachineException($"inspection checkpoint: a name of {length} bytes; 1 to {LongestName} are allowed");
        byte[] name = await _guest.ReadAsync(registers["rsi"], (int)length, cancellation)
            ?? throw new MachineException($"inspection checkpoint: its name at 0x{registers["rsi"]:x} is not mapped");
        if (name.AsSpan().ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            throw new MachineException("inspection checkpoint: its name is not printable ASCII");
        List<MemoryRegion> regions = await InspectionTable.ReadAsync(_guest, table, cancellation);
        return new Snapshot(Encoding.ASCII.GetString(name), registers["rcx"], instructions, registers, regions);
    }
}
