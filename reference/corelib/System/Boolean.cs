namespace System;

public readonly struct Boolean : IComparable, IComparable<bool>, IEquatable<bool>
{
    public static readonly string TrueString = "True";

    public static readonly string FalseString = "False";

    public int CompareTo(bool value) => (this ? 1 : 0) - (value ? 1 : 0);

    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        bool other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Boolean."),
    };

    public bool Equals(bool obj) => this == obj;

    public override bool Equals(object? obj) => obj is bool other && this == other;

    public override int GetHashCode() => this ? 1 : 0;

    public override string ToString() => this ? "True" : "False";

    public string ToString(IFormatProvider? provider) => ToString();

    public static bool Parse(string value) => Parse((value ?? throw new ArgumentNullException(nameof(value))).AsSpan());

    public static bool Parse(ReadOnlySpan<char> value) => TryParse(value, out bool result)
        ? result
        : throw new FormatException("String '" + new string(value) + "' was not recognized as a valid Boolean.");

    public static bool TryParse(string? value, out bool result) => TryParse(value.AsSpan(), out result);

    /// <summary>In any case, with white space or zero characters around it.</summary>
    public static bool TryParse(ReadOnlySpan<char> value, out bool result)
    {
        while (!value.IsEmpty && IsPadding(value[0]))
            value = value.Slice(1);
        while (!value.IsEmpty && IsPadding(value[value.Length - 1]))
            value = value.Slice(0, value.Length - 1);
        result = value.Equals("True", StringComparison.OrdinalIgnoreCase);
        return result || value.Equals("False", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPadding(char character) => character == '\0' || char.IsWhiteSpace(character);
}
