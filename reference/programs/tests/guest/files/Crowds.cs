using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>Many handles, and many clients, some of which end in the middle.</summary>
internal static class Crowds
{
    private const int MoreThanThereCanBe = 600;

    /// <summary>When there are no threads for another handle the disk says so, and goes on.</summary>
    internal static void Handles()
    {
        var handles = new Handle[MoreThanThereCanBe];
        for (int round = 0; round < 2; round++)
        {
            int count = 0;
            Error error = Error.None;
            while (count < MoreThanThereCanBe && FileSystem.TryOpen("/disk/bin/init", OpenFlags.Read, out handles[count], out _, out error))
                count++;
            Expect.Equal((ulong)count, 511);
            Expect.Equal((ulong)error, (ulong)Error.NoStack);
            Expect.Refused(File.TryReadAllText("/disk/bin/init", out _, out error), error, Error.NoStack);
            Expect.True(File.Exists("/disk/bin/init"));
            Usage full = Machine.Usage();
            for (int i = 0; i < count; i++)
                SystemCall.TryClose(handles[i], out _);
            for (int i = 0; i < 1000 && Machine.Usage().Threads > full.Threads - 500; i++)
                SystemCall.Yield();
        }

        Expect.True(Directory.Exists("/disk/bin"));
    }

    internal static void Killed()
    {
        string[] parts = ["opens", "asks", "said-open", "holds-many", "writes-and-dies"];
        for (int round = 0; round < 5; round++)
        {
            foreach (string part in parts)
            {
                Process client = Machine.Start(part);
                if (part is "asks" or "holds-many")
                {
                    // In the middle of whatever it does.
                    SystemCall.Sleep(10_000);
                    Machine.Kill(client);
                }
                else
                {
                    Machine.Wait(client);
                }
            }
        }

        Expect.True(File.Exists("/disk/bin/init"));
        File.Delete("/disk/tmp/written");
        foreach (string file in Directory.GetFiles("/disk/tmp"))
            File.Delete(file);
    }

    internal static void Many()
    {
        var clients = new Process[8];
        for (int i = 0; i < clients.Length; i++)
            clients[i] = Machine.Start($"works {i}");
        foreach (Process client in clients)
            Expect.Equal((ulong)Machine.Wait(client).Status, 0);
        Expect.Equal((ulong)Directory.GetFiles("/disk/tmp").Length, 0);
    }
}
