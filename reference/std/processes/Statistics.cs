using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Euralios.Std;

/// <summary>What the system has and uses.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct SystemStatistics
{
    /// <summary>Microseconds since the boot.</summary>
    public ulong Microseconds;
    public ulong Frames;
    public ulong FramesAvailable;
    public ulong Threads;
    public ulong Handles;
    public ulong Rendezvous;
    public ulong Processes;

    /// <summary>How many records of processes follow.</summary>
    public ulong Records;
}

/// <summary>What a process does.</summary>
public enum ProcessState
{
    Runnable = 0,
    Blocked = 1,
    Suspended = 2,
    Ending = 3,
}

/// <summary>A process and what it uses.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ProcessStatistics
{
    public ulong Process;

    /// <summary>The process that started it; 0 for the first one.</summary>
    public ulong Parent;
    public ulong Frames;
    public uint Threads;
    public ProcessState State;

    /// <summary>UTF-8, padded with zeros.</summary>
    public ProcessName Name;
}

/// <summary>A process's name.</summary>
[InlineArray(32)]
public struct ProcessName
{
    private byte first;
}
