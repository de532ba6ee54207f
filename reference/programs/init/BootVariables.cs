using System;
using Euralios.Std;

namespace Euralios.Programs.Init;

/// <summary>
/// Variables for the environment of all programs: the archive's file <c>environment</c>, a line <c>NAME=value</c> each. Tests give them, for instance
/// <c>GC_STRESS</c>.
/// </summary>
internal static class BootVariables
{
    /// <summary>The variables; usually there are none.</summary>
    internal static string[] All { get; private set; } = [];

    /// <summary>Looks into the archive, before that goes to the disk.</summary>
    internal static void Read(Archive archive)
    {
        if (archive.TryFind("environment"u8, out ReadOnlySpan<byte> lines))
            All = Text.FromUtf8(lines).TrimEnd('\n').Split('\n');
    }
}
