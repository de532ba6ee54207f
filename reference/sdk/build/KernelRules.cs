using Euralios.Sdk.Elf;

namespace Euralios.Sdk.Build;

/// <summary>A kernel rule that compiled code breaks.</summary>
/// <param name="Code">KERNEL1 to KERNEL5.</param>
/// <param name="Method">The method, as ILC names it: assembly, namespace and type joined by underscores.</param>
/// <param name="Rule">The rule, and what breaks it.</param>
public readonly record struct RuleViolation(string Code, string Method, string Rule);

/// <summary>
/// What must not be in the kernel's object: managed allocation, exception clauses, interface dispatch, static constructors at first use,
/// references in static fields.
/// The object is the witness, so no wording of the source gets around it.
/// </summary>
public static class KernelRules
{
    // Helpers that allocate. The kernel has no managed heap at all, so the boot's allow-list is empty.
    private static readonly HashSet<string> Allocators =
    [
        "RhpNewFast", "RhpNewArrayFast", "RhpNewPtrArrayFast", "RhpNewFinalizable", "RhNewObject", "RhNewArray", "RhpNewArray", "RhNewString",
    ];

    private static readonly HashSet<string> Throws = ["RhpThrowEx", "RhpRethrow"];

    /// <summary>Checks an object file that ILC wrote.</summary>
    public static IReadOnlyList<RuleViolation> Check(ElfFile file)
    {
        var violations = new List<RuleViolation>();
        ILookup<int, ElfSymbol> functions = file.Symbols.Where(symbol => symbol.IsFunction).ToLookup(symbol => symbol.Section);
        foreach (ElfReference reference in file.References())
        {
            string target = reference.Symbol.Name;
            if (Allocators.Contains(target))
                violations.Add(new("KERNEL1", Within(reference), "allocates managed memory: the kernel has no collected heap; keep state in fixed tables"));
            else if (Throws.Contains(target))
                violations.Add(new("KERNEL2", Within(reference), "throws: the kernel has no exceptions; return an error value"));
            else if (target.Contains("__InterfaceDispatchCell_", StringComparison.Ordinal) && functions.Contains(reference.Section))
                violations.Add(new("KERNEL3", Within(reference), "calls through an interface: use a sealed type, a generic parameter or a switch"));
            else if (target.StartsWith("__GCSTATICS", StringComparison.Ordinal) || target.StartsWith("__GetGCStaticBase", StringComparison.Ordinal))
                violations.Add(new("KERNEL5", Within(reference), "keeps a reference in a static field: nothing scans it; keep values, or a fixed buffer"));
            else if (target.Contains("CheckStaticClassConstruction", StringComparison.Ordinal))
                violations.Add(new("KERNEL4", Within(reference), "waits for a static constructor: give static fields values that are known at compile time, or set them in Initialize"));
        }

        foreach (ElfSymbol symbol in file.Symbols)
        {
            if (symbol.Name.StartsWith("__ehinfo_", StringComparison.Ordinal))
                violations.Add(new("KERNEL2", symbol.Name["__ehinfo_".Length..], "has a try, finally or using: the kernel has no exceptions"));
            else if (symbol.Name.EndsWith("___cctor", StringComparison.Ordinal) && symbol.IsFunction)
                violations.Add(new("KERNEL4", symbol.Name, "is a static constructor that runs at first use: use values that are known at compile time"));
        }

        return [.. violations.Distinct()];

        string Within(ElfReference reference)
        {
            ElfSymbol best = default;
            foreach (ElfSymbol function in functions[reference.Section])
            {
                if (function.Value <= reference.Offset && (best.Name is null || function.Value >= best.Value))
                    best = function;
            }

            return best.Name ?? "?";
        }
    }
}
