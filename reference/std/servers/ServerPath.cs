using System;

namespace Euralios.Std;

/// <summary>A path as it comes in a message: names with slashes between them. Empty ones and "." mean nothing.</summary>
internal ref struct ServerPath
{
    /// <summary>Bytes of a path at most, which is what the kernel takes.</summary>
    internal const int Longest = 4096;

    private ReadOnlySpan<byte> rest;

    private ServerPath(ReadOnlySpan<byte> path) => rest = path;

    /// <summary>Whether no name is left.</summary>
    internal bool IsEmpty
    {
        get
        {
            SkipNothing();
            return rest.IsEmpty;
        }
    }

    /// <summary>Checks a path.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="path">The path.</param>
    /// <param name="refusal">The tag of the answer if it is none.</param>
    internal static bool TryParse(ReadOnlySpan<byte> bytes, out ServerPath path, out ulong refusal)
    {
        path = new ServerPath(bytes);
        refusal = bytes.Length > Longest || bytes.IndexOf((byte)0) >= 0 ? Tags.InvalidValue
            : !Utf8.IsValid(bytes) ? Tags.InvalidUtf8
            : 0;
        return refusal == 0;
    }

    /// <summary>Takes the first name off. It may be none that anything can have, "..", or too long.</summary>
    internal bool TryTake(out string name)
    {
        SkipNothing();
        int slash = rest.IndexOf((byte)'/');
        ReadOnlySpan<byte> first = slash < 0 ? rest : rest.Slice(0, slash);
        rest = rest.Slice(first.Length);
        name = Utf8.GetString(first);
        return !first.IsEmpty;
    }

    private void SkipNothing()
    {
        while (!rest.IsEmpty)
        {
            if (rest[0] == '/')
                rest = rest.Slice(1);
            else if (rest[0] == '.' && (rest.Length == 1 || rest[1] == '/'))
                rest = rest.Slice(1);
            else
                return;
        }
    }
}
