using System;
using Euralios.Std;
using Merriwig.Tests;
using Random = Merriwig.Tests.Random;

/// <summary>Programs of a few instructions that workers start: each ends by itself, in a way of its own.</summary>
internal static class TinyChild
{
    private static readonly byte[] Exits = TinyProgram.Make([0xB8, 1, 0, 0, 0, 0x31, 0xFF, 0x0F, 0x05]); // mov eax, 1; xor edi, edi; syscall
    private static readonly byte[] Faults = TinyProgram.Make([0x31, 0xC0, 0x89, 0x00]); // xor eax, eax; mov [rax], eax

    // mov eax, 18; mov edi, 20000; syscall; mov eax, 20; or rdi, -1; syscall: sleeps, and kills itself.
    private static readonly byte[] Sleeps = TinyProgram.Make(
        [0xB8, 18, 0, 0, 0, 0xBF, 0x20, 0x4E, 0, 0, 0x0F, 0x05, 0xB8, 20, 0, 0, 0, 0x48, 0x83, 0xCF, 0xFF, 0x0F, 0x05]);

    // xor eax, eax; syscall; mov ecx, 1000; dec ecx; jnz; mov eax, 1; syscall: two threads that spin, then exit.
    private static readonly byte[] Forks = TinyProgram.Make(
        [0x31, 0xC0, 0x0F, 0x05, 0xB9, 0xE8, 0x03, 0, 0, 0xFF, 0xC9, 0x75, 0xFC, 0xB8, 1, 0, 0, 0, 0x0F, 0x05]);

    /// <summary>Starts one of them, with handles that may be none.</summary>
    internal static void Start(ref Random random, Handle input, Handle output)
    {
        byte[] program = random.Below(8) switch
        {
            0 => Faults,
            1 or 2 => Sleeps,
            3 or 4 or 5 => Forks,
            _ => Exits,
        };
        ReadOnlySpan<byte> parameters = random.Below(5) switch
        {
            0 => "S"u8,
            1 => "C"u8,
            2 => "N"u8,
            3 => "Cm5,/b:Atiny\0"u8,
            _ => default,
        };
        SystemCall.TryExec(program, input, output, parameters, random.OneIn(2) ? ExecFlags.ReturnHandle : ExecFlags.None, out _, out _, out _);
    }
}
