using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Mounting, unmounting and opening. Each mount's rendezvous is known by a message that waits at it.</summary>
internal static unsafe class Paths
{
    internal static void LongestMatch()
    {
        MountNew("/a"u8);
        MountNew("/a/b/c"u8);
        MountNew("/a/b"u8);
        Opens("/a"u8, "/a"u8);
        Opens("/a/"u8, "/a"u8);
        Opens("/a/x"u8, "/a"u8);
        Opens("/a/b"u8, "/a/b"u8);
        Opens("/a/b/x"u8, "/a/b"u8);
        Opens("/a/b/c"u8, "/a/b/c"u8);
        Opens("/a/b/c/d/e"u8, "/a/b/c"u8);
        Opens("/a/b/"u8, "/a/b"u8);
        NotFound("/"u8);
        NotFound("/b"u8);
        NotFound("a"u8);
        NotFound("a/b"u8);
    }

    internal static void WholeComponents()
    {
        MountNew("/ramdisk"u8);
        Opens("/ramdisk"u8, "/ramdisk"u8);
        Opens("/ramdisk/x"u8, "/ramdisk"u8);
        NotFound("/ramdiskx"u8);
        NotFound("/ramdiskx/y"u8);
        NotFound("/ramdis"u8);
        NotFound("/ramdisk\0"u8);
        NotFound("//ramdisk"u8);
        NotFound(" /ramdisk"u8);
        NotFound("/RAMDISK"u8);
        MountNew("/ramdiskx"u8);
        Opens("/ramdiskx/y"u8, "/ramdiskx"u8);
        Opens("/ramdisk/x"u8, "/ramdisk"u8);
    }

    internal static void MountOfTheRoot()
    {
        MountNew("/"u8);
        Expect.Equal(Open("/"u8, 0), "/"u8);
        Expect.Equal(Open("/any/thing"u8, 0), "/"u8);
        NotFound("any"u8);
        MountNew("/any"u8);
        Opens("/any/thing"u8, "/any"u8);
        Expect.Equal(Open("/anything"u8, 0), "/"u8);
        Expect.Equal(List(), "[\"\",\"/any\"]"u8);
        Expect.Equal(Mount(" / "u8).Rax, (ulong)Error.Exists);
        Unmount("///"u8);
        NotFound("/anything"u8);
        MountNew("relative"u8);
        Opens("relative/x"u8, "relative"u8);
        Unmount("relative"u8);
        Unmount("/any"u8);
    }

    internal static void Trimmed()
    {
        MountNew(" \t\r\n/x/y// "u8);
        Expect.Equal(List(), "[\"/x/y\"]"u8);
        Expect.Equal(Open("/x/y/z"u8, 4), " \t\r\n/x/y// "u8);
        Expect.Equal(Mount("/x/y"u8).Rax, (ulong)Error.Exists);
        Expect.Equal(Mount("/x/y/"u8).Rax, (ulong)Error.Exists);

        // Within a path nothing is changed, and what is opened is not trimmed.
        MountNew("/x//y"u8);
        MountNew("/x /y"u8);
        Opens("/x//y/z"u8, "/x//y"u8);
        Opens("/x /y"u8, "/x /y"u8);
        NotFound("/x/y "u8);
        Unmount("\n/x/y/ "u8);
        NotFound("/x/y"u8);
        Opens("/x /y"u8, "/x /y"u8);
    }

    internal static void Duplicates()
    {
        MountNew("/a"u8);
        Usage before = Usage.Now();
        for (int i = 0; i < 3; i++)
            Expect.Equal(Mount("/a"u8).Rax, (ulong)Error.Exists);
        Usage.ExpectAs(before);
        Opens("/a"u8, "/a"u8);
        Unmount("/a"u8);
        MountNew("/a"u8);
        Opens("/a"u8, "/a"u8);
    }

    internal static void Unmount()
    {
        MountNew("/a"u8);
        MountNew("/b"u8);
        MountNew("/c"u8);
        foreach (byte[] none in (byte[][])["/"u8.ToArray(), "/d"u8.ToArray(), "/a/b"u8.ToArray(), "a"u8.ToArray(), " "u8.ToArray()])
        {
            fixed (byte* path = none)
                Call.Fails(Error.NotFound, SystemCallNumber.Unmount, (ulong)path, (ulong)none.Length);
        }

        Unmount("/b"u8);
        Expect.Equal(List(), "[\"/a\",\"/c\"]"u8);
        NotFound("/b"u8);
        Unmount("/a"u8);
        Expect.Equal(List(), "[\"/c\"]"u8);
        Unmount("/c"u8);
        Expect.Equal(List(), "[]"u8);
        fixed (byte* path = "/c"u8)
            Call.Fails(Error.NotFound, SystemCallNumber.Unmount, (ulong)path, 2);
    }

