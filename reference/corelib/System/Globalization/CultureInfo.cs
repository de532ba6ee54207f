namespace System.Globalization;

/// <summary>There is one culture, the invariant one: a name for programs that say so.</summary>
public class CultureInfo : IFormatProvider
{
    private static readonly CultureInfo Invariant = new();

    private CultureInfo()
    {
    }

    public static CultureInfo InvariantCulture => Invariant;

    public static CultureInfo CurrentCulture => Invariant;

    public virtual string Name => "";

    public virtual object? GetFormat(Type? formatType) => null;
}
