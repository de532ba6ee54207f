using Merriwig.Cpu;
using Merriwig.Tasks;

namespace Merriwig.Lab;

/// <summary>A stack and a place for the registers for each thread of <see cref="Machine"/>.</summary>
internal static unsafe class Contexts
{
    private const int StackSize = 8 * 1024;
    private const int Alignment = 16;
    private const ulong AlwaysOne = 1 << 1;
    private const ulong InterruptsOn = 1 << 9;

    private static Storage storage;

    /// <summary>The end of the thread's context area.</summary>
    internal static ulong End(int thread) => (ulong)Area(thread) + ContextFrames.AreaSize;

    /// <summary>The thread's registers while it does not run.</summary>
    internal static InterruptFrame* Frame(int thread) => (InterruptFrame*)(Area(thread) + ContextFrames.SseSize);

    /// <summary>Makes the registers those of a thread that is about to call a method with its own number.</summary>
    internal static void Prepare(int thread, delegate*<int, void> method)
    {
        InterruptFrame* frame = ContextFrames.Initialize(Area(thread));
        frame->Rip = (ulong)method;
        frame->Rdi = (ulong)thread;
        frame->Cs = DescriptorTables.KernelCode;
        frame->Ss = DescriptorTables.KernelData;
        frame->Rflags = AlwaysOne | InterruptsOn;
        frame->Rsp = (ulong)Area(thread + 1) - sizeof(ulong); // as after a call
    }

    // An area, and above it the stack that grows down towards it.
    private static byte* Area(int thread)
    {
        fixed (Storage* memory = &storage)
        {
            ulong start = ((ulong)memory + Alignment - 1) & ~(Alignment - 1ul);
            return (byte*)start + (thread * (ContextFrames.AreaSize + StackSize));
        }
    }

    private struct Storage
    {
        internal fixed byte Bytes[(Machine.Threads * (ContextFrames.AreaSize + StackSize)) + Alignment];
    }
}
