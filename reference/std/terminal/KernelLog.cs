using System;

namespace Euralios.Std;

/// <summary>For drivers, whose standard output is no terminal: lines on the kernel's console.</summary>
public static class KernelLog
{
    /// <summary>Writes a line, as far as the kernel takes it.</summary>
    public static void WriteLine(string text)
    {
        ReadOnlySpan<byte> bytes = Text.ToUtf8((text + "\n").AsSpan());
        SystemCall.TryDebugWrite(bytes.Slice(0, Math.Min(bytes.Length, SystemCall.LongestDebugText)), out _);
    }
}
