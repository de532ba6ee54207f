using System;

namespace Euralios.Std;

/// <summary>A process's number for one end of a rendezvous. Whoever holds it may send and receive there; closing it or sending it away ends that.</summary>
public readonly struct Handle(uint number) : IEquatable<Handle>
{
    /// <summary>Where a process's input comes from.</summary>
    public static Handle StandardInput => new(0);

    /// <summary>Where its output goes.</summary>
    public static Handle StandardOutput => new(1);

    /// <summary>The number.</summary>
    public uint Number { get; } = number;

    public bool Equals(Handle other) => Number == other.Number;

    public override bool Equals(object? obj) => obj is Handle other && Equals(other);

    public override int GetHashCode() => (int)Number;

    public static bool operator ==(Handle left, Handle right) => left.Equals(right);

    public static bool operator !=(Handle left, Handle right) => !left.Equals(right);
}
