using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>Questions as messages, right ones and wrong ones.</summary>
internal static class Questions
{
    private const ulong NotSoLong = 5;

    /// <summary>Asks, and says what was answered: the tag, and of an error its number.</summary>
    private static ulong Ask(Handle server, ulong tag, MessageItem first = default, MessageItem second = default)
    {
        var question = new Message(tag, first, second);
        if (!SystemCall.TrySendReceive(server, ref question, out Message answer, out Error error))
        {
            Expect.Fail($"tag {tag}: {error.Text()}");
            return 0;
        }

        answer.Release();
        return answer.Tag == Tags.Error ? 1000 + answer.First.Value : answer.Tag;
    }

    private static ulong Ask(Handle server, ulong tag, ReadOnlySpan<byte> bytes) => Ask(server, tag, (ulong)bytes.Length, Memory(bytes));

    private static MemoryChunk Memory(ReadOnlySpan<byte> bytes)
    {
        Expect.Done(MemoryChunk.TryCreate(bytes, out MemoryChunk chunk, out Error error), error);
        return chunk;
    }

    private static ulong Failed(Error error) => 1000 + (ulong)error;

    private static Handle Open(string path, OpenFlags flags)
    {
        Expect.Done(FileSystem.TryOpen(path, flags, out Handle handle, out _, out Error error), error);
        return handle;
    }

    internal static void ReadWrite()
    {
        Handle directory = Open("/disk/tmp", OpenFlags.Write);
        Expect.Equal(Ask(directory, Tags.Query), Tags.Json);
        Expect.Equal(Ask(directory, Tags.Stat), Tags.Status);
        Expect.Equal(Ask(directory, Tags.Stat, ""u8), Tags.Status);
        Expect.Equal(Ask(directory, Tags.OpenReadOnly, ""u8), Tags.CommunicationHandle);
        Expect.Equal(Ask(directory, Tags.OpenReadOnly, "f"u8), Failed(Error.NotFound));
        Expect.Equal(Ask(directory, Tags.OpenReadWrite, "f"u8), Failed(Error.NotFound));
        Expect.Equal(Ask(directory, Tags.OpenReadOnly + 2, "f"u8), Tags.InvalidValue);
        Expect.Equal(Ask(directory, Tags.OpenReadOnly + 9, "f"u8), Tags.InvalidValue);
        Expect.Equal(Ask(directory, Tags.OpenCreate, "f"u8), Tags.CommunicationHandle);
        Expect.Equal(Ask(directory, Tags.OpenCreate, "//./f"u8), Tags.CommunicationHandle);
        Expect.Equal(Ask(directory, Tags.OpenCreate, "f/g"u8), Failed(Error.NotDirectory));
        Expect.Equal(Ask(directory, Tags.MakeDirectory, "d"u8), Tags.Ok);
        Expect.Equal(Ask(directory, Tags.MakeDirectory, "d"u8), Failed(Error.Exists));
        Expect.Equal(Ask(directory, Tags.MakeDirectory, "f"u8), Failed(Error.Exists));
        Expect.Equal(Ask(directory, Tags.MakeDirectory, ""u8), Tags.InvalidValue);
        Expect.Equal(Ask(directory, Tags.Rename, "f\0d/g"u8), Tags.Ok);
        Expect.Equal(Ask(directory, Tags.Rename, "f"u8), Tags.InvalidFormat);
        Expect.Equal(Ask(directory, Tags.Rename, "d/g\0d/.."u8), Tags.InvalidValue);
        Expect.Equal(Ask(directory, Tags.Rename, "d\0d/h"u8), Tags.InvalidValue);
        Expect.Equal(Ask(directory, Tags.RemoveDirectory, "d"u8), Failed(Error.Exists));
        Expect.Equal(Ask(directory, Tags.Delete, "d"u8), Tags.InvalidValue);
        Expect.Equal(Ask(directory, Tags.Delete, "d/g"u8), Tags.Ok);
        Expect.Equal(Ask(directory, Tags.Delete, "d/g"u8), Failed(Error.NotFound));
        Expect.Equal(Ask(directory, Tags.RemoveDirectory, "d"u8), Tags.Ok);
        Expect.Equal(Ask(directory, Tags.Read, 0ul, 1ul), Tags.UnknownMessage);
        Expect.Equal(Ask(directory, Tags.Write, "text"u8), Tags.UnknownMessage);
        Expect.Equal(Ask(directory, Tags.OpenCreate, "f"u8), Tags.CommunicationHandle);
        Handle file = Open("/disk/tmp/f", OpenFlags.Write);
        Expect.Equal(Ask(file, Tags.Read, 0ul, 10ul), Failed(Error.NoData));
        Expect.Equal(Ask(file, Tags.Write, "abc"u8), Tags.Ok);
        Expect.Equal(Ask(file, Tags.Write, ""u8), Tags.Ok);
        Expect.Equal(Ask(file, Tags.Read, 0ul, 10ul), Tags.Data);
        Expect.Equal(Ask(file, Tags.Read, 0ul, ulong.MaxValue), Tags.Data);
        Expect.Equal(Ask(file, Tags.Read, 0ul, 0ul), Tags.InvalidValue);
        Expect.Equal(Ask(file, Tags.Read, 3ul, 1ul), Failed(Error.NoData));
        Expect.Equal(Ask(file, Tags.Read, ulong.MaxValue, ulong.MaxValue), Failed(Error.NoData));
        Expect.Equal(Ask(file, Tags.Seek, ulong.MaxValue), Tags.Ok);
        Expect.Equal(Ask(file, Tags.Seek, 1ul << 63), Tags.InvalidValue);
        Expect.Equal(Ask(file, Tags.Seek, (1ul << 63) - 1), Tags.Ok);
        Expect.Equal(Ask(file, Tags.Write, "abc"u8), Failed(Error.Memory));
        Expect.Equal(Ask(file, Tags.Seek, 1ul << 40), Tags.Ok);
        Expect.Equal(Ask(file, Tags.Write, "abc"u8), Failed(Error.Memory));
        Expect.Equal(Ask(file, Tags.Truncate, 1ul << 40), Failed(Error.Memory));
        Expect.Equal(Ask(file, Tags.Truncate, ulong.MaxValue), Tags.InvalidValue);
        Expect.Equal(Ask(file, Tags.Truncate, 1ul), Tags.Ok);
        Expect.Equal(Ask(file, Tags.Stat), Tags.Status);
        Expect.Equal(Ask(file, Tags.Query), Tags.UnknownMessage);
        Expect.Equal(Ask(file, Tags.OpenReadOnly, "f"u8), Tags.UnknownMessage);
        Expect.Equal(Ask(directory, Tags.Delete, "f"u8), Tags.Ok);
        SystemCall.TryClose(file, out _);
        Say(directory, Tags.Close);
        Expect.Refused(Answers(directory, Tags.Stat, out Error error), error, Error.Closed);
        SystemCall.TryClose(directory, out _);

        // The mount is everybody's: nobody closes it, and no second archive is taken there.
        Say(Machine.Server, Tags.Close);
        Expect.Equal(Ask(Machine.Server, Tags.Stat), Tags.Status);
        Expect.Equal(Ask(Machine.Server, Tags.BootArchive, "archive"u8), Tags.UnknownMessage);
        Expect.Equal(Ask(Machine.Server, Tags.Close), Tags.UnknownMessage);
    }

