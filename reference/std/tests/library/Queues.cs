using System;
using System.Collections.Generic;

internal static class Queues
{
    internal static void Run()
    {
        Print.Topic("queues");
        var queue = new Queue<int>();
        for (int i = 0; i < 10; i++)
        {
            queue.Enqueue(i);
            if (i % 3 == 2)
                queue.Dequeue();
        }

        Print.All(queue);
        Print.Line(
            queue.Count, queue.Peek(), queue.Dequeue(), queue.Contains(5), queue.Contains(0), queue.TryPeek(out int head), head,
            queue.ToArray()[1], queue.EnsureCapacity(50) >= 50);
        queue.TrimExcess();
        queue.Clear();
        Print.Line(queue.TryDequeue(out int none), none, queue.Count, queue.TryPeek(out _), new Queue<string>(["a", "b"]).Dequeue());
        var stack = new Stack<string>(["a", "b"]);
        stack.Push("c");
        Print.All(stack);
        Print.Line(
            stack.Count, stack.Peek(), stack.Pop(), stack.Contains("c"), stack.TryPop(out string? top), top, stack.ToArray().Length,
            stack.TryPeek(out string? next), next);
        stack.Clear();
        Print.Line(stack.TryPop(out string? nothing), nothing, stack.Count);
        var priorities = new PriorityQueue<string, int>();
        foreach ((string name, int priority) in new[] { ("e", 5), ("a", 1), ("c", 3), ("b", 2), ("a2", 1), ("d", 4), ("a3", 1), ("e2", 5) })
            priorities.Enqueue(name, priority);
        Print.Line(priorities.Count, priorities.Peek(), priorities.EnqueueDequeue("first", 0), priorities.EnqueueDequeue("z", 9));
        string order = "";
        while (priorities.TryDequeue(out string? name, out int priority))
            order += name + priority + " ";
        Print.Line(order, priorities.Count, priorities.TryPeek(out _, out _));
        var random = new Random(3);
        var heap = new PriorityQueue<int, double>(Comparer<double>.Create((a, b) => b.CompareTo(a)));
        for (int i = 0; i < 200; i++)
            heap.Enqueue(i, random.Next(50));
        int hash = 0;
        while (heap.Count > 0)
            hash = unchecked((hash * 31) + heap.Dequeue());
        Print.Line(hash);
    }
}
