namespace Euralios.Sdk.Symbols;

/// <summary>The registers that a function gives back to its caller as they were (System V ABI for x86-64, 3.2.1).</summary>
/// <param name="Rbp">The frame pointer, where there is one.</param>
/// <param name="Rbx">RBX.</param>
/// <param name="R12">R12.</param>
/// <param name="R13">R13.</param>
/// <param name="R14">R14.</param>
/// <param name="R15">R15.</param>
public readonly record struct StackRegisters(ulong Rbp, ulong Rbx, ulong R12, ulong R13, ulong R14, ulong R15);
