using System.Collections.Generic;

namespace Euralios.Shell;

/// <summary>What a part of a word stands for.</summary>
internal enum PartKind
{
    /// <summary>Itself.</summary>
    Text,

    /// <summary>The value of the variable of this name. Names that are no letters: <c>?</c> the last status, <c>#</c>, <c>@</c>, <c>*</c> and digits the arguments.</summary>
    Variable,
}

/// <summary>A piece of a word. In a quoted one nothing but a variable has a meaning.</summary>
internal readonly struct WordPart(PartKind kind, string text, bool isQuoted)
{
    internal PartKind Kind { get; } = kind;

    internal string Text { get; } = text;

    internal bool IsQuoted { get; } = isQuoted;
}

/// <summary>A word as it was typed: parts that are expanded and put together when the command runs.</summary>
internal sealed class Word(int position)
{
    internal List<WordPart> Parts { get; } = [];

    /// <summary>Where it begins in the text.</summary>
    internal int Position { get; } = position;

    /// <summary>The word, if nothing in it is quoted or a variable; else null.</summary>
    internal string? Plain => Parts.Count == 1 && Parts[0].Kind == PartKind.Text && !Parts[0].IsQuoted ? Parts[0].Text : null;

    internal void Add(PartKind kind, string text, bool isQuoted) => Parts.Add(new WordPart(kind, text, isQuoted));
}
