using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Numbers that stand for no call.</summary>
internal static class UnknownNumbers
{
    internal static void AreNotImplemented()
    {
        for (ulong number = 28; number <= 255; number++)
        {
            SystemCallRegisters after = Call.Make((SystemCallNumber)number, 1, 2, 3, 0xFFFF_FF00);
            Expect.Equal(after.Rax, (ulong)Error.NotImplemented);
            Expect.Equal(after.Rdi, 1ul);
            Expect.Equal(after.Rsi, 2ul);
            Expect.Equal(after.Rdx, 3ul);
        }
    }
}
