namespace System.IO;

/// <summary>Writes into a string.</summary>
public class StringWriter : TextWriter
{
    private readonly CharBuffer text = new();

    public override void Write(char value) => text.Append(value);

    public override void Write(ReadOnlySpan<char> buffer) => text.Append(buffer);

    public override string ToString() => text.ToString();
}
