namespace System;

public readonly struct Char : IEquatable<char>
{
    public const char MaxValue = '\uffff';

    public const char MinValue = '\0';

    public bool Equals(char obj) => this == obj;
}
