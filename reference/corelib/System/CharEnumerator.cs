using System.Collections;
using System.Collections.Generic;

namespace System;

/// <summary>Walks over a string's characters where it is used as a sequence.</summary>
public sealed class CharEnumerator : IEnumerator<char>
{
    private readonly string text;
    private int index = -1;

    internal CharEnumerator(string text) => this.text = text;

    public char Current => text[index];

    object? IEnumerator.Current => Current;

    public bool MoveNext() => ++index < text.Length;

    public void Reset() => index = -1;

    public void Dispose()
    {
    }
}
