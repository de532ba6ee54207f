using Euralios.Std;

namespace System.IO;

/// <summary>Writes text to a stream as UTF-8.</summary>
public class StreamWriter : TextWriter
{
    private const int PieceLength = 4096;

    private readonly byte[] piece = new byte[PieceLength];
    private int length;

    /// <summary>The first half of a pair of surrogates whose second has not come yet.</summary>
    private char half;

    public StreamWriter(string path)
        : this(path, append: false)
    {
    }

    public StreamWriter(string path, bool append)
        : this(new FileStream(path, append ? FileMode.Append : FileMode.Create, FileAccess.Write))
    {
    }

    public StreamWriter(Stream stream) => BaseStream = stream;

    public Stream BaseStream { get; }

    /// <summary>Whether everything is passed on at once.</summary>
    public bool AutoFlush { get; set; }

    public override void Write(char value) => Write([value]);

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (half != 0 && !buffer.IsEmpty)
        {
            ReadOnlySpan<char> pair = [half, buffer[0]];
            half = '\0';
            Add(Utf8.TakeCodePoint(ref pair));
            if (pair.IsEmpty)
                buffer = buffer.Slice(1);
        }

        while (!buffer.IsEmpty)
        {
            if (buffer.Length == 1 && char.IsHighSurrogate(buffer[0]))
            {
                half = buffer[0];
                break;
            }

            Add(Utf8.TakeCodePoint(ref buffer));
        }

        if (AutoFlush)
            Flush();
    }

    public override void Flush()
    {
        Send();
        BaseStream.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        Send();
        BaseStream.Dispose();
    }

    private void Add(uint codePoint)
    {
        if (PieceLength - length < Utf8.LongestCharacter)
            Send();
        length += Utf8.Encode(codePoint, piece.AsSpan(length, PieceLength - length));
    }

    private void Send()
    {
        BaseStream.Write(new ReadOnlySpan<byte>(piece, 0, length));
        length = 0;
    }
}
