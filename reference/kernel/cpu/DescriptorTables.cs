using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Merriwig.Cpu;

/// <summary>
/// The global descriptor table and the task state segment. User data stands before user code because SYSRET computes both selectors from one
/// base (SDM volume 3, 5.8.8).
/// </summary>
internal static unsafe class DescriptorTables
{
    internal const ushort KernelCode = 0x08;
    internal const ushort KernelData = 0x10;
    internal const ushort TaskState = 0x18;
    internal const ushort UserData = 0x2B;
    internal const ushort UserCode = 0x33;

    /// <summary>The interrupt stack that points at the context area of whoever runs. Numbered from 1.</summary>
    internal const byte ContextStack = 1;

    /// <summary>The interrupt stack for what may come in the middle of anything.</summary>
    internal const byte FaultStack = 2;

    // Present, 64-bit code or writable data, ring 0 or 3 (SDM volume 3, 3.4.5).
    private const ulong Code = 0x00AF_9A00_0000_FFFF;
    private const ulong Data = 0x00CF_9200_0000_FFFF;
    private const ulong Ring3 = 0x0000_6000_0000_0000;

    // The map has a bit for each of 65,536 ports, 0 = allowed, and a byte of ones after it.
    private const int PortMapSize = 8192;
    private const ushort NoPortMap = 0xFFFF; // beyond the segment's limit: no port is allowed to ring 3

    private static Table table;

    /// <summary>Loads the tables. The boot code's own are not used after this.</summary>
    internal static void Load()
    {
        TaskStateSegment* task = TaskStateAddress();
        int size = sizeof(TaskStateSegment) + PortMapSize + 1;
        *((byte*)task + size - 1) = 0xFF;
        task->PortMap = NoPortMap;
        task->Interrupt[ContextStack - 1] = ContextFrames.BootAreaEnd();
        task->Interrupt[FaultStack - 1] = ContextFrames.FaultAreaEnd();
        fixed (Table* descriptors = &table)
        {
            ulong address = (ulong)task;
            descriptors->Entries[KernelCode / 8] = Code;
            descriptors->Entries[KernelData / 8] = Data;
            descriptors->Entries[TaskState / 8] = ((ulong)size - 1)
                | ((address & 0xFF_FFFF) << 16)
                | (0x89ul << 40)
                | ((address >> 24 & 0xFF) << 56);
            descriptors->Entries[(TaskState / 8) + 1] = address >> 32;
            descriptors->Entries[UserData / 8] = Data | Ring3;
            descriptors->Entries[UserCode / 8] = Code | Ring3;

            TablePointer pointer;
            pointer.Limit = (ushort)(sizeof(Table) - 1);
            pointer.Address = (ulong)descriptors;
            Processor.LoadGdt(&pointer, KernelCode, KernelData);
            Processor.LoadTaskRegister(TaskState);
        }
    }

    /// <summary>From the next interrupt or system call on, registers are saved to the area that ends here.</summary>
    internal static void SaveContextsTo(ulong areaEnd) => TaskStateAddress()->Interrupt[ContextStack - 1] = areaEnd;

    /// <summary>
    /// Whether ring 3 may use I/O ports: all or none. Allowed by the map and not by IOPL, so that a driver cannot switch interrupts off.
    /// </summary>
    internal static void AllowPorts(bool allow) => TaskStateAddress()->PortMap = allow ? (ushort)sizeof(TaskStateSegment) : NoPortMap;

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_task_state")]
    private static extern TaskStateSegment* TaskStateAddress();

    private struct Table
    {
        internal fixed ulong Entries[7];
    }

    /// <summary>The 64-bit task state segment (SDM volume 3, 8.7): stacks for privilege changes and for interrupts.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct TaskStateSegment
    {
        internal uint Reserved0;
        internal fixed ulong Privilege[3];
        internal ulong Reserved1;
        internal fixed ulong Interrupt[7];
        internal ulong Reserved2;
        internal ushort Reserved3;
        internal ushort PortMap;
    }
}
