using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Immutable UTF-16 text. In the kernel only literals exist; programs make strings with the members of <c>String.Making.cs</c>.</summary>
public sealed partial class String : IEnumerable<char>, IEquatable<string>, IComparable, IComparable<string>, ICloneable
{
    // The static-constructor interpreter of ILC looks these two up by name.
#pragma warning disable CS0649 // ILC lays literals out
    private readonly int _stringLength;
    private readonly char _firstChar;
#pragma warning restore CS0649

    public static readonly string Empty = "";

    public int Length => _stringLength;

    // The C# compiler knows the indexer by the name that .NET gave it.
    [IndexerName("Chars")]
    public char this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_stringLength)
                Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowIndexOutOfRangeException();
            return Unsafe.Add(ref Unsafe.AsRef(in _firstChar), index);
        }
    }

    public ref readonly char GetPinnableReference() => ref _firstChar;

    public static implicit operator ReadOnlySpan<char>(string? value) =>
        value.AsSpan();

    public static bool operator ==(string? a, string? b) => Equals(a, b);

    public static bool operator !=(string? a, string? b) => !Equals(a, b);

    public static bool Equals(string? a, string? b)
    {
        if (ReferenceEquals(a, b))
            return true;
        return a is not null && b is not null && ((ReadOnlySpan<char>)a).SequenceEqual(b);
    }

    public bool Equals(string? value) => Equals(this, value);

    public override bool Equals(object? obj) => obj is string other && Equals(this, other);

    public override string ToString() => this;

    public object Clone() => this;

    public static bool IsNullOrEmpty([NotNullWhen(false)] string? value) => value is null || value.Length == 0;

    public static bool IsNullOrWhiteSpace([NotNullWhen(false)] string? value) => value.AsSpan().IsWhiteSpace();

    public CharEnumerator GetEnumerator() => new(this);

    IEnumerator<char> IEnumerable<char>.GetEnumerator() => GetEnumerator();

    // The C# compiler asks for the interface before it lets foreach run over a string by index.
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
