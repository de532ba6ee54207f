using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>Files and directories by their paths.</summary>
internal static class Trees
{
    internal static void First()
    {
        Expect.Equal(string.Join(" ", Directory.GetFileSystemEntries("/disk")), "/disk/bin /disk/etc /disk/root /disk/tmp /disk/user");
        Expect.Equal(string.Join(" ", Directory.GetFiles("/disk/bin")), "/disk/bin/init /disk/bin/ramdisk");
        Expect.Equal(string.Join(" ", Directory.GetDirectories("/")), "/disk");
        Expect.True(Directory.Exists("/") && Directory.Exists("/disk") && Directory.Exists("/disk/bin/") && !Directory.Exists("/disk/bin/init"));
        Expect.True(File.Exists("/disk/bin/init") && !File.Exists("/disk/bin") && !File.Exists("/disk/none") && !File.Exists("/none"));
        Expect.True(new ReadOnlySpan<byte>(File.ReadAllBytes("/disk/bin/ramdisk")).SequenceEqual(Machine.DiskImage));
        Expect.Refused(File.TryWriteAllText("/disk/bin/init", "x", out Error error), error, Error.Denied);
        Expect.Refused(File.TryReadAllBytes("/disk/bin", out _, out error), error, Error.Denied);
    }

    internal static void TextFiles()
    {
        File.WriteAllText("/disk/tmp/a", "größer\n€ 😀");
        Expect.Equal(File.ReadAllText("/disk/tmp/a"), "größer\n€ 😀");
        File.AppendAllText("/disk/tmp/a", "!\n");
        Expect.Equal(string.Join("|", File.ReadAllLines("/disk/tmp/a")), "größer|€ 😀!");
        File.WriteAllLines("/disk/tmp/a", ["one", "two"]);
        File.AppendAllLines("/disk/tmp/a", new[] { "three" });
        Expect.Equal(File.ReadAllText("/disk/tmp/a"), "one\ntwo\nthree\n");
        Expect.Equal(string.Join("|", File.ReadLines("/disk/tmp/a")), "one|two|three");
        foreach (string first in File.ReadLines("/disk/tmp/a"))
        {
            Expect.Equal(first, "one");
            break;
        }

        using (StreamWriter writer = File.CreateText("/disk/tmp/b"))
        {
            for (int i = 0; i < 3000; i++)
                writer.WriteLine($"line {i} €");
        }

        using (StreamReader reader = File.OpenText("/disk/tmp/b"))
        {
            int count = 0;
            while (reader.ReadLine() is { } line)
            {
                if (line != $"line {count} €")
                    Expect.Equal(line, $"line {count} €");
                count++;
            }

            Expect.Equal((ulong)count, 3000);
        }

        File.WriteAllText("/disk/tmp/empty", "");
        Expect.Equal(File.ReadAllText("/disk/tmp/empty"), "");
        File.Copy("/disk/tmp/b", "/disk/tmp/c");
        Expect.Equal(File.ReadAllText("/disk/tmp/c"), File.ReadAllText("/disk/tmp/b"));
        Expect.Refused(File.TryCopy("/disk/tmp/b", "/disk/tmp/c", false, out Error error), error, Error.Exists);
        Expect.Refused(File.TryCopy("/disk/tmp/b", "/disk/tmp/b", true, out error), error, Error.Exists);
        foreach (string file in Directory.GetFiles("/disk/tmp"))
            File.Delete(file);
        File.Delete("/disk/tmp/none");
        Expect.Refused(File.TryDelete("/disk/tmp/none", out error), error, Error.NotFound);
        Expect.Refused(File.TryReadAllText("/disk/tmp/a", out _, out error), error, Error.NotFound);
        Expect.Refused(File.TryReadAllText("/nowhere/a", out _, out error), error, Error.NotFound);
        Expect.Refused(File.TryReadAllText("", out _, out error), error, Error.Parameter);
    }

