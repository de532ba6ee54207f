using Euralios.Std;

namespace System.IO;

/// <summary>Reads UTF-8 text from a stream.</summary>
public class StreamReader : TextReader
{
    private const int PieceLength = 4096;
    private const int Nothing = -1;

    private readonly InputBuffer buffer = new();
    private readonly byte[] piece = new byte[PieceLength];
    private bool isEnd;

    // Characters that were looked at, or are the second half of a pair; -1 where there is none.
    private int next = Nothing;
    private int afterNext = Nothing;

    public StreamReader(string path)
        : this(new FileStream(path, FileMode.Open, FileAccess.Read))
    {
    }

    public StreamReader(Stream stream) => BaseStream = stream;

    public Stream BaseStream { get; }

    public bool EndOfStream => Peek() == Nothing;

    public override int Peek()
    {
        if (next != Nothing)
            return next;
        uint codePoint;
        while (!buffer.TryTakeCodePoint(isEnd, out codePoint))
        {
            if (isEnd)
                return Nothing;
            Fill();
        }

        next = codePoint < 0x1_0000 ? (int)codePoint : (int)(0xD800 + ((codePoint - 0x1_0000) >> 10));
        afterNext = codePoint < 0x1_0000 ? Nothing : (int)(0xDC00 + (codePoint & 0x3FF));
        return next;
    }

    public override int Read()
    {
        int character = Peek();
        next = afterNext;
        afterNext = Nothing;
        return character;
    }

    public override string? ReadLine()
    {
        if (next != Nothing)
            return base.ReadLine();
        string line;
        while (!buffer.TryTakeLine(isEnd, out line))
        {
            if (isEnd)
                return null;
            Fill();
        }

        return line;
    }

    protected override void Dispose(bool disposing) => BaseStream.Dispose();

    private void Fill()
    {
        int count = BaseStream.Read(piece);
        isEnd = count == 0;
        buffer.Append(new ReadOnlySpan<byte>(piece, 0, count));
    }
}
