using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>The parts that clients play.</summary>
internal static class Client
{
    private const string WorkPrefix = "works ";

    internal static int Play(string part)
    {
        switch (part)
        {
            case "opens":
                return FileSystem.TryOpen("/disk/bin/init", OpenFlags.Read, out _, out _, out _) ? 0 : 1;
            case "asks":
                Ask();
                return 1;
            case "said-open":
                SayOpen();
                return 0;
            case "holds-many":
                while (FileSystem.TryOpen("/disk/tmp", OpenFlags.Write, out _, out _, out _))
                {
                }

                return 1;
            case "writes-and-dies":
                FileStream file = File.Create("/disk/tmp/written");
                file.Write(new byte[100_000]);
                Process.Exit(3);
                return 0;
            case "missing-file":
                File.ReadAllText("/disk/none");
                return 0;
            case "missing-directory":
                Directory.GetFiles("/disk/none/at/all");
                return 0;
            case "denied":
                File.WriteAllText("/disk/bin/init", "");
                return 0;
            case "yes":
                while (true)
                    Console.WriteLine("y");
            case "lines":
                return Lines();
            case "prints":
                for (int i = 0; i < 1000; i++)
                    Console.WriteLine($"line {i}");
                Console.Write("no end");
                return 0;
            case "complains":
                Console.Write("said, ");
                Console.Error.WriteLine("complained");
                return 0;
            case "variables":
                return Environment.GetEnvironmentVariable("PATH") == "/bin" && Environment.GetEnvironmentVariable("ATH") is null
                    && Environment.GetEnvironmentVariable("EMPTY") == "" && Environment.CurrentDirectory == "/disk/tmp"
                    && File.Exists("../bin/init") ? 0 : 1;
            case "types":
                return Types();
        }

        return part.AsSpan().StartsWith(WorkPrefix.AsSpan()) ? Work(part.Substring(WorkPrefix.Length)) : 99;
    }

    private static void Ask()
    {
        for (int i = 0; ; i++)
        {
            File.TryWriteAllBytes($"/disk/tmp/asked{i % 4}", new byte[50_000], out _);
            File.TryReadAllBytes("/disk/bin/init", out _, out _);
            Directory.TryGetFiles("/disk", out _, out _);
        }
    }

    private static void SayOpen()
    {
        SystemCall.TryOpen("/disk"u8, out Handle server, out _, out _);
        for (int i = 0; i < 10; i++)
        {
            MemoryChunk.TryCreate("bin/init"u8, out MemoryChunk chunk, out _);
            var message = new Message(Tags.OpenReadOnly, 8ul, chunk);
            SystemCall.TrySend(server, ref message, out _);
        }
    }

    private static int Work(string number)
    {
        string path = "/disk/tmp/work" + number;
        string text = new('x', 3000);
        for (int i = 0; i < 20; i++)
        {
            File.WriteAllText(path, text + i);
            if (File.ReadAllText(path) != text + i || !File.Exists(path))
                return 1;
            File.Move(path, path + "-moved");
            File.Delete(path + "-moved");
        }

        return 0;
    }

    /// <summary>Reads lines, and writes how long they are; at last how many there were.</summary>
    private static int Lines()
    {
        int count = 0;
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine($"{line.Length}:{line}");
            count++;
        }

        return count;
    }

    /// <summary>Asks a person for a name, a password and a key.</summary>
    private static int Types()
    {
        Console.Write("name: ");
        string? name = Console.ReadLine();
        Console.Write("password: ");
        SecretInput.TryReadLine(out string password);
        ConsoleKeyInfo key = Console.ReadKey(intercept: true);
        Console.WriteLine($"{name}|{password}|{(int)key.Key}|{Console.WindowWidth}x{Console.WindowHeight}");
        return Console.ReadLine() is null ? 5 : 6;
    }
}
