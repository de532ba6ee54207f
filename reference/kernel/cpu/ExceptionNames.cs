namespace Merriwig.Cpu;

/// <summary>The processor's exceptions by name (SDM volume 3, table 6-1).</summary>
internal static class ExceptionNames
{
    internal static string Of(ulong vector) => vector switch
    {
        0 => "DIVIDE ERROR",
        1 => "DEBUG",
        2 => "NON-MASKABLE INTERRUPT",
        3 => "BREAKPOINT",
        4 => "OVERFLOW",
        5 => "BOUND RANGE EXCEEDED",
        6 => "INVALID OPCODE",
        7 => "DEVICE NOT AVAILABLE",
        8 => "DOUBLE FAULT",
        10 => "INVALID TSS",
        11 => "SEGMENT NOT PRESENT",
        12 => "STACK FAULT",
        13 => "GENERAL PROTECTION FAULT",
        14 => "PAGE FAULT",
        16 => "FLOATING POINT",
        17 => "ALIGNMENT CHECK",
        18 => "MACHINE CHECK",
        19 => "SIMD FLOATING POINT",
        20 => "VIRTUALIZATION",
        21 => "CONTROL PROTECTION",
        _ => "EXCEPTION",
    };
}
