using System;

/// <summary>Shapes of live data: cycles, a list too deep to be followed by calls, arrays of structs with references, boxes, closures, and objects that only a span refers to.</summary>
internal static class Graphs
{
    private static Node? staticRoot;
    private static readonly object[] StaticTable = [new Node(1), "text", 7];

    /// <summary>Builds and checks them so many times, with garbage in between, and lists of a length.</summary>
    internal static int Run(int rounds, int depth)
    {
        int wrong = 0;
        for (int round = 0; round < rounds; round++)
        {
            wrong += Cycle(round) + DeepList(round, depth) + Structs(round) + Boxes(round) + Closures(round) + OnlyASpan(round) + Statics(round);
            Litter();
        }

        return wrong;
    }

    private static int Cycle(int seed)
    {
        var first = new Node(seed);
        Node last = first;
        for (int i = 1; i < 100; i++)
            last = last.Next = new Node(seed + i);
        last.Next = first;
        Litter();
        Node node = first;
        int wrong = 0;
        for (int i = 0; i < 100; i++, node = node.Next!)
            wrong += node.Value == seed + i ? 0 : 1;
        return wrong + (node == first ? 0 : 1);
    }

    private static int DeepList(int seed, int depth)
    {
        Node? list = null;
        for (int i = 0; i < depth; i++)
            list = new Node(seed ^ i) { Next = list };
        GC.Collect();
        int wrong = 0;
        for (int i = depth; i-- > 0; list = list.Next)
            wrong += list!.Value == (seed ^ i) ? 0 : 1;
        return wrong;
    }

    private static int Structs(int seed)
    {
        var table = new Entry[50];
        for (int i = 0; i < table.Length; i++)
            table[i] = new Entry { Number = seed + i, Text = $"text {seed + i}", Node = new Node(i), Other = ~i };
        Litter();
        int wrong = 0;
        for (int i = 0; i < table.Length; i++)
        {
            Entry entry = table[i];
            wrong += entry.Number == seed + i && entry.Text == $"text {seed + i}" && entry.Node.Value == i && entry.Other == ~i ? 0 : 1;
        }

        return wrong;
    }

    private static int Boxes(int seed)
    {
        var boxes = new object[64];
        for (int i = 0; i < boxes.Length; i++)
            boxes[i] = i % 2 == 0 ? seed + i : new Entry { Number = seed + i, Text = "boxed", Node = new Node(i) };
        Litter();
        int wrong = 0;
        for (int i = 0; i < boxes.Length; i++)
        {
            bool holds = i % 2 == 0 ? (int)boxes[i] == seed + i : (Entry)boxes[i] is { Text: "boxed" } entry && entry.Node.Value == i;
            wrong += holds ? 0 : 1;
        }

        return wrong;
    }

    private static int Closures(int seed)
    {
        var functions = new Func<int>[30];
        for (int i = 0; i < functions.Length; i++)
        {
            var node = new Node(seed + i);
            functions[i] = () => node.Value;
        }

        Litter();
        int wrong = 0;
        for (int i = 0; i < functions.Length; i++)
            wrong += functions[i]() == seed + i ? 0 : 1;
        return wrong;
    }

    private static int OnlyASpan(int seed)
    {
        Span<int> middle = Numbers(seed).AsSpan(500, 3);
        ref int one = ref Numbers(seed + 1)[900];
        GC.Collect();
        Litter();
        return (middle[0] == seed + 500 ? 0 : 1) + (middle[2] == seed + 502 ? 0 : 1) + (one == seed + 901 ? 0 : 1);
    }

    private static int Statics(int seed)
    {
        int wrong = staticRoot is null || staticRoot.Value == seed - 1 ? 0 : 1;
        staticRoot = new Node(seed) { Next = new Node(-seed) };
        StaticTable[seed % 3] = new Node(seed);
        Litter();
        return wrong + (staticRoot.Next!.Value == -seed ? 0 : 1) + (((Node)StaticTable[seed % 3]).Value == seed ? 0 : 1);
    }

    private static int[] Numbers(int seed)
    {
        int[] numbers = new int[1000];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = seed + i;
        return numbers;
    }

    /// <summary>Objects of the sizes that the others have, so that a lost one is overwritten.</summary>
    private static void Litter()
    {
        for (int i = 0; i < 300; i++)
        {
            _ = new Node(-1) { Next = new Node(-2) };
            _ = new Entry[i % 50].Length;
            _ = $"litter {i}".Length;
            _ = new int[1000].Length;
        }
    }

    internal sealed class Node(int value)
    {
        internal int Value { get; } = value;

        internal Node? Next { get; set; }
    }

    private struct Entry
    {
        internal long Number;
        internal string Text;
        internal Node Node;
        internal long Other;
    }
}