    internal static void ReadOnly()
    {
        File.WriteAllText("/disk/tmp/f", "abc");
        Directory.CreateDirectory("/disk/tmp/d");
        Handle directory = Open("/disk/tmp", OpenFlags.Read);
        foreach (ulong flags in (ulong[])[1, 2, 3, 4, 5, 7, 9])
            Expect.Equal(Ask(directory, Tags.OpenReadOnly + flags, "f"u8), Tags.Denied);
        foreach (ulong tag in (ulong[])[Tags.Delete, Tags.MakeDirectory, Tags.RemoveDirectory, Tags.Rename])
        {
            Expect.Equal(Ask(directory, tag, "f\0g"u8), Tags.Denied);
            Expect.Equal(Ask(directory, tag), Tags.Denied);
        }

        Expect.Equal(Ask(directory, Tags.Query), Tags.Json);
        Expect.Equal(Ask(directory, Tags.Stat, "f"u8), Tags.Status);

        // Rights do not grow on the way.
        var question = new Message(Tags.OpenReadOnly, 1ul, Memory("d"u8));
        Expect.Done(SystemCall.TrySendReceive(directory, ref question, out Message answer, out Error error), error);
        Expect.True(answer.First.IsHandle(out Handle inner));
        Expect.Equal(answer.Second.Value, 1);
        Expect.Equal(Ask(inner, Tags.OpenCreate, "g"u8), Tags.Denied);
        Expect.Equal(Ask(inner, Tags.MakeDirectory, "g"u8), Tags.Denied);
        Handle file = Open("/disk/tmp/f", OpenFlags.Read);
        Expect.Equal(Ask(file, Tags.Write, "x"u8), Tags.Denied);
        Expect.Equal(Ask(file, Tags.Truncate, 0ul), Tags.Denied);
        Expect.Equal(Ask(file, Tags.Seek, 0ul), Tags.Ok);
        Expect.Equal(Ask(file, Tags.Read, 0ul, 3ul), Tags.Data);
        Expect.Equal(File.ReadAllText("/disk/tmp/f"), "abc");
        SystemCall.TryClose(file, out _);
        SystemCall.TryClose(inner, out _);
        SystemCall.TryClose(directory, out _);
        File.Delete("/disk/tmp/f");
        Directory.Delete("/disk/tmp/d");
    }

