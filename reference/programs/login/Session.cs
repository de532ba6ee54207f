using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Login;

/// <summary>
/// A user's shell with what the user may see. That is decided here and nowhere else: a process reaches what is mounted for it and what it is sent.
/// </summary>
internal static class Session
{
    private const string Shell = "/bin/shell";
    private const string OwnDirectory = "/ramdisk";

    /// <summary>Runs it to its end.</summary>
    internal static bool TryRun(UserAccount account, out Error error)
    {
        if (!File.TryReadAllBytes(Shell, out byte[] image, out error))
            return false;
        ProcessParameters parameters = new();
        string home = account.Home;
        if (account.View == UserView.Own)
        {
            if (!TryMountOwn(parameters.NoMounts(), account, out error))
                return false;
            home = OwnDirectory;
        }

        // What the system was started with goes on to its users.
        parameters.Arguments(Shell).Environment(
            ["USER=" + account.Name, "HOME=" + home, "PWD=" + home, "PATH=/bin", .. Arguments.Variables]);
        if (!SystemCall.TryCopy(Handle.StandardInput, out Handle input, out error) || !SystemCall.TryCopy(Handle.StandardOutput, out Handle output, out error))
            return false;
        Console.Out.Flush();
        if (!Process.TryExec(image, input, output, parameters, out Process process, out error))
        {
            SystemCall.TryClose(input, out _);
            SystemCall.TryClose(output, out _);
            return false;
        }

        process.TryWait(SystemCall.Forever, out ProcessEnd end, out _);
        SystemCall.TryClose(process.Handle, out _);
        ResetTerminal();
        if (end.Reason == EndReason.Fault)
            Console.WriteLine("The shell ended by a fault.");
        return true;
    }

    /// <summary>The programs to read, a directory of its own in place of the whole disk, and the network where there is one.</summary>
    private static bool TryMountOwn(ProcessParameters parameters, UserAccount account, out Error error)
    {
        if (!FileSystem.TryOpen("/bin", OpenFlags.Read, out Handle programs, out _, out error))
            return false;
        parameters.Mount(programs, "/bin");
        if (!FileSystem.TryOpen(account.Home, OpenFlags.Write, out Handle own, out _, out error))
        {
            SystemCall.TryClose(programs, out _);
            return false;
        }

        parameters.Mount(own, OwnDirectory);

        // To be written to: a connection is.
        if (FileSystem.TryOpen("/tcp", OpenFlags.Write, out Handle network, out _, out _))
            parameters.Mount(network, "/tcp");
        return true;
    }

    /// <summary>Whatever the shell or its programs left: each key is a character, and text has no colours.</summary>
    private static void ResetTerminal()
    {
        var mode = new Message(Tags.TerminalMode, 0);
        RemoteCall.TryCall(Handle.StandardOutput, ref mode, Tags.Ok, out _, out _);
        Console.Write("\e[m");
    }
}
