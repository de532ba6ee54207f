using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>
/// Clauses of exec's parameters. What mounts a program got is told by the program: this one again, in the part <c>mounts</c>.
/// </summary>
internal static unsafe class Clauses
{
    internal static void OfMounts()
    {
        Rendezvous place = Rendezvous.New();
        Mount(place.First, "/one"u8);
        Expect.Equal(ListOf(""u8), "[\"/one\"]"u8);
        Expect.Equal(ListOf("S"u8), "[\"/one\"]"u8);
        Expect.Equal(ListOf("C"u8), "[\"/one\"]"u8);
        Expect.Equal(ListOf("N"u8), "[]"u8);

        // What a program does to a table that it shares its parent sees, and not what it does to its own.
        Expect.Equal(Change("S"u8), "[\"/one\",\"/child\"]"u8);
        Unmount("/child"u8);
        Expect.Equal(Change("C"u8), "[\"/one\"]"u8);
        Expect.Equal(Change("N"u8), "[\"/one\"]"u8);
        Unmount("/one"u8);
    }

    internal static void Unmount()
    {
        Rendezvous place = Rendezvous.New();
        Mount(place.First, "/one"u8);
        Mount(Call.Done(SystemCallNumber.CopyRendezvous, place.Second).Rdi, "/two"u8);

        // A program that shares gets a table of its own first: the caller's stays (unlike in EuraliOS, where the clause took the caller's mount away).
        Expect.Equal(ListOf("-/one:"u8), "[\"/two\"]"u8);
        Expect.Equal(ListOf("C-/two:"u8), "[\"/one\"]"u8);
        Expect.Equal(ListOf("C-/two:-/one:"u8), "[]"u8);
        Expect.Equal(ListOf("- /one// :"u8), "[\"/two\"]"u8); // trimmed as when it was mounted
        Expect.Equal(ListOf(""u8), "[\"/one\",\"/two\"]"u8);
        byte[] program = ElfFile.Exit(0);
        foreach (byte[] wrong in (byte[][])["-/none:"u8.ToArray(), "N-/one:"u8.ToArray(), "-/one:-/one:"u8.ToArray(), "-:"u8.ToArray(), "-/on:"u8.ToArray(), "-/one/x:"u8.ToArray()])
            Exec.Fails(Error.Parameter, program, wrong);
        Unmount("/one"u8);
        Unmount("/two"u8);
    }

    internal static void Mount()
    {
        Rendezvous place = Rendezvous.New();
        Expect.Equal(place.First, 2ul);
        ulong copy = Call.Done(SystemCallNumber.CopyRendezvous, place.First).Rdi;
        Expect.Equal(ListOf(MountClause("Nm"u8, copy, ",/given:"u8)), "[\"/given\"]"u8);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.CopyRendezvous, copy); // it moved

        // Whatever the one byte after the number is; and the mount works: the program opens it and sends.
        copy = Call.Done(SystemCallNumber.CopyRendezvous, place.First).Rdi;
        Process sender = StartPart("send-there", MountClause("Nm"u8, copy, "x/there:"u8));
        SystemCallRegisters message = Call.Done(SystemCallNumber.ReceiveDeadline, place.Second, 1_000_000);
        Expect.Equal(message.Rdi, 4711ul);
        Expect.Equal(message.Rsi, 6ul); // bytes of "/there/on" that led to it
        Expect.Equal(Children.Await(sender).Status, 0);

