using System;
using System.Runtime.InteropServices;
using Merriwig.Memory;

namespace Merriwig.Boot;

/// <summary>
/// What the loader tells the kernel: command line, boot module, memory map. Read from the PVH start information (Xen's
/// <c>arch-x86/hvm/start_info.h</c>), and every number in it checked, because a malformed one must not be followed.
/// </summary>
internal static unsafe class BootInformation
{
    private const uint Magic = 0x336E_C578;
    private const int LongestCommandLine = 1024;
    private const int MostMapEntries = 256;

    private static CommandLineText commandLine;
    private static int commandLineLength;
    private static ulong moduleStart;
    private static ulong moduleLength;
    private static MemoryMap memory;

    /// <summary>The kernel's command line, at most 1,024 bytes of it.</summary>
    internal static ReadOnlySpan<byte> CommandLine
    {
        get
        {
            fixed (CommandLineText* text = &commandLine)
                return new ReadOnlySpan<byte>(text->Bytes, commandLineLength);
        }
    }

    /// <summary>Where the boot module (QEMU's <c>-initrd</c>) lies; length 0 when there is none.</summary>
    internal static (ulong Start, ulong Length) Module => (moduleStart, moduleLength);

    /// <summary>The machine's memory.</summary>
    internal static ref MemoryMap Memory => ref memory;

    /// <summary>Copies what is needed: the original lies in memory that the frame allocator will hand out.</summary>
    /// <param name="physical">The start information's physical address, as the boot code was given it.</param>
    /// <returns>False when there is no start information, or none with a memory map.</returns>
    internal static bool TryRead(ulong physical)
    {
        if (!IsReachable(physical, (ulong)sizeof(StartInformation)))
            return false;
        StartInformation* start = (StartInformation*)PhysicalWindow.At(physical);
        if (start->Magic != Magic || start->Version == 0)
            return false;
        ReadCommandLine(start->CommandLine);
        ReadModule(start);
        return ReadMemory(start);
    }

    private static void ReadCommandLine(ulong physical)
    {
        if (physical == 0)
            return;
        fixed (CommandLineText* text = &commandLine)
        {
            while (commandLineLength < LongestCommandLine && IsReachable(physical, 1))
            {
                byte character = *(byte*)PhysicalWindow.At(physical++);
                if (character == 0)
                    return;
                text->Bytes[commandLineLength++] = character;
            }
        }
    }

    private static void ReadModule(StartInformation* start)
    {
        if (start->Modules == 0 || !IsReachable(start->ModuleList, (ulong)sizeof(ModuleEntry)))
            return;
        ModuleEntry* module = (ModuleEntry*)PhysicalWindow.At(start->ModuleList);
        if (!IsReachable(module->Start, module->Length))
            return;
        moduleStart = module->Start;
        moduleLength = module->Length;
    }

    private static bool ReadMemory(StartInformation* start)
    {
        uint entries = Math.Min(start->MapEntries, (uint)MostMapEntries);
        if (entries == 0 || !IsReachable(start->Map, (ulong)entries * (ulong)sizeof(MapEntry)))
            return false;
        MapEntry* map = (MapEntry*)PhysicalWindow.At(start->Map);
        for (uint i = 0; i < entries; i++)
        {
            RegionKind kind = map[i].Kind is >= (uint)RegionKind.Usable and <= (uint)RegionKind.Unusable ? (RegionKind)map[i].Kind : RegionKind.Reserved;
            memory.TryAdd(map[i].Start, map[i].Length, kind);
        }

        return memory.Count > 0;
    }

    private static bool IsReachable(ulong physical, ulong length) =>
        physical != 0 && length <= PhysicalWindow.Size && physical <= PhysicalWindow.Size - length;

    private struct CommandLineText
    {
        internal fixed byte Bytes[LongestCommandLine];
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct StartInformation
    {
        internal uint Magic;
        internal uint Version;
        internal uint Flags;
        internal uint Modules;
        internal ulong ModuleList;
        internal ulong CommandLine;
        internal ulong Rsdp;
        internal ulong Map;
        internal uint MapEntries;
        internal uint Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ModuleEntry
    {
        internal ulong Start;
        internal ulong Length;
        internal ulong CommandLine;
        internal ulong Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct MapEntry
    {
        internal ulong Start;
        internal ulong Length;
        internal uint Kind;
        internal uint Reserved;
    }
}
