using System;
using Euralios.Std;

namespace Euralios.RamDisk;

/// <summary>Says on the console what the disk does.</summary>
internal sealed class Log : IServerLog
{
    public void Opening(string path) => Console.WriteLine($"[std:open] Opening \"{path}\"");

    public void NotOpened(string path, string name, Error error)
    {
        string why = error switch
        {
            Error.NotFound => "not found",
            Error.NotDirectory => "is a file not a directory",
            _ => error.Text(),
        };
        Console.WriteLine($"[std:open] Error opening path \"{path}\": {name} {why}");
    }

    public void Serving(string name, bool mayWrite) =>
        Console.WriteLine($"[std:open] Starting handle_directory({name}, rw:{(mayWrite ? "true" : "false")})");

    public void Done(ServerAction action, string name, ulong bytes)
    {
        switch (action)
        {
            case ServerAction.MakeDirectory:
                Console.WriteLine($"[ramdisk] Making directory {name}");
                break;
            case ServerAction.MakeFile:
                Console.WriteLine($"[ramdisk] Making file {name}");
                break;
            case ServerAction.RemoveDirectory:
                Console.WriteLine($"[ramdisk] Removing directory {name}");
                break;
            case ServerAction.RemoveFile:
                Console.WriteLine($"[ramdisk] Removing file {name}");
                break;
            case ServerAction.Rename:
                Console.WriteLine($"[ramdisk] Renaming {name}");
                break;
            case ServerAction.Read:
                Console.WriteLine($"[ramdisk] Reading {bytes} bytes");
                break;
            default:
                Console.WriteLine($"[ramdisk] Writing {bytes} bytes");
                break;
        }
    }
}
