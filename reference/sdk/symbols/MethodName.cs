using System.Text.RegularExpressions;

namespace Euralios.Sdk.Symbols;

/// <summary>Methods' names as people write them, from what ILC and the C# compiler make of them.</summary>
internal static partial class MethodName
{
    /// <summary>A method that <see cref="MethodNames"/> knows.</summary>
    /// <param name="symbol">Its symbol; a generic method's ends with the arguments.</param>
    /// <param name="type">Its type, mangled.</param>
    /// <param name="method">Its own name.</param>
    public static string Readable(string symbol, string type, string method)
    {
        string arguments = symbol.StartsWith(type, StringComparison.Ordinal) ? MangledType.Arguments(symbol[type.Length..]) : "";
        if (Generated().Match(method) is not { Success: true } generated)
            return $"{MangledType.Readable(type)}.{method}{arguments}";

        // A lambda or local function: within the method that it is written in. Its closure's type is of no interest.
        string written = generated.Groups["local"] is { Success: true } local ? local.Value : "<lambda>";
        return $"{MangledType.Readable(Closure().Replace(type, ""))}.{generated.Groups["method"].Value}.{written}{arguments}";
    }

    /// <summary>
    /// A method that the debug information does not name, because the compiler made it up; null for a symbol that is no C# method's. Two
    /// underscores join type and method.
    /// </summary>
    public static string? FromSymbol(string symbol)
    {
        int end = symbol.IndexOf('<');
        string name = end < 0 ? symbol : symbol[..end];
        int join = name.LastIndexOf("__", StringComparison.Ordinal);
        string type = join < 0 ? "" : name[..join].Trim('_');
        return type.Length == 0 ? null : $"{MangledType.Readable(type)}.{name[(join + 2)..]}{MangledType.Arguments(symbol)}";
    }

    // Main's first lambda is <Main>b__0_0, its local function Count is <Main>g__Count|0_1.
    [GeneratedRegex(@"^<(?<method>[^>]+)>(b__|g__(?<local>\w+)\|)[\d_]*$")]
    private static partial Regex Generated();

    // <>c and <>c__DisplayClass0_1, mangled.
    [GeneratedRegex(@"_?___?c(__DisplayClass[\d_]+)?$")]
    private static partial Regex Closure();
}
