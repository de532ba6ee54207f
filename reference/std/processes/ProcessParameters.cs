using System;

namespace Euralios.Std;

/// <summary>
/// What a new process gets beside its program, as the clauses that the kernel reads. It has its parent's mounts unless a clause says otherwise.
/// Methods return the object itself, so that one follows the other.
/// </summary>
public sealed class ProcessParameters
{
    private const byte WordSeparator = 3;
    private const int Longest = ushort.MaxValue;

    private byte[] bytes = new byte[64];
    private int length;

    /// <summary>Why the parameters cannot be used: a word or a path with a character that the clauses cannot hold, or too many of them.</summary>
    public Error Error { get; private set; }

    /// <summary>The clauses.</summary>
    internal ReadOnlySpan<byte> Bytes => new(bytes, 0, length);

    /// <summary>The parent's mounts themselves: what one changes the other sees.</summary>
    public ProcessParameters ShareMounts() => Add((byte)'S');

    /// <summary>A copy of the parent's mounts.</summary>
    public ProcessParameters CopyMounts() => Add((byte)'C');

    /// <summary>No mounts but those that follow.</summary>
    public ProcessParameters NoMounts() => Add((byte)'N');

    /// <summary>Without what is mounted at a path.</summary>
    public ProcessParameters Unmount(string path) => Add((byte)'-').AddText(path, (byte)':').Add((byte)':');

    /// <summary>With a server mounted at a path. The handle moves to the mount.</summary>
    public ProcessParameters Mount(Handle handle, string path) => Add((byte)'m').AddNumber(handle.Number).AddText(path, (byte)':').Add((byte)':');

    /// <summary>With the right to wait for an interrupt line that the parent may wait for.</summary>
    public ProcessParameters Interrupt(uint line) => Add((byte)'i').AddNumber(line);

    /// <summary>With arguments: the program's own name, then the others.</summary>
    public ProcessParameters Arguments(params string[] words) => Add((byte)'A').AddWords(words);

    /// <summary>With variables of the form NAME=value.</summary>
    public ProcessParameters Environment(params string[] variables) => Add((byte)'E').AddWords(variables);

    private ProcessParameters AddWords(string[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (i > 0)
                Add(WordSeparator);
            AddText(words[i], WordSeparator);
        }

        return Add(0);
    }

    private ProcessParameters AddNumber(uint number)
    {
        foreach (char digit in number.ToString().AsSpan())
            Add((byte)digit);
        return Add((byte)',');
    }

    private ProcessParameters AddText(string text, byte terminator)
    {
        foreach (byte value in Utf8.GetBytes(text))
        {
            if (value == 0 || value == terminator)
                Error = Error.Parameter;
            Add(value);
        }

        return this;
    }

    private ProcessParameters Add(byte value)
    {
        if (length == Longest)
        {
            Error = Error.Parameter;
            return this;
        }

        if (length == bytes.Length)
        {
            byte[] larger = new byte[length * 2];
            Array.Copy(bytes, larger, length);
            bytes = larger;
        }

        bytes[length++] = value;
        return this;
    }
}
