using System.Runtime.InteropServices;

namespace Euralios.Grader.Collect;

/// <summary>Tells an ordinary file from what must not be opened: opening a pipe waits for a writer, reading a device need not end.</summary>
internal static class RegularFile
{
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>The file at <paramref name="path"/> is an ordinary file, and not a link to one.</summary>
    public static bool Is(string path)
    {
        // FileAttributes cannot tell a pipe from a file, so the runtime's own portable lstat is asked for the file's type.
        var status = new FileStatus();
        return LStat(path, ref status) == 0 && (status.Mode & TypeMask) == Regular;
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_LStat")]
    private static extern int LStat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, ref FileStatus status);

    /// <summary>The head of the structure that the runtime's <c>lstat</c> fills; its tail is of no interest here, but needs its room.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct FileStatus
    {
        public int Flags;
        public int Mode;
    }
}
