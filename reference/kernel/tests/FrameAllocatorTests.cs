using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Merriwig.Memory;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>The frame allocator against a set of numbers that knows nothing of trees.</summary>
public sealed unsafe class FrameAllocatorTests
{
    [TestCase(1u, 1)]
    [TestCase(32u, 1)]
    [TestCase(33u, 2)]
    [TestCase(1024u, 2)]
    [TestCase(1025u, 3)]
    [TestCase(33_554_432u, 5)]
    [TestCase(33_554_433u, 6)]
    [TestCase(uint.MaxValue, 7)]
    public void Levels(uint frames, int expected) => Assert.That(FrameMap.LevelsFor(frames), Is.EqualTo(expected));

    [TestCase(1u, 1u + 4)]
    [TestCase(32u, 32u + 4)]
    [TestCase(33u, 33u + 8 + 4)]
    [TestCase(1025u, 1025u + (33 * 4) + 8 + 4)]
    public void Storage(uint frames, uint expected) => Assert.That(FrameMap.BytesFor(frames), Is.EqualTo(expected));

    /// <summary>The map uses all the storage that it asks for, and not a byte more.</summary>
    [TestCase(1u)]
    [TestCase(1000u)]
    [TestCase(40_000u)]
    public void StaysWithinItsStorage(uint frames)
    {
        const byte mark = 0xA5;
        uint bytes = FrameMap.BytesFor(frames);
        byte* storage = (byte*)NativeMemory.Alloc(bytes + 64);
        try
        {
            new Span<byte>(storage, (int)bytes + 64).Fill(mark);
            FrameMap.Create(out FrameMap map, frames, storage);
            map.AddRegion(0, frames);
            Assert.That(storage[bytes - 1], Is.EqualTo((byte)FrameState.Available));
            Assert.That(new Span<byte>(storage + bytes, 64).ToArray(), Has.All.EqualTo(mark));
        }
        finally
        {
            NativeMemory.Free(storage);
        }
    }

    /// <summary>Seeded lives of an allocator: 20,000 steps each over maps of many sizes with holes.</summary>
    [Test]
    public void AgreesWithASet([Range(1, 24)] int seed)
    {
        var random = new Random(seed);
        uint frames = (uint)random.Next(1, 5000);
        byte* storage = (byte*)NativeMemory.Alloc(FrameMap.BytesFor(frames));
        try
        {
            FrameMap.Create(out FrameMap map, frames, storage);
            var available = new SortedSet<uint>();
            for (uint at = (uint)random.Next(40); at < frames; at += (uint)random.Next(1, 90))
            {
                uint end = Math.Min(frames, at + (uint)random.Next(1, 700));
                map.AddRegion(at, end);
                for (; at < end; at++)
                    available.Add(at);
            }

            var managed = new HashSet<uint>(available);
            var used = new List<uint>();
            for (int step = 0; step < 20_000; step++)
                Step(random, ref map, available, managed, used);
            Assert.That(map.CountAvailable(), Is.EqualTo(available.Count));
            Assert.That(map.Count(FrameState.InUse), Is.EqualTo(used.Count));
            CheckLevels(ref map);
        }
        finally
        {
            NativeMemory.Free(storage);
        }
    }

    private static void Step(Random random, ref FrameMap map, SortedSet<uint> available, HashSet<uint> managed, List<uint> used)
    {
        // Phases of growth and of shrinking, so that the map is often nearly empty and often nearly full.
        int choice = random.Next(100);
        bool growing = used.Count < managed.Count / 2 ? random.Next(4) > 0 : random.Next(3) == 0;
        if (choice < 85 && growing)
        {
            bool done = FrameAllocator.TryAllocate(ref map, out PhysicalAddress address);
            Assert.That(done, Is.EqualTo(available.Count > 0));
            if (done)
                Take(address, 1, available, used);
        }
        else if (choice < 85 && used.Count > 0)
        {
            int index = random.Next(used.Count);
            uint frame = used[index];
            used[index] = used[^1];
            used.RemoveAt(used.Count - 1);
            Assert.That(FrameAllocator.Free(ref map, PhysicalAddress.OfFrame(frame)), Is.EqualTo(FreeResult.Freed));
            available.Add(frame);
        }
        else if (choice < 93)
        {
            uint count = (uint)random.Next(1, 70);
            uint limit = (uint)random.Next(1, (int)map.Frames + 100);
            bool done = FrameAllocator.TryAllocateConsecutive(ref map, count, ((ulong)limit * 4096) - 1, out PhysicalAddress address);
            Assert.That(done, Is.EqualTo(HasRun(available, count, limit)));
            if (done)
            {
                Assert.That((address.Value / 4096) + count, Is.LessThanOrEqualTo(limit));
                Take(address, count, available, used);
            }
        }
        else
        {
            uint frame = (uint)random.Next((int)map.Frames + 10);
            if (!managed.Contains(frame))
                Assert.That(FrameAllocator.Free(ref map, PhysicalAddress.OfFrame(frame)), Is.EqualTo(FreeResult.NotManaged));
            else if (available.Contains(frame))
                Assert.That(FrameAllocator.Free(ref map, PhysicalAddress.OfFrame(frame)), Is.EqualTo(FreeResult.NotInUse));
        }
    }

    private static void Take(PhysicalAddress address, uint count, SortedSet<uint> available, List<uint> used)
    {
        Assert.That(address.Value % 4096, Is.Zero);
        for (uint i = 0; i < count; i++)
        {
            uint frame = (uint)(address.Value / 4096) + i;
            Assert.That(available.Remove(frame), $"frame {frame} was not available");
            used.Add(frame);
        }
    }

    private static bool HasRun(SortedSet<uint> available, uint count, uint limit)
    {
        uint length = 0;
        uint next = 0;
        foreach (uint frame in available.TakeWhile(frame => frame < limit))
        {
            length = frame == next ? length + 1 : 1;
            next = frame + 1;
            if (length == count)
                return true;
        }

        return false;
    }

    private static void CheckLevels(ref FrameMap map)
    {
        for (int level = 0; level + 1 < map.Levels; level++)
        {
            for (int i = 0; i < map.Level(level).Length; i++)
                Assert.That((map.Level(level + 1)[i / 32] >> (i % 32) & 1) != 0, Is.EqualTo(map.Level(level)[i] != 0), $"level {level + 1}, bit {i}");
        }
    }
}
