namespace System.IO;

/// <summary>Where text comes from, a character after the other.</summary>
public abstract class TextReader : IDisposable
{
    private const int PieceLength = 256;

    /// <summary>A reader of nothing.</summary>
    public static readonly TextReader Null = new StringReader("");

    /// <summary>The next character, which stays; -1 at the end.</summary>
    public virtual int Peek() => -1;

    /// <summary>The next character; -1 at the end.</summary>
    public virtual int Read() => -1;

    /// <summary>Reads characters, as many as there are: none only at the end.</summary>
    public virtual int Read(Span<char> buffer)
    {
        int count = 0;
        while (count < buffer.Length && Read() is >= 0 and int character)
            buffer[count++] = (char)character;
        return count;
    }

    public int Read(char[] buffer, int index, int count) => Read(new Span<char>(buffer, index, count));

    /// <summary>The next line without its end; null at the end of the text.</summary>
    public virtual string? ReadLine()
    {
        var line = new CharBuffer();
        while (true)
        {
            int character = Read();
            if (character < 0)
                return line.Length > 0 ? line.ToString() : null;
            if (character == '\r' && Peek() == '\n')
                Read();
            if (character is '\r' or '\n')
                return line.ToString();
            line.Append((char)character);
        }
    }

    /// <summary>All that is left.</summary>
    public virtual string ReadToEnd()
    {
        var text = new CharBuffer();
        Span<char> piece = stackalloc char[PieceLength];
        for (int count = Read(piece); count > 0; count = Read(piece))
            text.Append(piece.Slice(0, count));
        return text.ToString();
    }

    public virtual void Close() => Dispose();

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing)
    {
    }
}