    internal static void Lengths()
    {
        // 249 bytes for a mount, as they are kept; 4,096 for a path that is opened.
        byte[] path = new byte[5000];
        path.AsSpan().Fill((byte)'p');
        path[0] = (byte)'/';
        fixed (byte* text = path)
        {
            Call.Fails(Error.Parameter, SystemCallNumber.Mount, (ulong)text, 0, 0, Call.Through(1));
            Call.Fails(Error.Parameter, SystemCallNumber.Open, (ulong)text, 0);
            Call.Fails(Error.Parameter, SystemCallNumber.Unmount, (ulong)text, 0);
            Call.Fails(Error.Parameter, SystemCallNumber.Mount, (ulong)text, 250, 0, Call.Through(1));
            MountNew(path.AsSpan(0, 249));
            path[249] = (byte)'/';
            Expect.Equal(Call.Done(SystemCallNumber.Open, (ulong)text, 4096).Rsi, 249ul);
            Call.Fails(Error.Parameter, SystemCallNumber.Open, (ulong)text, 4097);
            Call.Fails(Error.Parameter, SystemCallNumber.Unmount, (ulong)text, 4097);
            Call.Fails(Error.Parameter, SystemCallNumber.Mount, (ulong)text, 4097, 0, Call.Through(1));
            for (int i = 250; i < 4096; i++)
                path[i] = (byte)(i % 2 == 0 ? '/' : ' ');
            Call.Fails(Error.NotFound, SystemCallNumber.Unmount, (ulong)text, 4096); // trimmed of white space, then of slashes: not of both in turn
            Call.Done(SystemCallNumber.Unmount, (ulong)text, 250);
        }
    }

    internal static void MountTakesTheHandle()
    {
        Rendezvous place = Rendezvous.New();
        fixed (byte* path = "/taken"u8)
        {
            // Only a call that is done takes it.
            Call.Fails(Error.Parameter, SystemCallNumber.Mount, (ulong)path, 0, 0, Call.Through(place.First));
            Call.Fails(Error.Parameter, SystemCallNumber.Mount, 0, 6, 0, Call.Through(place.First));
            Call.Done(SystemCallNumber.Close, Call.Done(SystemCallNumber.CopyRendezvous, place.First).Rdi);
            Call.Done(SystemCallNumber.Mount, (ulong)path, 6, 0, Call.Through(place.First));
            Call.Fails(Error.InvalidHandle, SystemCallNumber.CopyRendezvous, place.First);
            Call.Done(SystemCallNumber.Unmount, (ulong)path, 6);
        }
    }

