using System;
using Euralios.Std;
using Merriwig.Tests;

/// <summary>Two processes of one program: what they keep lies at the same addresses, and each sees its own.</summary>
internal static unsafe class Neighbour
{
    private const ulong Look = 256;
    private const int Rounds = 100;
    private const int StackWords = 64;

    private static ulong variable;

    /// <summary>Starts the two, lets them look in turn, and says where their values lie and whether they kept them.</summary>
    internal static void Compare()
    {
        Child first = Start(0x1111_1111);
        Child second = Start(0x2222_2222);
        Message one = default;
        Message other = default;
        bool kept = true;
        for (int i = 0; i < Rounds; i++)
        {
            one = Ask(first);
            other = Ask(second);
            kept &= one.Tag == Tags.Ok && other.Tag == Tags.Ok;
        }

        // The addresses of all values, added up.
        bool same = one.First.Value == other.First.Value;
        Console.WriteLine($"lives.neighbours addresses={(same ? "same" : "different")} values={(kept ? "kept" : "lost")}");
        first.Kill();
        second.Kill();
    }

    internal static int Run(ulong value)
    {
        variable = value;
        ulong[] heap = new ulong[1000];
        heap.AsSpan().Fill(value);
        ulong* stack = stackalloc ulong[StackWords];
        stack[StackWords - 1] = value;
        Expect.Done(SystemCall.TryAllocate(1, out MemoryChunk chunk, out Error error), error);
        ulong* memory = (ulong*)chunk.Address;
        *memory = value;
        fixed (ulong* element = heap)
        fixed (ulong* field = &variable)
        {
            while (SystemCall.TryReceive(Handle.StandardInput, out _, out _))
            {
                bool kept = *memory == value && stack[StackWords - 1] == value && element[999] == value && *field == value;
                *memory = ++value;
                stack[StackWords - 1] = value;
                element[999] = value;
                *field = value;
                ulong addresses = (ulong)memory + (ulong)stack + (ulong)element + (ulong)field;
                var answer = new Message(kept ? Tags.Ok : Tags.Error, addresses);
                SystemCall.TrySend(Handle.StandardInput, ref answer, out _);
            }
        }

        return 0;
    }

    private static Child Start(ulong value) =>
        Programs.Start(Programs.Own, new ProcessParameters().Arguments("neighbour", "neighbour", value.ToString()));

    private static Message Ask(in Child child)
    {
        var question = new Message(Look);
        Expect.Done(SystemCall.TrySendReceive(child.Input, ref question, out Message answer, out Error error), error);
        return answer;
    }
}
