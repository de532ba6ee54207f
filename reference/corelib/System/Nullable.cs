namespace System;

public struct Nullable<T>
    where T : struct
{
    // ILC boxes and unboxes by this layout: the flag first, then the value.
    private readonly bool hasValue;
    internal T value;

    public Nullable(T value)
    {
        this.value = value;
        hasValue = true;
    }

    public readonly bool HasValue => hasValue;

    public readonly T Value
    {
        get
        {
            if (!hasValue)
                Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowInvalidOperationException();
            return value;
        }
    }

    public readonly T GetValueOrDefault() => value;

    public readonly T GetValueOrDefault(T defaultValue) => hasValue ? value : defaultValue;

    public override readonly bool Equals(object? other) => hasValue ? other is not null && value.Equals(other) : other is null;

    public override readonly int GetHashCode() => hasValue ? value.GetHashCode() : 0;

    public override readonly string? ToString() => hasValue ? value.ToString() : "";

    public static implicit operator Nullable<T>(T value) => new Nullable<T>(value);

    public static explicit operator T(Nullable<T> value) => value!.Value;
}