    internal static void OpenGivesTheRendezvous()
    {
        // Two handles to the same place: a message from one to the other, and each is open as long as it is held.
        Rendezvous place = Rendezvous.New();
        fixed (byte* path = "/place"u8)
        {
            Call.Done(SystemCallNumber.Mount, (ulong)path, 6, 0, Call.Through(place.First));
            ulong first = Call.Done(SystemCallNumber.Open, (ulong)path, 6).Rdi;
            ulong second = Call.Done(SystemCallNumber.Open, (ulong)path, 6).Rdi;
            Expect.True(first != second);
            Call.Done(SystemCallNumber.Unmount, (ulong)path, 6);
            Call.Done(SystemCallNumber.Close, place.Second);
            Actor actor = Actor.InThisProcess();
            actor.Begin(SystemCallNumber.Send, 1, 2, 3, Call.Through(first));
            Expect.Equal(Call.Done(SystemCallNumber.Receive, second).Rdi, 1ul);
            actor.End();
            Call.Done(SystemCallNumber.Close, second);
            Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, Call.Through(first));
        }
    }

    internal static void ListIsJson()
    {
        Expect.Equal(List(), "[]"u8);
        MountNew("/plain"u8);
        MountNew("/with \"quotes\" and \\"u8);
        MountNew("/\u0001\u001F\tx\u007F"u8);
        MountNew("/ä€😀"u8);
        Expect.Equal(List(), "[\"/plain\",\"/with \\\"quotes\\\" and \\\\\",\"/\\u0001\\u001f\\u0009x\u007F\",\"/ä€😀\"]"u8);
    }

    internal static void ListOfMany()
    {
        // Longer than a page; the chunk is the caller's and written within its length.
        byte[] path = new byte[200];
        path.AsSpan().Fill((byte)'\u0001'); // six bytes each in JSON
        path[0] = (byte)'/';
        for (int i = 0; i < 20; i++)
        {
            path[1] = (byte)('a' + i);
            MountNew(path);
        }

        ReadOnlySpan<byte> text = List();
        Expect.Equal(text.Length, 2 + (20 * (2 + 2 + (198 * 6))) + 19);
        Expect.Equal(text.Slice(0, 16), "[\"/a\\u0001\\u0001"u8.Slice(0, 16));
        Expect.Equal(text.Slice(text.Length - 8), "\\u0001\"]"u8);
    }

    internal static void SharedByChildren()
    {
        // A thread's mounts are its process's; a child that shares sees them come and go.
        Rendezvous place = Rendezvous.New();
        Actor child = Actor.InOtherProcess();
        Actor thread = Actor.InThisProcess();
        byte[] path = "/seen"u8.ToArray();
        Expect.Done(MemoryChunk.TryCreate(path, out MemoryChunk text, out Error error), error);
        ulong theirs = child.Give(text);
        Expect.Equal(child.Do(SystemCallNumber.Open, theirs, 5).Rax, (ulong)Error.NotFound);
        fixed (byte* own = path)
            Expect.Equal(thread.Do(SystemCallNumber.Mount, (ulong)own, 5, 0, Call.Through(place.First)).Rax, 0ul);
        Expect.Equal(child.Do(SystemCallNumber.Open, theirs, 5).Rax, 0ul);
        Expect.Equal(child.Do(SystemCallNumber.Unmount, theirs, 5).Rax, 0ul);
        NotFound("/seen"u8);
    }

    private static void MountNew(ReadOnlySpan<byte> path)
    {
        // A thread waits there to say which place it is: beside its own handle and the mount there must be one by which somebody could receive.
        Rendezvous place = Rendezvous.New();
        byte[] name = path.ToArray();
        ulong mounted = Call.Done(SystemCallNumber.CopyRendezvous, place.First).Rdi;
        fixed (byte* text = name)
            Call.Done(SystemCallNumber.Mount, (ulong)text, (ulong)name.Length, 0, Call.Through(mounted));
        Expect.Done(MemoryChunk.TryCreate(name, out MemoryChunk chunk, out Error error), error);
        Actor.InThisProcess().Begin(SystemCallNumber.Send, 1, (ulong)name.Length, chunk.Address, Call.Through(place.Second) | Call.SecondMemory);
    }

    private static SystemCallRegisters Mount(ReadOnlySpan<byte> path)
    {
        ulong copy = Call.Done(SystemCallNumber.CopyRendezvous, 1).Rdi;
        fixed (byte* text = path)
        {
            SystemCallRegisters after = Call.Make(SystemCallNumber.Mount, (ulong)text, (ulong)path.Length, 0, Call.Through(copy));
            Call.Done(SystemCallNumber.Close, copy);
            return after;
        }
    }

    private static void Unmount(ReadOnlySpan<byte> path)
    {
        fixed (byte* text = path)
            Call.Done(SystemCallNumber.Unmount, (ulong)text, (ulong)path.Length);
    }

    private static void NotFound(ReadOnlySpan<byte> path)
    {
        fixed (byte* text = path)
            Call.Fails(Error.NotFound, SystemCallNumber.Open, (ulong)text, (ulong)path.Length);
    }

    private static void Opens(ReadOnlySpan<byte> path, ReadOnlySpan<byte> mount) => Expect.Equal(Open(path, (ulong)mount.Length), mount);

    /// <summary>Opens a path; returns what the place there says it is called.</summary>
    private static ReadOnlySpan<byte> Open(ReadOnlySpan<byte> path, ulong matched)
    {
        fixed (byte* text = path)
        {
            SystemCallRegisters opened = Call.Done(SystemCallNumber.Open, (ulong)text, (ulong)path.Length);
            Expect.Equal(opened.Rsi, matched);

            // The message is asked for, and its sender then sends it again.
            SystemCallRegisters message = Call.Make(SystemCallNumber.ReceiveDeadline, opened.Rdi, 0);
            Expect.Equal(message.Rax, Call.SecondMemory);
            byte[] name = new ReadOnlySpan<byte>((void*)message.Rdx, (int)message.Rsi).ToArray();
            Sequence.ForkAndRun(() => Call.Make(SystemCallNumber.Send, 1, message.Rsi, message.Rdx, Call.Through(opened.Rdi) | Call.SecondMemory));
            return name;
        }
    }

    private static ReadOnlySpan<byte> List()
    {
        SystemCallRegisters list = Call.Done(SystemCallNumber.ListMounts);
        byte[] text = new ReadOnlySpan<byte>((void*)list.Rdi, (int)list.Rsi).ToArray();
        Call.Done(SystemCallNumber.FreeMemory, list.Rdi);
        return text;
    }
}
