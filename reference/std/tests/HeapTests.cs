using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;

namespace Euralios.Std.Tests;

/// <summary>The collected heap in simulated memory.</summary>
internal sealed unsafe class HeapTests
{
    [Test]
    public void Each_size_gets_the_smallest_cell_that_holds_it()
    {
        for (uint size = 1; size <= SizeClasses.Largest; size++)
        {
            int sizeClass = SizeClasses.Of(size);
            uint cell = SizeClasses.CellSize(sizeClass);
            Assert.That(cell, Is.GreaterThanOrEqualTo(size));
            Assert.That(cell % 16, Is.Zero);
            Assert.That(sizeClass == 0 || SizeClasses.CellSize(sizeClass - 1) < size, $"{size}");
        }

        Assert.That(SizeClasses.Of(SizeClasses.Largest), Is.EqualTo(SizeClasses.Count - 1));
    }

    [Test]
    public void Each_offset_in_a_block_belongs_to_the_right_cell()
    {
        for (int sizeClass = 0; sizeClass < SizeClasses.Count; sizeClass++)
        {
            Block block = default;
            block.Divide(sizeClass);
            for (uint offset = 0; offset < Block.Size; offset++)
            {
                if (block.CellOf(offset) != offset / block.CellSize * block.CellSize)
                    Assert.Fail($"offset {offset}, cells of {block.CellSize}");
            }
        }
    }

    [TestCase(24), TestCase(128), TestCase(1000), TestCase(8192), TestCase(8193), TestCase(100_000)]
    public void Objects_are_zero_and_apart_also_where_others_were(int size)
    {
        using var heap = new SimulatedHeap();
        ulong bytes = heap.Array(1);
        int length = size - 24;
        for (int round = 0; round < 3; round++)
        {
            var instances = new List<ulong>();
            for (int i = 0; i < 200; i++)
            {
                ulong instance = heap.New(bytes, length);
                Assert.That(new ReadOnlySpan<byte>((void*)(instance + 16), length).IndexOfAnyExcept((byte)0), Is.Negative);
                new Span<byte>((void*)(instance + 16), length).Fill((byte)(i + 1));
                instances.Add(instance);
            }

            for (int i = 0; i < instances.Count; i++)
                Assert.That(new ReadOnlySpan<byte>((void*)(instances[i] + 16), length).IndexOfAnyExcept((byte)(i + 1)), Is.Negative);
            heap.Collect(instances.Where((_, i) => i % 3 == 0).ToArray());
            Assert.That(heap.Space.Find(instances[3]), Is.EqualTo(instances[3]));
        }
    }

    [Test]
    public void An_address_anywhere_in_an_object_keeps_it_and_one_beside_it_does_not()
    {
        using var heap = new SimulatedHeap();
        ulong bytes = heap.Array(1);
        foreach (int length in (int[])[1, 40, 500, 5000, 50_000])
        {
            ulong before = heap.New(bytes, length);
            ulong instance = heap.New(bytes, length);
            ulong after = heap.New(bytes, length);
            heap.Collect(instance + 16 + (ulong)length - 1);
            Assert.That(heap.Space.Find(instance), Is.EqualTo(instance));
            Assert.That(heap.Space.Find(before), Is.Zero);
            Assert.That(heap.Space.Find(after), Is.Zero);
        }
    }

    [Test]
    public void Words_that_lead_nowhere_are_harmless()
    {
        using var heap = new SimulatedHeap();
        ulong instance = heap.New(heap.Class(2));
        heap.Collect(0, 1, ulong.MaxValue, instance - (1 << 20), instance + (1 << 24), 0x8000_0000_0000_0000);
        Assert.That(heap.Space.Find(instance), Is.Zero);
    }

    [Test]
    public void Cycles_die_together()
    {
        using var heap = new SimulatedHeap();
        ulong pair = heap.Class(2, (0, 2));
        (ulong a, ulong b) = (heap.New(pair), heap.New(pair));
        (SimulatedHeap.Word(a, 0), SimulatedHeap.Word(b, 1)) = (b, a);
        heap.Collect(a);
        Assert.That(heap.Space.Find(b), Is.EqualTo(b));
        heap.Collect();
        Assert.That(heap.Space.Find(a) + heap.Space.Find(b), Is.Zero);
    }

