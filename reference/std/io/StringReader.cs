namespace System.IO;

/// <summary>Reads a string.</summary>
public class StringReader(string s) : TextReader
{
    private readonly string text = s;
    private int position;

    public override int Peek() => position < text.Length ? text[position] : -1;

    public override int Read() => position < text.Length ? text[position++] : -1;

    public override string ReadToEnd()
    {
        string rest = text.Substring(position);
        position = text.Length;
        return rest;
    }
}