    internal static void Paths()
    {
        Handle root = Machine.Server;
        byte[] name = new byte[256];
        Array.Fill(name, (byte)'n');
        byte[] longPath = new byte[5000];
        Array.Fill(longPath, (byte)'/');
        foreach (ulong tag in (ulong[])[Tags.OpenReadOnly, Tags.OpenCreate, Tags.Stat, Tags.Delete, Tags.MakeDirectory, Tags.RemoveDirectory])
        {
            bool makes = tag is Tags.OpenCreate or Tags.MakeDirectory;
            Expect.Equal(Ask(root, tag, "tmp\0/f"u8), Tags.InvalidValue);
            Expect.Equal(Ask(root, tag, [(byte)'a', 0xC3, (byte)'b']), Tags.InvalidUtf8);
            Expect.Equal(Ask(root, tag, [0xED, 0xA0, 0x80]), Tags.InvalidUtf8);
            Expect.Equal(Ask(root, tag, longPath), Tags.InvalidValue);
            Expect.Equal(Ask(root, tag, ".."u8), makes ? Tags.InvalidValue : Failed(Error.NotFound));
            Expect.Equal(Ask(root, tag, "tmp/../tmp"u8), Failed(Error.NotFound));
            Expect.Equal(Ask(root, tag, "tmp/.."u8), makes ? Tags.InvalidValue : Failed(Error.NotFound));
            Expect.Equal(Ask(root, tag, name), makes ? Tags.InvalidValue : Failed(Error.NotFound));

            // More than the memory has, or none, or the wrong way round.
            Expect.Equal(Ask(root, tag, 4097ul, Memory("a"u8)), Tags.InvalidFormat);
            Expect.Equal(Ask(root, tag, 1ul << 32, Memory("a"u8)), Tags.InvalidFormat);
            Expect.Equal(Ask(root, tag, ulong.MaxValue, Memory("a"u8)), Tags.InvalidFormat);
            Expect.Equal(Ask(root, tag, Memory("a"u8), 1ul), Tags.InvalidFormat);
            if (tag != Tags.Stat)
                Expect.Equal(Ask(root, tag, 1ul, 1ul), Tags.InvalidFormat);
        }

        Handle file = Open("/disk/tmp/f", OpenFlags.Write | OpenFlags.Create);
        Expect.Equal(Ask(file, Tags.Write, 4097ul, Memory("a"u8)), Tags.InvalidFormat);
        Expect.Equal(Ask(file, Tags.Write, 1ul << 29, Memory("a"u8)), Tags.InvalidFormat);
        Expect.Equal(Ask(file, Tags.Write, 1ul << 30, Memory("a"u8)), Tags.InvalidFormat);
        Expect.Equal(Ask(file, Tags.Write, 1ul, 1ul), Tags.InvalidFormat);
        SystemCall.TryClose(file, out _);
        File.Delete("/disk/tmp/f");
        Expect.Equal(Ask(root, Tags.MakeDirectory, name.AsSpan(0, 255)), Tags.Ok);
        Expect.Equal(Ask(root, Tags.RemoveDirectory, name.AsSpan(0, 255)), Tags.Ok);
    }

    /// <summary>Every tag there is and some that are none, with handles and memory, asked and said; nothing of it stays with the disk.</summary>
    internal static void Garbage()
    {
        File.WriteAllText("/disk/tmp/f", "abc");
        Handle directory = Open("/disk/tmp", OpenFlags.Write);
        Handle file = Open("/disk/tmp/f", OpenFlags.Write);
        ulong frames = Machine.Usage().DiskFrames;
        for (ulong tag = 0; tag < 600; tag++)
        {
            foreach (Handle server in (ReadOnlySpan<Handle>)[Machine.Server, directory, file])
            {
                if (tag == Tags.Close)
                    continue;
                Expect.Done(SystemCall.TryNewRendezvous(out Handle sent, out Handle kept, out Error error), error);
                Ask(server, tag, sent, Memory("f"u8));
                Say(server, tag, NotSoLong, Memory("gar\0bage"u8));
                Expect.Done(SystemCall.TryNewRendezvous(out Handle sent2, out Handle sent3, out error), error);
                Say(server, tag, sent2, sent3);
                SystemCall.TryClose(kept, out _);
            }
        }

        SystemCall.TryClose(file, out _);
        SystemCall.TryClose(directory, out _);

        // It was 5,400 chunks; the heap and the threads' stacks have grown a little.
        Expect.True(Machine.Usage().DiskFrames < frames + 600);
        Directory.TryDelete("/disk/tmp/gar", recursive: true, out _);
        foreach (string entry in Directory.GetFiles("/disk/tmp"))
            File.Delete(entry);
        foreach (string entry in Directory.GetFiles("/disk"))
            File.Delete(entry);
        Expect.Equal(Ask(Machine.Server, Tags.Query), Tags.Json);
    }

    /// <summary>Sends a message and does not wait for an answer.</summary>
    private static void Say(Handle server, ulong tag, MessageItem first = default, MessageItem second = default)
    {
        var message = new Message(tag, first, second);
        if (!SystemCall.TrySend(server, ref message, out Error error))
            Expect.Fail($"tag {tag}, said: {error.Text()}");
    }

    private static bool Answers(Handle server, ulong tag, out Error error)
    {
        var question = new Message(tag);
        return SystemCall.TrySendReceive(server, ref question, out _, out error);
    }
}
