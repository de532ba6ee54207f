namespace System;

public readonly struct Boolean : IEquatable<bool>
{
    public bool Equals(bool obj) => this == obj;
}