    [TestCase(1u), TestCase(7u), TestCase(65536u)]
    public void Long_lists_and_wide_arrays_need_no_deep_stack(uint stack)
    {
        using var heap = new SimulatedHeap(markStackSize: stack);
        ulong node = heap.Class(2, (0, 2));
        ulong array = heap.ReferenceArray();
        var all = new List<ulong>();
        ulong list = 0;
        for (int i = 0; i < 100_000; i++)
        {
            ulong added = heap.New(node);
            SimulatedHeap.Word(added, 0) = list;
            list = added;
            all.Add(added);
        }

        ulong wide = heap.New(array, 1000);
        for (int i = 0; i < 1000; i++)
        {
            ulong child = heap.New(node);
            SimulatedHeap.Word(wide, 1 + i) = child;
            ulong grandchild = heap.New(node);
            SimulatedHeap.Word(child, 1) = grandchild;
            all.AddRange([child, grandchild]);
        }

        heap.Collect(list, wide);
        Assert.That(all.All(instance => IsAlive(heap, instance)));
    }

    [Test]
    public void Memory_is_given_back_and_reads_as_zero()
    {
        using var heap = new SimulatedHeap();
        ulong bytes = heap.Array(1);
        ulong kept = heap.New(bytes, 10);
        for (int i = 0; i < 300; i++)
            heap.New(bytes, 100_000);
        Assert.That(heap.Space.InUse, Is.GreaterThan(30_000_000));
        heap.Collect(kept);
        Assert.That(heap.Space.InUse, Is.LessThanOrEqualTo(2 * Block.Size));
        Assert.That(SimulatedHeap.Releases.Sum(piece => (long)piece.Size), Is.GreaterThan(25_000_000));
        Assert.That(SimulatedHeap.Releases.All(piece => piece.Address % 4096 == 0 && piece.Size % 4096 == 0 && piece.Size <= 64 << 20));
    }

    [Test]
    public void A_full_heap_says_so_and_recovers()
    {
        using var heap = new SimulatedHeap(size: 4 << 20);
        ulong bytes = heap.Array(1);
        foreach (int length in (int[])[10, 3000, 60_000])
        {
            int count = 0;
            while (heap.New(bytes, length) != 0)
                count++;
            Assert.That((long)count * (length + 24), Is.GreaterThan(2_000_000));
            heap.Collect();
        }

        Assert.That(heap.Space.Allocate(4 << 20), Is.Zero);
        Assert.That(heap.Space.Allocate(ulong.MaxValue), Is.Zero);
        Assert.That(heap.Space.Allocate(3 << 20), Is.Not.Zero);
    }

    [Test]
    public void A_collection_is_due_when_half_as_much_as_lives_was_taken()
    {
        using var heap = new SimulatedHeap();
        ulong bytes = heap.Array(1);
        ulong array = heap.New(heap.ReferenceArray(), 80);
        for (int i = 0; i < 80; i++)
            SimulatedHeap.Word(array, 1 + i) = heap.New(bytes, 100_000);
        Assert.That(heap.Space.IsDue);
        heap.Collect(array);
        ulong live = heap.Space.Live;
        Assert.That(live, Is.InRange(8_000_000ul, 9_500_000ul));
        ulong taken = 0;
        while (!heap.Space.IsDue)
        {
            heap.New(bytes, 100_000);
            taken += 100_000;
        }

        Assert.That(taken, Is.InRange(live * 4 / 10, live * 6 / 10));
    }

