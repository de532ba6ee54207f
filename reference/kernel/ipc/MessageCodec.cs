using System.Runtime.CompilerServices;
using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Memory;
using Merriwig.Tasks;

namespace Merriwig.Ipc;

/// <summary>Messages from registers and into registers. What a message carries moves in two steps: first all of it is checked, then all of it is taken.</summary>
internal static unsafe class MessageCodec
{
    private const ulong Kinds = (MessageControl.KindMask << MessageControl.FirstKindShift) | (MessageControl.KindMask << MessageControl.SecondKindShift);

    /// <summary>Takes a message from a program's registers, and what it carries from its process.</summary>
    /// <param name="process">The sender's process.</param>
    /// <param name="frame">The registers: RAX says what RSI and RDX are.</param>
    /// <param name="message">The message.</param>
    /// <returns>Why it cannot be taken; everything is where it was then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ErrorCode Take(Process* process, InterruptFrame* frame, out Message message)
    {
        message = Message.Short(frame->Rdi, frame->Rsi, frame->Rdx);
        return (frame->Rax & MessageControl.Long) == 0 || (frame->Rax & Kinds) == 0 ? ErrorCode.None : TakeItems(process, frame->Rax, ref message);
    }

    /// <summary>Puts a message into a thread's registers, and what it carries into its process. What has no place there is dropped.</summary>
    /// <returns>The bits of RAX that describe it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Give(Process* process, InterruptFrame* frame, in Message message)
    {
        frame->Rdi = message.Tag;
        if ((message.FirstKind | message.SecondKind) != ItemKind.Value)
            return GiveItems(process, frame, message);
        frame->Rsi = message.First;
        frame->Rdx = message.Second;
        return 0;
    }

    private static ErrorCode TakeItems(Process* process, ulong control, ref Message message)
    {
        message.FirstKind = KindOf(control >> MessageControl.FirstKindShift);
        message.SecondKind = KindOf(control >> MessageControl.SecondKindShift);
        ErrorCode error = Check(process, message.FirstKind, message.First);
        if (error == ErrorCode.None)
            error = Check(process, message.SecondKind, message.Second);
        if (error != ErrorCode.None)
            return error;
        if (message.FirstKind == message.SecondKind && IsSame(process, message))
            return message.FirstKind == ItemKind.Rendezvous ? ErrorCode.InvalidHandle : ErrorCode.DoubleFree;

        message.First = TakeItem(process, message.FirstKind, message.First);
        message.Second = TakeItem(process, message.SecondKind, message.Second);
        return ErrorCode.None;
    }

    private static ulong GiveItems(Process* process, InterruptFrame* frame, in Message message)
    {
        (ItemKind firstKind, frame->Rsi) = GiveItem(process, message.FirstKind, message.First);
        (ItemKind secondKind, frame->Rdx) = GiveItem(process, message.SecondKind, message.Second);
        return MessageControl.Long | ((ulong)firstKind << MessageControl.FirstKindShift) | ((ulong)secondKind << MessageControl.SecondKindShift);
    }

    // An error in a message that is sent is a value like any other.
    private static ItemKind KindOf(ulong bits) => (bits & MessageControl.KindMask) switch
    {
        1 => ItemKind.Rendezvous,
        2 => ItemKind.Memory,
        _ => ItemKind.Value,
    };

    private static ErrorCode Check(Process* process, ItemKind kind, ulong item)
    {
        if (kind == ItemKind.Rendezvous)
            return HandleTable.TryGet(process->Handles, item, out _) ? ErrorCode.None : ErrorCode.InvalidHandle;
        return kind == ItemKind.Memory ? Chunks.Find(process->Space, item, out _) : ErrorCode.None;
    }

    private static bool IsSame(Process* process, in Message message)
    {
        if (message.FirstKind != ItemKind.Memory)
            return message.FirstKind == ItemKind.Rendezvous && message.First == message.Second;
        Chunks.Find(process->Space, message.First, out PageTableEntry* first);
        Chunks.Find(process->Space, message.Second, out PageTableEntry* second);
        return first == second;
    }

    private static ulong TakeItem(Process* process, ItemKind kind, ulong item)
    {
        if (kind == ItemKind.Rendezvous)
            return HandleTable.Remove(process->Handles, item);
        if (kind != ItemKind.Memory)
            return item;
        Chunks.Find(process->Space, item, out PageTableEntry* window);
        return Chunks.Take(ref process->Space, window);
    }

    private static (ItemKind Kind, ulong Item) GiveItem(Process* process, ItemKind kind, ulong item)
    {
        if (kind == ItemKind.Rendezvous)
        {
            if (HandleTable.TryAdd(process->Handles, (ushort)item, out uint handle))
                return (kind, handle);
            RendezvousTable.ReleaseHandle((ushort)item);
            return (ItemKind.Error, (ulong)ErrorCode.NoMemorySlots);
        }

        if (kind != ItemKind.Memory)
            return (kind, item);
        if (Chunks.TryGive(ref process->Space, item, out ulong address))
            return (kind, address);
        ChunkRelease.Start(item);
        return (ItemKind.Error, (ulong)ErrorCode.NoMemorySlots);
    }
}
