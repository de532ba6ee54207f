using Iced.Intel;

namespace Euralios.Sdk.Symbols;

/// <summary>
/// Where in a method a check failed. The compiler puts one call of, for instance, <c>ThrowIndexOutOfRangeException</c> at the end of a method and
/// lets every index check of the method jump to it, so the call's own place says nothing: the jumps to it do.
/// </summary>
internal static class FailedCheck
{
    private const ulong CallSize = 5; // call rel32

    /// <summary>The addresses of the instructions that jump to a call.</summary>
    /// <param name="code">The method's instructions.</param>
    /// <param name="start">Their address.</param>
    /// <param name="returnAddress">The address after the call.</param>
    public static IEnumerable<ulong> JumpsToCall(byte[] code, ulong start, ulong returnAddress)
    {
        var decoder = Decoder.Create(64, code, start);
        foreach (Instruction instruction in decoder)
        {
            if (instruction.FlowControl is FlowControl.ConditionalBranch or FlowControl.UnconditionalBranch
                && instruction.NearBranchTarget == returnAddress - CallSize)
                yield return instruction.IP;
        }
    }
}