    internal static void Directories()
    {
        Directory.CreateDirectory("/disk/tmp/x/y/z");
        Directory.CreateDirectory("/disk/tmp/x/y/z");
        File.WriteAllText("/disk/tmp/x/y/f", "f");
        Expect.Refused(Directory.TryDelete("/disk/tmp/x", false, out Error error), error, Error.Exists);
        Expect.Refused(Directory.TryDelete("/disk/tmp/x/y/f", false, out error), error, Error.NotDirectory);
        Expect.Refused(Directory.TryCreateDirectory("/disk/tmp/x/y/f", out error), error, Error.Exists);
        Expect.Refused(Directory.TryCreateDirectory("/disk/tmp/x/y/f/g", out error), error, Error.NotDirectory);
        Expect.Refused(File.TryDelete("/disk/tmp/x/y", out error), error, Error.Parameter);
        Expect.Refused(File.TryWriteAllText("/disk/tmp/none/f", "", out error), error, Error.NotFound);
        Expect.Equal(string.Join(" ", Directory.GetFileSystemEntries("/disk/tmp/x/y")), "/disk/tmp/x/y/f /disk/tmp/x/y/z");
        Directory.Delete("/disk/tmp/x", recursive: true);
        Expect.True(!Directory.Exists("/disk/tmp/x"));
        Expect.Refused(Directory.TryGetFiles("/disk/tmp/x", out _, out error), error, Error.NotFound);
    }

    internal static void Renames()
    {
        Directory.CreateDirectory("/disk/tmp/d/e");
        File.WriteAllText("/disk/tmp/old", "old");
        File.WriteAllText("/disk/tmp/d/new", "new");
        Expect.Refused(File.TryMove("/disk/tmp/old", "/disk/tmp/d/new", false, out Error error), error, Error.Exists);
        File.Move("/disk/tmp/old", "/disk/tmp/d/new", overwrite: true);
        Expect.Equal(File.ReadAllText("/disk/tmp/d/new"), "old");
        Expect.True(!File.Exists("/disk/tmp/old"));
        Expect.Refused(Directory.TryMove("/disk/tmp/d", "/disk/tmp/d/e/d", out error), error, Error.Parameter);
        Expect.Refused(Directory.TryMove("/disk/tmp/d/e", "/disk/tmp", out error), error, Error.Exists);
        Expect.Refused(Directory.TryMove("/disk/tmp/none", "/disk/tmp/f", out error), error, Error.NotFound);
        Expect.Refused(File.TryMove("/disk/tmp/d/new", "/disk/tmp/d/e", true, out error), error, Error.Exists);
        Directory.Move("/disk/tmp/d", "/disk/user/g");
        Expect.Equal(string.Join(" ", Directory.GetFileSystemEntries("/disk/user/g")), "/disk/user/g/e /disk/user/g/new");
        Directory.Delete("/disk/user/g", recursive: true);
    }

    /// <summary>A disk that says what it does; the host sees that in the console.</summary>
    internal static void Verbose()
    {
        Process disk = Machine.StartDisk("/loud", "--verbose");
        Directory.CreateDirectory("/loud/tmp/new");
        File.WriteAllText("/loud/tmp/new/file", "12345");
        File.ReadAllText("/loud/tmp/new/file");
        File.Delete("/loud/tmp/new/file");
        Expect.Refused(File.TryReadAllText("/loud/tmp/none/x", out _, out Error error), error, Error.NotFound);
        Directory.GetFiles("/loud/tmp/new");
        Directory.Delete("/loud/tmp/new");
        SystemCall.TryUnmount("/loud"u8, out _);
        Expect.Equal((ulong)Machine.Wait(disk).Status, 0);
    }

    internal static void CurrentDirectory()
    {
        Expect.Equal(Environment.CurrentDirectory, "/");
        Directory.SetCurrentDirectory("/disk/tmp");
        File.WriteAllText("here", "here");
        Expect.Equal(File.ReadAllText("../tmp/./here"), "here");
        Expect.Equal(Path.GetFullPath("../user"), "/disk/user");
        Directory.SetCurrentDirectory("..");
        Expect.Equal(Directory.GetCurrentDirectory(), "/disk");
        Expect.Refused(Directory.TrySetCurrentDirectory("bin/init", out Error error), error, Error.NotDirectory);
        Expect.Refused(Directory.TrySetCurrentDirectory("none", out error), error, Error.NotFound);
        File.Delete("tmp/here");
        Directory.SetCurrentDirectory("/");
    }
}