        // Two of one call, and one beside those that the caller has.
        Rendezvous other = Rendezvous.New();
        Mount(other.First, "/own"u8);
        ulong first = Call.Done(SystemCallNumber.CopyRendezvous, place.First).Rdi;
        Expect.Equal(ListOf(MountClause("m"u8, first, ",/new:"u8)), "[\"/own\",\"/new\"]"u8);
        Unmount("/own"u8);
    }

    internal static void Wrong()
    {
        Rendezvous place = Rendezvous.New();
        byte[] program = ElfFile.Exit(0);
        Mount(place.First, "/taken"u8);
        Expect.Equal(place.Second, 3ul);

        // No clause begins so; clauses without an end; numbers that are none or too large.
        foreach (string wrong in (string[])
            [
                "?", "c", "s", "n", "0", " ", "Sx", "A", "Aabc", "E", "Eabc", "-", "-/taken", "m", "m3", "m3,", "m3,/x", "m,/x:", "m/x:", "m4294967296,/x:",
                "m99999999999999999999,/x:", "m-1,/x:", "i", "i8", "i,", "i4294967296,", "CNS?",
            ])
            Exec.Fails(Error.Parameter, program, Text.ToUtf8(wrong));

        // Handles that there are not, that are the standard ones of the call (Exec.Fails makes them: the two lowest), or that are named twice.
        foreach (string wrong in (string[])["m1000,/x:", "m1023,/x:", "m1024,/x:", "m4294967295,/x:", "m2,/x:", "m4,/x:", "m3,/x:m3,/y:", "Nm3,/x:m3,/x:"])
            Exec.Fails(Error.InvalidHandle, program, Text.ToUtf8(wrong));
        Exec.Fails(Error.Exists, program, "m3,/taken:"u8);
        Exec.Fails(Error.Exists, program, "m3, /taken/ :"u8);
        Exec.Fails(Error.Utf8, program, [(byte)'m', (byte)'3', (byte)',', (byte)'/', 0x80, (byte)':']);
        Exec.Fails(Error.Utf8, program, [(byte)'-', (byte)'/', 0xC3, (byte)':']);

        // What is right before what is wrong has no effect.
        Exec.Fails(Error.Parameter, program, "Cm3,/x:-/none:"u8);
        Exec.Fails(Error.Parameter, program, "C-/taken:m3,/x:?"u8);
        Exec.Fails(Error.Denied, program, "Nm3,/x:i8,"u8);

        // A path that is too long for a mount.
        byte[] text = new byte[4 + 260 + 1];
        text.AsSpan().Fill((byte)'p');
        "m3,/"u8.CopyTo(text);
        text[^1] = (byte)':';
        Exec.Fails(Error.Parameter, program, text);
        Expect.Equal(ListOf(""u8), "[\"/taken\"]"u8);
        Unmount("/taken"u8);
    }

    internal static void InAnyOrder()
    {
        // From left to right: a table chosen later replaces what was chosen before.
        Rendezvous place = Rendezvous.New();
        Mount(place.First, "/one"u8);
        Expect.Equal(ListOf("NC"u8), "[\"/one\"]"u8);
        Expect.Equal(ListOf("CN"u8), "[]"u8);
        Expect.Equal(ListOf("NS"u8), "[\"/one\"]"u8);
        Expect.Equal(ListOf("C-/one:C"u8), "[\"/one\"]"u8);
        Expect.Equal(ListOf("CCNNSSC-/one:"u8), "[]"u8);

        // The last words count.
        Process child = StartPart("words", "Afirst\0Achild\u0003child\u0003words\u0003last\0Ee=1\0Ef=2\0"u8, withWords: false);
        Expect.Equal(Children.Await(child).Status, 0);
        Unmount("/one"u8);
    }

    internal static void OfLinesDenied()
    {
        byte[] program = ElfFile.Exit(0);
        foreach (string line in (string[])["i0,", "i1,", "i2,", "i8,", "i15,", "i16,", "i255,", "i4294967295,"])
            Exec.Fails(Error.Denied, program, Text.ToUtf8(line));
    }

    internal static void OfLinesGranted()
    {
        byte[] program = ElfFile.Exit(0);
        Exec.Fails(Error.Denied, program, "i8,i9,"u8);
        Exec.Fails(Error.Denied, program, "i40,"u8); // 8 and 32
        Expect.Equal(Children.Await(Exec.Start(program, "i8,"u8)).Status, 0);
        Expect.Equal(Children.Await(Exec.Start(program, "i8;i08,i8 "u8)).Status, 0);

        // It is only granted where it was asked for.
        Expect.Equal(Children.Await(StartPart("line", default)).Status, (int)Error.Denied);
    }

    internal static void ManyMounts()
    {
        // 32 handles, one after another, all or none of them.
        Span<byte> text = stackalloc byte[33 * 16];
        ulong[] copies = new ulong[33];
        Rendezvous place = Rendezvous.New();
        for (int i = 0; i < copies.Length; i++)
            copies[i] = Call.Done(SystemCallNumber.CopyRendezvous, place.First).Rdi;
        byte[] program = ElfFile.Exit(8);
        Exec.Fails(Error.Parameter, program, text.Slice(0, Write(text, copies, 33)));
        foreach (ulong copy in copies)
            Call.Done(SystemCallNumber.Close, Call.Done(SystemCallNumber.CopyRendezvous, copy).Rdi);
        Expect.Equal(Children.Await(Exec.Start(program, text.Slice(0, Write(text, copies, 32)))).Status, 8);
        for (int i = 0; i < 32; i++)
            Call.Fails(Error.InvalidHandle, SystemCallNumber.CopyRendezvous, copies[i]);
        Call.Done(SystemCallNumber.Close, copies[32]);
    }

    /// <summary>The part of a child that sends the list of its mounts.</summary>
    internal static int TellMounts()
    {
        SystemCallRegisters list = Call.Done(SystemCallNumber.ListMounts);
        Call.Done(SystemCallNumber.Send, list.Rsi, 0, list.Rdi, Call.Through(0) | Call.SecondMemory);
        return 0;
    }

    /// <summary>The part of a child that mounts something.</summary>
    internal static int MountChild()
    {
        Mount(1, "/child"u8);
        return 0;
    }

    /// <summary>The part of a child that sends through a mount.</summary>
    internal static int SendThere()
    {
        fixed (byte* path = "/there/on"u8)
        {
            SystemCallRegisters open = Call.Done(SystemCallNumber.Open, (ulong)path, 9);
            Call.Done(SystemCallNumber.Send, 4711, open.Rsi, 0, Call.Through(open.Rdi));
        }

        return 0;
    }

    /// <summary>The part of a child that looks at its words.</summary>
    internal static int LookAtWords() =>
        Arguments.Words.Length == 4 && Arguments.Words[3] == "last" && Arguments.Variables.Length == 1 && Arguments.Variables[0] == "f=2" ? 0 : 1;

    /// <summary>The part of a child that waits for the clock's line.</summary>
    internal static int AwaitLine() => (int)(Call.Make(SystemCallNumber.AwaitInterrupt, 8).Rax & 127);

    private static ReadOnlySpan<byte> ListOf(ReadOnlySpan<byte> clauses)
    {
        Process child = StartPart("mounts", clauses, out Handle channel);
        SystemCallRegisters message = Call.Make(SystemCallNumber.ReceiveDeadline, channel.Number, 1_000_000);
        Expect.Equal(message.Rax, Call.SecondMemory);
        Expect.Equal(Children.Await(child).Status, 0);
        SystemCall.TryClose(channel, out _);
        byte[] text = new ReadOnlySpan<byte>((void*)message.Rdx, (int)message.Rdi).ToArray();
        Call.Done(SystemCallNumber.FreeMemory, message.Rdx);
        return text;
    }

    /// <summary>A child mounts something; this process's mounts afterwards.</summary>
    private static ReadOnlySpan<byte> Change(ReadOnlySpan<byte> clauses)
    {
        Expect.Equal(Children.Await(StartPart("mount-child", clauses)).Status, 0);
        SystemCallRegisters list = Call.Done(SystemCallNumber.ListMounts);
        byte[] text = new ReadOnlySpan<byte>((void*)list.Rdi, (int)list.Rsi).ToArray();
        Call.Done(SystemCallNumber.FreeMemory, list.Rdi);
        return text;
    }

    private static Process StartPart(string part, ReadOnlySpan<byte> clauses, bool withWords = true)
    {
        Process child = StartPart(part, clauses, out Handle channel, withWords);
        SystemCall.TryClose(channel, out _);
        return child;
    }

    private static Process StartPart(string part, ReadOnlySpan<byte> clauses, out Handle channel, bool withWords = true)
    {
        byte[] words = withWords ? Text.ToUtf8($"A{Child.Word}\u0003{Child.Word}\u0003{part}\0") : [];
        byte[] text = new byte[clauses.Length + words.Length];
        clauses.CopyTo(text);
        words.AsSpan().CopyTo(text.AsSpan(clauses.Length, words.Length));
        Rendezvous input = Rendezvous.New();
        Rendezvous output = Rendezvous.New();
        SystemCallRegisters started = Exec.Call(Image.Bytes, input.First, output.First, text);
        Expect.Equal(started.Rax, 0ul);
        SystemCall.TryClose(output.SecondHandle, out _);
        channel = input.SecondHandle;
        var handle = new Handle((uint)started.Rsi);
        Children.Add(handle);
        return new Process(started.Rdi, handle);
    }

    private static byte[] MountClause(ReadOnlySpan<byte> before, ulong handle, ReadOnlySpan<byte> after)
    {
        byte[] number = Text.ToUtf8($"{handle}");
        byte[] text = new byte[before.Length + number.Length + after.Length];
        before.CopyTo(text);
        number.AsSpan().CopyTo(text.AsSpan(before.Length, number.Length));
        after.CopyTo(text.AsSpan(before.Length + number.Length, after.Length));
        return text;
    }

    private static int Write(Span<byte> text, ulong[] handles, int count)
    {
        int length = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] clause = Text.ToUtf8($"m{handles[i]},/{i}:");
            clause.AsSpan().CopyTo(text.Slice(length));
            length += clause.Length;
        }

        return length;
    }

    private static void Mount(ulong handle, ReadOnlySpan<byte> path)
    {
        fixed (byte* text = path)
            Call.Done(SystemCallNumber.Mount, (ulong)text, (ulong)path.Length, 0, Call.Through(handle));
    }

    private static void Unmount(ReadOnlySpan<byte> path)
    {
        fixed (byte* text = path)
            Call.Done(SystemCallNumber.Unmount, (ulong)text, (ulong)path.Length);
    }
}
