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

    /// <summary>The interrupt stack that faults use, so that one is reported even when the stack itself is at fault. Numbered from 1.</summary>
    internal const byte FaultStack = 1;

    // Present, 64-bit code or writable data, ring 0 or 3 (SDM volume 3, 3.4.5).
    private const ulong Code = 0x00AF_9A00_0000_FFFF;
    private const ulong Data = 0x00CF_9200_0000_FFFF;
    private const ulong Ring3 = 0x0000_6000_0000_0000;

    private const int FaultStackSize = 20 * 1024;

    private static Table table;
    private static TaskStateSegment taskState;
    private static Stack faultStack;

    /// <summary>Loads the tables. The boot code's own are not used after this.</summary>
    internal static void Load()
    {
        fixed (Table* descriptors = &table)
        fixed (TaskStateSegment* task = &taskState)
        fixed (Stack* stack = &faultStack)
        {
            task->Interrupt[FaultStack - 1] = ((ulong)stack + FaultStackSize) & ~15ul;
            task->PortMap = (ushort)sizeof(TaskStateSegment); // beyond the limit: no port is allowed to ring 3

            ulong address = (ulong)task;
            descriptors->Entries[KernelCode / 8] = Code;
            descriptors->Entries[KernelData / 8] = Data;
            descriptors->Entries[TaskState / 8] = ((ulong)sizeof(TaskStateSegment) - 1)
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

    private struct Table
    {
        internal fixed ulong Entries[7];
    }

    private struct Stack
    {
        internal fixed byte Bytes[FaultStackSize];
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
