namespace System.IO;

/// <summary>Where text goes to, a character after the other.</summary>
public abstract class TextWriter : IDisposable
{
    /// <summary>Room for the text of every number.</summary>
    private const int LongestNumber = 96;

    /// <summary>A writer that loses everything.</summary>
    public static readonly TextWriter Null = new NullWriter();

    /// <summary>What ends a line.</summary>
    public virtual string NewLine { get; set; } = "\n";

    public virtual void Write(char value)
    {
    }

    public virtual void Write(ReadOnlySpan<char> buffer)
    {
        foreach (char character in buffer)
            Write(character);
    }

    public void Write(string? value) => Write(value.AsSpan());

    public void Write(char[]? buffer) => Write((ReadOnlySpan<char>)buffer);

    public void Write(char[] buffer, int index, int count) => Write(new ReadOnlySpan<char>(buffer, index, count));

    public void Write(object? value) => Write(value?.ToString());

    public void Write(bool value) => Write(value ? "True" : "False");

    public void Write(int value) => WriteNumber(value);

    public void Write(uint value) => WriteNumber(value);

    public void Write(long value) => WriteNumber(value);

    public void Write(ulong value) => WriteNumber(value);

    public void WriteLine() => Write(NewLine);

    public virtual void WriteLine(ReadOnlySpan<char> buffer)
    {
        Write(buffer);
        WriteLine();
    }

    public void WriteLine(string? value) => WriteLine(value.AsSpan());

    public void WriteLine(char[]? buffer) => WriteLine((ReadOnlySpan<char>)buffer);

    public void WriteLine(object? value) => WriteLine(value?.ToString());

    public void WriteLine(char value)
    {
        Write(value);
        WriteLine();
    }

    public void WriteLine(bool value) => WriteLine(value ? "True" : "False");

    public void WriteLine(int value)
    {
        WriteNumber(value);
        WriteLine();
    }

    public void WriteLine(uint value)
    {
        WriteNumber(value);
        WriteLine();
    }

    public void WriteLine(long value)
    {
        WriteNumber(value);
        WriteLine();
    }

    public void WriteLine(ulong value)
    {
        WriteNumber(value);
        WriteLine();
    }

    /// <summary>Passes on what has been gathered.</summary>
    public virtual void Flush()
    {
    }

    public virtual void Close() => Dispose();

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing) => Flush();

    private void WriteNumber<T>(T value)
        where T : ISpanFormattable
    {
        Span<char> text = stackalloc char[LongestNumber];
        value.TryFormat(text, out int length, default, null);
        Write((ReadOnlySpan<char>)text.Slice(0, length));
    }

    private sealed class NullWriter : TextWriter
    {
        public override void Write(ReadOnlySpan<char> buffer)
        {
        }
    }
}
