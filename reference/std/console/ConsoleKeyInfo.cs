namespace System;

/// <summary>Keys held down together with another.</summary>
[Flags]
public enum ConsoleModifiers
{
    None = 0,
    Alt = 1,
    Shift = 2,
    Control = 4,
}

/// <summary>A key that was pressed.</summary>
public readonly struct ConsoleKeyInfo(char keyChar, ConsoleKey key, bool shift, bool alt, bool control) : IEquatable<ConsoleKeyInfo>
{
    /// <summary>Its character, or zero.</summary>
    public char KeyChar { get; } = keyChar;

    public ConsoleKey Key { get; } = key;

    public ConsoleModifiers Modifiers { get; } =
        (shift ? ConsoleModifiers.Shift : 0) | (alt ? ConsoleModifiers.Alt : 0) | (control ? ConsoleModifiers.Control : 0);

    public bool Equals(ConsoleKeyInfo obj) => KeyChar == obj.KeyChar && Key == obj.Key && Modifiers == obj.Modifiers;

    public override bool Equals(object? value) => value is ConsoleKeyInfo other && Equals(other);

    public override int GetHashCode() => KeyChar | ((int)Key << 16) | ((int)Modifiers << 24);

    public static bool operator ==(ConsoleKeyInfo a, ConsoleKeyInfo b) => a.Equals(b);

    public static bool operator !=(ConsoleKeyInfo a, ConsoleKeyInfo b) => !a.Equals(b);
}
