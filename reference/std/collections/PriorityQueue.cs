using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

/// <summary>
/// The element of the least priority first; of equal ones any. A heap of four branches, as .NET's, which hands equal ones out in the same order.
/// </summary>
public class PriorityQueue<TElement, TPriority>
{
    private const int Branches = 4;

    private readonly List<(TElement Element, TPriority Priority)> heap = [];

    public PriorityQueue()
        : this((IComparer<TPriority>?)null)
    {
    }

    public PriorityQueue(IComparer<TPriority>? comparer) => Comparer = comparer ?? Comparer<TPriority>.Default;

    public PriorityQueue(int initialCapacity)
        : this(initialCapacity, null)
    {
    }

    public PriorityQueue(int initialCapacity, IComparer<TPriority>? comparer)
        : this(comparer) => heap.EnsureCapacity(initialCapacity);

    public int Count => heap.Count;

    public IComparer<TPriority> Comparer { get; }

    public void Enqueue(TElement element, TPriority priority)
    {
        heap.Add((element, priority));
        Rise(heap.Count - 1, (element, priority));
    }

    public TElement Dequeue() => TryDequeue(out TElement? element, out _) ? element : throw Fail.Empty("Queue");

    public bool TryDequeue([MaybeNullWhen(false)] out TElement element, [MaybeNullWhen(false)] out TPriority priority)
    {
        if (!TryPeek(out element, out priority))
            return false;
        (TElement, TPriority) last = heap[heap.Count - 1];
        heap.RemoveAt(heap.Count - 1);
        if (heap.Count > 0)
            Sink(0, last);
        return true;
    }

    public TElement Peek() => TryPeek(out TElement? element, out _) ? element : throw Fail.Empty("Queue");

    public bool TryPeek([MaybeNullWhen(false)] out TElement element, [MaybeNullWhen(false)] out TPriority priority)
    {
        (element, priority) = heap.Count > 0 ? heap[0] : default;
        return heap.Count > 0;
    }

    /// <summary>Adds an element and takes the first one, which may be the same.</summary>
    public TElement EnqueueDequeue(TElement element, TPriority priority)
    {
        if (heap.Count == 0 || Comparer.Compare(priority, heap[0].Priority) <= 0)
            return element;
        TElement first = heap[0].Element;
        Sink(0, (element, priority));
        return first;
    }

    public void EnqueueRange(IEnumerable<(TElement Element, TPriority Priority)> items)
    {
        foreach ((TElement element, TPriority priority) in items)
            Enqueue(element, priority);
    }

    public void Clear() => heap.Clear();

    private void Rise(int index, (TElement Element, TPriority Priority) item)
    {
        while (index > 0)
        {
            int parent = (index - 1) / Branches;
            if (Comparer.Compare(item.Priority, heap[parent].Priority) >= 0)
                break;
            heap[index] = heap[parent];
            index = parent;
        }

        heap[index] = item;
    }

    private void Sink(int index, (TElement Element, TPriority Priority) item)
    {
        for (int child = (index * Branches) + 1; child < heap.Count; child = (index * Branches) + 1)
        {
            int least = child;
            for (int other = child + 1; other < Math.Min(child + Branches, heap.Count); other++)
            {
                if (Comparer.Compare(heap[other].Priority, heap[least].Priority) < 0)
                    least = other;
            }

            if (Comparer.Compare(item.Priority, heap[least].Priority) <= 0)
                break;
            heap[index] = heap[least];
            index = least;
        }

        heap[index] = item;
    }
}
