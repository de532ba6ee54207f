using System;
using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>The call <c>exec</c>, with the registers as a trial wants them.</summary>
internal static unsafe class Exec
{
    internal const ulong Ports = 1, ReturnHandle = 2;

    /// <summary>Calls it.</summary>
    /// <param name="file">The program.</param>
    /// <param name="input">Number of the standard input's handle.</param>
    /// <param name="output">Number of the standard output's.</param>
    /// <param name="parameters">The clauses.</param>
    /// <param name="flags">Flags.</param>
    internal static SystemCallRegisters Call(ReadOnlySpan<byte> file, ulong input, ulong output, ReadOnlySpan<byte> parameters = default, ulong flags = ReturnHandle)
    {
        fixed (byte* image = file)
        fixed (byte* text = parameters)
        {
            ulong rax = (flags << 8) | ((ulong)parameters.Length << 16) | ((ulong)file.Length << 32);
            return Trials.Call.Make(SystemCallNumber.Exec, (ulong)image, (input << 32) | output, (ulong)text, rax);
        }
    }

    /// <summary>Starts a program with a rendezvous of its own as input and output, nobody at the other ends.</summary>
    internal static Process Start(ReadOnlySpan<byte> file, ReadOnlySpan<byte> parameters = default, [CallerFilePath] string source = "", [CallerLineNumber] int line = 0)
    {
        Rendezvous pair = Rendezvous.New();
        SystemCallRegisters started = Call(file, pair.First, pair.Second, parameters);
        Expect.Equal(started.Rax, 0ul, "exec's rax", source, line);
        var handle = new Handle((uint)started.Rsi);
        Children.Add(handle);
        return new Process(started.Rdi, handle);
    }

    /// <summary>The call fails, and nothing has changed: every handle is there, and nothing is used that was not before.</summary>
    internal static void Fails(Error error, ReadOnlySpan<byte> file, ReadOnlySpan<byte> parameters = default, [CallerFilePath] string source = "", [CallerLineNumber] int line = 0)
    {
        Rendezvous pair = Rendezvous.New();
        Usage before = Usage.Now();
        SystemCallRegisters after = Call(file, pair.First, pair.Second, parameters);
        Expect.Equal(after.Rax, (ulong)error, "exec's rax", source, line);
        Expect.Equal(after.Rsi, (pair.First << 32) | pair.Second, "exec's rsi", source, line);
        Usage.ExpectAs(before, source, line);
        ExpectOpen(pair.First, source, line);
        ExpectOpen(pair.Second, source, line);
        pair.Close();
    }

    private static void ExpectOpen(ulong handle, string source, int line)
    {
        SystemCallRegisters copy = Trials.Call.Make(SystemCallNumber.CopyRendezvous, handle);
        Expect.Equal(copy.Rax, 0ul, "copying a handle that exec was given", source, line);
        Trials.Call.Done(SystemCallNumber.Close, copy.Rdi);
    }
}
