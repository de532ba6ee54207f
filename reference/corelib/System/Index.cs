namespace System;

public readonly struct Index(int value, bool fromEnd = false) : IEquatable<Index>
{
    // The complement marks an index from the end.
    private readonly int value = fromEnd ? ~value : value;

    public int Value => value < 0 ? ~value : value;

    public bool IsFromEnd => value < 0;

    public int GetOffset(int length) => value < 0 ? value + length + 1 : value;

    public bool Equals(Index other) => value == other.value;

    public override bool Equals(object? value) => value is Index other && Equals(other);

    public override int GetHashCode() => value;

    public override string ToString() => IsFromEnd ? "^" + Value.ToString() : Value.ToString();

    public static Index Start => new(0);

    public static Index End => new(0, fromEnd: true);

    public static Index FromStart(int value) => new(value);

    public static Index FromEnd(int value) => new(value, fromEnd: true);

    public static implicit operator Index(int value) => new(value);
}
