using System;
using System.IO;

namespace Euralios.Std;

/// <summary>A standard stream as bytes: it has neither a length nor places.</summary>
internal sealed class ConsoleStream(ConsoleStreamKind kind) : Stream
{
    public override bool CanRead => kind == ConsoleStreamKind.Input;

    public override bool CanWrite => kind != ConsoleStreamKind.Input;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException("Stream does not support seeking.");

    public override long Position
    {
        get => Length;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        if (!CanRead)
            throw new NotSupportedException("Stream does not support reading.");
        return StandardInput.ReadBytes(buffer);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!CanWrite)
            throw new NotSupportedException("Stream does not support writing.");
        if (kind == ConsoleStreamKind.Error)
            StandardError.Write(buffer);
        else
            StandardOutput.Write(buffer);
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("Stream does not support seeking.");

    public override void SetLength(long value) => Seek(value, SeekOrigin.Begin);

    public override void Flush()
    {
        if (kind == ConsoleStreamKind.Output)
            StandardOutput.Flush();
    }
}

/// <summary>Which of the standard streams.</summary>
internal enum ConsoleStreamKind
{
    Input,
    Output,
    Error,
}
