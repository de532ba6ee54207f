using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>What a message carries beside its tag.</summary>
internal enum Contents
{
    /// <summary>Two numbers.</summary>
    Values,

    /// <summary>A handle, and a number.</summary>
    Handle,

    /// <summary>A number, and a chunk.</summary>
    Memory,

    /// <summary>A chunk, and a handle.</summary>
    Both,
}

/// <summary>A message that can be told from all others, with what it carries: a handle to a rendezvous of its own, a chunk full of its own numbers.</summary>
internal sealed unsafe class Parcel
{
    /// <summary>More than one page, so that a chunk's order is seen too.</summary>
    private const ulong Pages = 3;

    private static ulong lastTag = 1000;

    private readonly Contents contents;
    private readonly ulong tag;
    private readonly Rendezvous token;

    private Parcel(Contents contents, ulong tag, Rendezvous token)
    {
        this.contents = contents;
        this.tag = tag;
        this.token = token;
    }

    private bool HasHandle => contents is Contents.Handle or Contents.Both;

    private bool HasMemory => contents is Contents.Memory or Contents.Both;

    /// <summary>Makes one, and its actor the owner of what it carries.</summary>
    /// <param name="contents">What it carries.</param>
    /// <param name="actor">Who is going to send it.</param>
    /// <param name="registers">The registers of a call that sends it, without the call and the handle.</param>
    internal static Parcel New(Contents contents, Actor actor, out SystemCallRegisters registers)
    {
        ulong tag = ++lastTag;
        var parcel = new Parcel(contents, tag, contents is Contents.Handle or Contents.Both ? Rendezvous.New() : default);
        registers = new SystemCallRegisters { Rdi = tag, Rsi = tag << 1, Rdx = tag << 2 };
        ulong handle = parcel.HasHandle ? actor.Give(parcel.token.SecondHandle) : 0;
        ulong memory = parcel.HasMemory ? actor.Give(parcel.NewChunk()) : 0;
        switch (contents)
        {
            case Contents.Handle:
                registers.Rax = Call.FirstHandle;
                registers.Rsi = handle;
                break;
            case Contents.Memory:
                registers.Rax = Call.SecondMemory;
                registers.Rdx = memory;
                break;
            case Contents.Both:
                registers.Rax = Call.FirstMemory | Call.SecondHandle;
                registers.Rsi = memory;
                registers.Rdx = handle;
                break;
        }

        return parcel;
    }

    /// <summary>An actor has received it, or got it back: it is all there. Afterwards nothing of it is left anywhere.</summary>
    internal void ExpectWith(Actor actor, SystemCallRegisters registers, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ulong control = contents switch
        {
            Contents.Handle => Call.FirstHandle,
            Contents.Memory => Call.SecondMemory,
            Contents.Both => Call.FirstMemory | Call.SecondHandle,
            _ => 0,
        };
        Expect.Equal(registers.Rax & ~0xFFul, control, "the kinds of the items", file, line);
        Expect.Equal(registers.Rdi, tag, "the tag", file, line);
        if (contents is Contents.Values or Contents.Memory)
            Expect.Equal(registers.Rsi, tag << 1, "rsi", file, line);
        if (contents is Contents.Values or Contents.Handle)
            Expect.Equal(registers.Rdx, tag << 2, "rdx", file, line);
        if (contents == Contents.Values)
            return;

        // The actor sends it on to this thread, where it can be looked at.
        Rendezvous back = Rendezvous.New();
        ulong way = actor.Share(back.SecondHandle);
        actor.Begin(SystemCallNumber.Send, registers.Rdi, registers.Rsi, registers.Rdx, Call.Through(way) | control);
        SystemCallRegisters here = Call.Make(SystemCallNumber.ReceiveDeadline, back.First, 1_000_000);
        Expect.Equal(here.Rax, control, "what the actor had to send on", file, line);
        Expect.Equal(actor.End().Rax, 0ul);
        actor.Do(SystemCallNumber.Close, way);
        back.Close();
        if (HasMemory)
            ExpectChunk(contents == Contents.Memory ? here.Rdx : here.Rsi, file, line);
        if (HasHandle)
            ExpectToken(contents == Contents.Handle ? here.Rsi : here.Rdx, file, line);
    }

    private MemoryChunk NewChunk()
    {
        Expect.Done(SystemCall.TryAllocate(Pages, 0xFFFF_FFFF, out MemoryChunk chunk, out _, out Error error), error);
        for (ulong i = 0; i < Pages; i++)
            *(ulong*)(chunk.Address + (i * Addresses.Page) + 8) = (tag << 8) + i;
        return chunk;
    }

    private void ExpectChunk(ulong address, string file, int line)
    {
        for (ulong i = 0; i < Pages; i++)
            Expect.Equal(*(ulong*)(address + (i * Addresses.Page) + 8), (tag << 8) + i, "the chunk's contents", file, line);
        Call.Done(SystemCallNumber.FreeMemory, address);
    }

    /// <summary>The handle leads to the token's rendezvous, and is its only one beside the first: when it is closed the first is alone.</summary>
    private void ExpectToken(ulong handle, string file, int line)
    {
        Call.Done(SystemCallNumber.Close, handle);
        SystemCallRegisters alone = Call.Make(SystemCallNumber.Send, 1, 2, 3, Call.Through(token.First));
        Expect.Equal(alone.Rax, (ulong)Error.Closed, "sending to the handle's other end", file, line);
        Call.Done(SystemCallNumber.Close, token.First);
    }
}
