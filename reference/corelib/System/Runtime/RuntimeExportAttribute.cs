namespace System.Runtime;

/// <summary>Gives a static method a plain symbol that machine code can call.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
internal sealed class RuntimeExportAttribute(string entry) : Attribute
{
    public string Entry { get; } = entry;
}

/// <summary>Binds an extern method to a symbol: a plain call, with no transition around it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, Inherited = false)]
internal sealed class RuntimeImportAttribute(string library, string entry) : Attribute
{
    public string Library { get; } = library;

    public string Entry { get; } = entry;
}