    /// <summary>
    /// Objects of all kinds of types, changed at random; now and then some roots go and the heap is collected. What can be reached by a model of our own is
    /// there with its contents, and nothing else is.
    /// </summary>
    [Test]
    public void A_random_graph_keeps_what_can_be_reached_and_nothing_else([Range(0, 19)] int seed)
    {
        var random = new Random(seed);
        using var heap = new SimulatedHeap(markStackSize: seed % 2 == 0 ? 65536u : 16u);
        Shape[] shapes =
        [
            new(heap.Class(3), 0, _ => []),
            new(heap.Class(4, (1, 2)), 0, _ => [1, 2]),
            new(heap.Class(9, (0, 1), (3, 2), (8, 1)), 0, _ => [0, 3, 4, 8]),
            new(heap.Class(600, (599, 1)), 0, _ => [599]),
            new(heap.Class(3000, (0, 1), (2999, 1)), 0, _ => [0, 2999]),
            new(heap.ReferenceArray(), 1200, length => Enumerable.Range(1, length)),
            new(heap.StructArray(0, (1, 1)), 300, length => Enumerable.Range(0, length).Select(i => 1 + (i * 2))),
            new(heap.StructArray(1, (2, 1), (1, 2)), 200, length => Enumerable.Range(0, length).SelectMany(i => (int[])[2 + (i * 6), 3 + (i * 6), 5 + (i * 6)])),
            new(heap.Array(8), 3000, _ => []),
        ];
        var objects = new Dictionary<ulong, (int[] Slots, ulong Stamp)>();
        var roots = new List<ulong>();
        for (int round = 0; round < 12; round++)
        {
            List<ulong> known = [.. objects.Keys.Take(400)];
            for (int i = 0; i < 300; i++)
            {
                Shape shape = shapes[random.Next(shapes.Length)];
                int length = random.Next(shape.MostComponents + 1);
                ulong instance = heap.New(shape.Type, length);
                int[] slots = shape.References(length).ToArray();
                ulong stamp = (ulong)random.NextInt64();
                ((ulong*)instance)[-1] = stamp; // the header is nobody's: it must survive too
                Assert.That(objects.TryAdd(instance, (slots, stamp)), "an object where one lives");
                known.Add(instance);
                if (random.Next(10) == 0)
                    roots.Add(instance);

                // What is no reference keeps nothing alive, whatever it looks like. An array's length is behind the type.
                int words = (int)((ObjectReferences.SizeOf(instance) - SimulatedHeap.ObjectOverhead) / 8);
                for (int word = shape.MostComponents > 0 ? 1 : 0; word < words; word++)
                    SimulatedHeap.Word(instance, word) = known[random.Next(known.Count)];
                foreach (int slot in slots)
                    SimulatedHeap.Word(instance, slot) = random.Next(3) == 0 ? 0 : known[random.Next(known.Count)];
            }

            roots.RemoveAll(_ => random.Next(4) == 0);
            heap.Collect(roots.Select(root => root + (ulong)random.Next(16)).ToArray());
            HashSet<ulong> reachable = Reachable(roots, objects);
            foreach ((ulong instance, (_, ulong stamp)) in objects)
            {
                Assert.That(IsAlive(heap, instance), Is.EqualTo(reachable.Contains(instance)));
                Assert.That(!reachable.Contains(instance) || ((ulong*)instance)[-1] == stamp);
            }

            foreach (ulong dead in objects.Keys.Except(reachable).ToList())
                objects.Remove(dead);
        }
    }

    private static HashSet<ulong> Reachable(IEnumerable<ulong> roots, Dictionary<ulong, (int[] Slots, ulong Stamp)> objects)
    {
        var reachable = new HashSet<ulong>();
        var open = new Stack<ulong>(roots);
        while (open.TryPop(out ulong instance))
        {
            if (instance == 0 || !reachable.Add(instance))
                continue;
            foreach (int slot in objects[instance].Slots)
                open.Push(SimulatedHeap.Word(instance, slot));
        }

        return reachable;
    }

    private static bool IsAlive(SimulatedHeap heap, ulong instance) => heap.Space.Find(instance) == instance;

    private sealed record Shape(ulong Type, int MostComponents, Func<int, IEnumerable<int>> References);
}
