using System.Text;

namespace Euralios.Sdk.Symbols;

/// <summary>
/// Types' names from ILC's form to C#'s: <c>kernel_Merriwig_Memory_FrameMap</c> is <c>Merriwig.Memory.FrameMap</c>, and
/// <c>corelib_System_Span_1&lt;Char&gt;</c> is <c>System.Span&lt;char&gt;</c>. ILC writes every character that C has no room for as an
/// underscore, so a name with an underscore of its own comes out with a dot.
/// </summary>
internal static class MangledType
{
    private const string Separator = "__"; // between the arguments of a generic type
    private const string AnyReference = "System___Canon"; // stands for every reference type: they share one body

    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["Boolean"] = "bool", ["UInt8"] = "byte", ["Int8"] = "sbyte", ["Char"] = "char", ["Int16"] = "short", ["UInt16"] = "ushort",
        ["Int32"] = "int", ["UInt32"] = "uint", ["Int64"] = "long", ["UInt64"] = "ulong", ["IntPtr"] = "nint", ["UIntPtr"] = "nuint",
        ["Single"] = "float", ["Double"] = "double", ["Object"] = "object", ["String"] = "string", ["Void"] = "void",
    };

    // How ILC writes types made of another type, and what C# writes after that type.
    private static readonly (string Start, string Suffix)[] Shapes = [("__Array<", "[]"), ("__Pointer<", "*"), ("__ByRef<", "&")];

    /// <summary>A type that declares methods.</summary>
    public static string Readable(string mangled)
    {
        int at = 0;
        string name = Read(mangled, ref at, isArgument: false);
        return Keywords.ContainsKey(name) ? "System." + name : name;
    }

    /// <summary>The arguments between the angle brackets that end a name, as C# writes them; empty when there are none.</summary>
    public static string Arguments(string mangled)
    {
        int at = mangled.IndexOf('<');
        return at < 0 ? "" : ReadArguments(mangled, ref at);
    }

    private static string Read(string text, ref int at, bool isArgument)
    {
        foreach ((string start, string suffix) in Shapes)
        {
            if (!text.AsSpan(at).StartsWith(start))
                continue;
            at += start.Length;
            string element = Read(text, ref at, isArgument: true);
            at = Math.Min(at + 1, text.Length); // its closing bracket
            return element + suffix;
        }

        int from = at;
        at = End(text, from, isArgument);
        bool isGeneric = at < text.Length && text[at] == '<';
        string name = Plain(text[from..at], isGeneric);
        if (isGeneric)
            return name + ReadArguments(text, ref at);
        return isArgument && Keywords.TryGetValue(name, out string? keyword) ? keyword : name;
    }

    private static string ReadArguments(string text, ref int at)
    {
        var arguments = new StringBuilder("<");
        at++; // the opening bracket
        while (at < text.Length && text[at] != '>')
        {
            int before = at;
            if (arguments.Length > 1)
                arguments.Append(", ");
            arguments.Append(Read(text, ref at, isArgument: true));
            if (text.AsSpan(at).StartsWith(Separator))
                at += Separator.Length;
            if (at == before)
                break; // not a name that ILC would write
        }

        at = Math.Min(at + 1, text.Length);
        return arguments.Append('>').ToString();
    }

    /// <summary>Where a name ends: at a bracket, and among arguments also at the separator.</summary>
    private static int End(string text, int from, bool isArgument)
    {
        int at = from;
        while (at < text.Length && text[at] is not ('<' or '>'))
        {
            if (isArgument && text.AsSpan(at).StartsWith(AnyReference))
                at += AnyReference.Length;
            else if (isArgument && at > from && text.AsSpan(at).StartsWith(Separator))
                break;
            else
                at++;
        }

        return at;
    }

    /// <summary>A name without its assembly, which comes first, and without the number of its type parameters.</summary>
    private static string Plain(string name, bool isGeneric)
    {
        if (name.EndsWith(AnyReference, StringComparison.Ordinal))
            return "object";
        int assembly = name.IndexOf('_');
        string[] parts = name[(assembly + 1)..].Split('_', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('.', isGeneric ? parts.Where(part => !part.All(char.IsAsciiDigit)) : parts);
    }
}
