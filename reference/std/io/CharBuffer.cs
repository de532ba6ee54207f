namespace System.IO;

/// <summary>Characters that grow in number.</summary>
internal sealed class CharBuffer
{
    private char[] characters = new char[64];

    internal int Length { get; private set; }

    internal ReadOnlySpan<char> Text => new(characters, 0, Length);

    internal void Append(char character)
    {
        Reserve(1);
        characters[Length++] = character;
    }

    internal void Append(scoped ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(new Span<char>(characters, Length, text.Length));
        Length += text.Length;
    }

    internal void Clear() => Length = 0;

    public override string ToString() => new(Text);

    private void Reserve(int more)
    {
        if (more <= characters.Length - Length)
            return;
        char[] larger = new char[Math.Max(characters.Length * 2, Length + more)];
        Text.CopyTo(larger);
        characters = larger;
    }
}
