using Merriwig.Ipc;
using Merriwig.Memory;
using Merriwig.Tasks;

namespace Merriwig.Auditing;

/// <summary>
/// Every frame in use belongs to the kernel, to one process, or to one chunk on its way; found by walking the page tables. None belongs to two.
/// </summary>
internal static unsafe class MemoryAudit
{
    private const int Entries = 512;
    private const int ChunkLevel = 2;

    // The root's entry that leads to stacks, heap and chunks (SDM volume 3, figure 4-8).
    private const int RootEntryOfData = (int)(UserLayout.DataStart >> 39);

    private static ulong* seen;
    private static ulong words;
    private static ulong ofTheKernel;

    /// <summary>Takes memory for a bit for each frame. What is in use now is the kernel's own.</summary>
    internal static bool TryInitialize()
    {
        words = (Frames.Count + 63) / 64;
        seen = (ulong*)KernelTables.Allocate(words * sizeof(ulong));
        ofTheKernel = Frames.Managed - Frames.Available;
        return seen != null;
    }

    internal static void Run()
    {
        PhysicalWindow.Fill(seen, 0, words);
        ulong all = ofTheKernel;
        for (int number = 1; number < Processes.Capacity; number++)
            all += OfProcess(Processes.At(number));
        for (int number = 1; number < RendezvousTable.End; number++)
        {
            ref Rendezvous machine = ref RendezvousTable.At(number)->Machine;
            if (machine.State is not (RendezvousState.Sending or RendezvousState.SendReceiving))
                continue;
            if (machine.Message.FirstKind == ItemKind.Memory)
                all += OfChunk(machine.Message.First);
            if (machine.Message.SecondKind == ItemKind.Memory)
                all += OfChunk(machine.Message.Second);
        }

        for (ulong chunk = ChunkRelease.First; chunk != 0; chunk = Chunks.LinkOf(chunk))
            all += OfChunk(chunk);
        Audit.Compare("frames in use", 0, Frames.Managed - Frames.Available, all);
    }

    private static ulong OfProcess(Process* process)
    {
        if (process->State == ProcessState.Free)
            return 0;
        ulong handles = 0;
        if (process->State == ProcessState.Alive)
        {
            See(process->Handles);
            handles = 1;
        }

        See(process->Space.Root);
        ulong frames = 1;
        PageTableEntry* root = (PageTableEntry*)PhysicalWindow.At(process->Space.Root);
        for (int i = 0; i < Entries / 2; i++)
        {
            if (root[i].IsPresent)
                frames += OfTable(root[i], 3, i == RootEntryOfData);
        }

        Audit.Compare("frames of a process", process->Id, process->Space.Frames, frames);
        return frames + handles;
    }

    private static ulong OfChunk(ulong table)
    {
        ulong frames = OfTable(new PageTableEntry { Value = table }, ChunkLevel, holdsChunks: false);
        Audit.Compare("frames of a chunk", table, Chunks.FramesOf(table), frames);
        return frames;
    }

    /// <summary>Counts the frames of a table and of everything below it.</summary>
    /// <param name="entry">What leads to the table.</param>
    /// <param name="level">The table's level.</param>
    /// <param name="holdsChunks">Each entry but the first leads to a chunk.</param>
    private static ulong OfTable(PageTableEntry entry, int level, bool holdsChunks)
    {
        See(entry.Frame);
        ulong frames = 1;
        PageTableEntry* table = entry.Table;
        for (int i = 0; i < Entries; i++)
        {
            if (!table[i].IsPresent)
                continue;
            if (holdsChunks && i > 0)
            {
                frames += OfChunk(table[i].Frame);
            }
            else if (level > 1)
            {
                frames += OfTable(table[i], level - 1, holdsChunks: false);
            }
            else if (!table[i].Has(PageTableEntry.Borrowed))
            {
                See(table[i].Frame);
                frames++;
            }
        }

        return frames;
    }

    /// <summary>A frame must be in use, and be met for the first time.</summary>
    private static void See(ulong physical)
    {
        ulong frame = physical / FrameMap.FrameSize;
        if (frame >= Frames.Count || Frames.Map.States[(int)frame] != FrameState.InUse)
        {
            Audit.Wrong("state of a frame that is owned", frame, 0, (ulong)FrameState.InUse);
            return;
        }

        ref ulong word = ref seen[frame / 64];
        ulong bit = 1ul << (int)(frame % 64);
        if ((word & bit) != 0)
            Audit.Wrong("owners of a frame", frame, 1, 2);
        word |= bit;
    }
}
