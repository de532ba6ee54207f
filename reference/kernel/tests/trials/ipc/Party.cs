using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>An actor that meets others at a rendezvous, and the last message that it sent.</summary>
internal sealed class Party(Actor actor, ulong place, Contents contents)
{
    internal Actor Actor { get; } = actor;

    /// <summary>The rendezvous: the number of the actor's handle.</summary>
    internal ulong Place { get; } = place;

    /// <summary>What it sent last.</summary>
    internal Parcel Sent { get; private set; } = null!;

    internal void Send() => Begin(SystemCallNumber.Send);

    internal void SendReceive() => Begin(SystemCallNumber.SendReceive);

    internal void Receive() => Actor.Begin(SystemCallNumber.Receive, Place);

    internal void ExpectWaits([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Expect.True(Actor.IsWaiting, "the call waits", file, line);

    /// <summary>Its call is done, and nothing came.</summary>
    internal void ExpectDone([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Expect.Equal(Actor.End(file, line).Rax, 0ul, "rax", file, line);

    /// <summary>Its call failed with an error and nothing beside it.</summary>
    internal void ExpectFails(Error error, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Expect.Equal(Actor.End(file, line).Rax, (ulong)error, "rax", file, line);

    /// <summary>It received what another one sent.</summary>
    internal void ExpectMessageOf(Party sender, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        SystemCallRegisters registers = Actor.End(file, line);
        Expect.Equal(registers.Rax & 0xFF, 0ul, "the low byte of rax", file, line);
        sender.Sent.ExpectWith(Actor, registers, file, line);
    }

    /// <summary>Its call failed, and its message came back.</summary>
    internal void ExpectReturned(Error error, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        SystemCallRegisters registers = Actor.End(file, line);
        Expect.Equal(registers.Rax & 0xFF, Call.MessageIsBack | (ulong)error, "the low byte of rax", file, line);
        Sent.ExpectWith(Actor, registers, file, line);
    }

    private void Begin(SystemCallNumber number)
    {
        Sent = Parcel.New(contents, Actor, out SystemCallRegisters registers);
        Actor.Begin(number, registers.Rdi, registers.Rsi, registers.Rdx, registers.Rax | Call.Through(Place));
    }
}
