namespace System;

public readonly struct Boolean : IEquatable<bool>
{
    public static readonly string TrueString = "True";

    public static readonly string FalseString = "False";

    public bool Equals(bool obj) => this == obj;

    public override bool Equals(object? obj) => obj is bool other && this == other;

    public override int GetHashCode() => this ? 1 : 0;

    public override string ToString() => this ? "True" : "False";
}
