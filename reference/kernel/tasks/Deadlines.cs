using System.Runtime.CompilerServices;
using Merriwig.Memory;

namespace Merriwig.Tasks;

/// <summary>
/// The moments at which waits end by themselves, the earliest first: a binary heap of thread numbers (Cormen et al., chapter 6). A thread knows
/// its place, so a wait that ends otherwise takes its deadline away in the same time, and a thread without one costs nothing.
/// </summary>
internal static unsafe class Deadlines
{
    // Places count from 1: the children of place n are 2n and 2n + 1.
    private static ushort* heap;
    private static int count;

    /// <summary>Takes memory for one deadline a thread.</summary>
    internal static bool TryInitialize()
    {
        heap = (ushort*)KernelTables.Allocate((Threads.Capacity + 1) * sizeof(ushort));
        return heap != null;
    }

    /// <summary>Gives a thread that has none a deadline, in clocks since boot.</summary>
    internal static void Set(int thread, ulong deadline)
    {
        Threads.At(thread)->Deadline = deadline;
        MoveUp(++count, (ushort)thread);
    }

    /// <summary>Takes a thread's deadline away, if it has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Cancel(int thread)
    {
        if (Threads.At(thread)->DeadlinePlace != 0)
            Remove(thread);
    }

    private static void Remove(int thread)
    {
        int place = Threads.At(thread)->DeadlinePlace;
        Threads.At(thread)->DeadlinePlace = 0;
        ushort last = heap[count--];
        if (last == thread)
            return;
        if (place > 1 && IsEarlier(last, heap[place / 2]))
            MoveUp(place, last);
        else
            MoveDown(place, last);
    }

    /// <summary>The thread with the earliest deadline, if that is over; the deadline stays.</summary>
    internal static bool TryGetDue(ulong now, out int thread)
    {
        thread = count > 0 ? heap[1] : 0;
        return count > 0 && Threads.At(thread)->Deadline <= now;
    }

    /// <summary>Whether no deadline is earlier than the one above it, and every thread's place is where it is: for audits.</summary>
    /// <param name="deadlines">How many there are.</param>
    internal static bool AreInOrder(out int deadlines)
    {
        deadlines = count;
        for (int place = 1; place <= count; place++)
        {
            if (Threads.At(heap[place])->DeadlinePlace != place || (place > 1 && IsEarlier(heap[place], heap[place / 2])))
                return false;
        }

        return true;
    }

    private static void MoveUp(int place, ushort thread)
    {
        while (place > 1 && IsEarlier(thread, heap[place / 2]))
        {
            Put(place, heap[place / 2]);
            place /= 2;
        }

        Put(place, thread);
    }

    private static void MoveDown(int place, ushort thread)
    {
        while (2 * place <= count)
        {
            int child = 2 * place;
            if (child < count && IsEarlier(heap[child + 1], heap[child]))
                child++;
            if (!IsEarlier(heap[child], thread))
                break;
            Put(place, heap[child]);
            place = child;
        }

        Put(place, thread);
    }

    private static bool IsEarlier(ushort thread, ushort other) => Threads.At(thread)->Deadline < Threads.At(other)->Deadline;

    private static void Put(int place, ushort thread)
    {
        heap[place] = thread;
        Threads.At(thread)->DeadlinePlace = (ushort)place;
    }
}
