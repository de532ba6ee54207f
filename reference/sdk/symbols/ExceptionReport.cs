using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Euralios.Sdk.Symbols;

/// <summary>
/// The kernel's report of its own fault, as <c>reference/kernel/boot/Panic.cs</c> prints it, or of a program's, gathered line by line:
/// registers, stack words, and the line that ends it. The lines come from a guest, so they may hold anything.
/// </summary>
internal sealed partial class ExceptionReport
{
    private const int MaximumStackWords = 4096;
    private const string Start = "EXCEPTION: ";
    private const string Stack = "stack ";
    private const string End = "Kernel panic:";
    private const string ProgramEnd = "Process ";

    // The frames between a failed check and its report: every such trace begins with them, so they say nothing.
    private static readonly string[] Reporters =
    [
        "Merriwig.Boot.Panic.", "Internal.Runtime.CompilerHelpers.ThrowHelpers.", "__managed_failure+", "Euralios.Std.Failure.",
    ];

    private readonly Dictionary<string, ulong> registers = [];
    private readonly Dictionary<ulong, ulong> stack = [];
    private bool isOpen;

    /// <summary>The program that failed, as the kernel names it; null for the kernel itself.</summary>
    public string? Program { get; private set; }

    /// <summary>Takes a line without its end. True when it ends a report that a trace can be made of.</summary>
    public bool Add(string line)
    {
        if (line.StartsWith(Start, StringComparison.Ordinal))
        {
            registers.Clear();
            stack.Clear();
            isOpen = true;
            Program = OfProgram().Match(line) is { Success: true } match ? match.Groups["name"].Value : null;
        }
        else if (isOpen && line.StartsWith(Program is null ? End : ProgramEnd, StringComparison.Ordinal))
        {
            isOpen = false;
            return registers.ContainsKey("rip") && registers.ContainsKey("rsp");
        }
        else if (isOpen && line.StartsWith(Stack, StringComparison.Ordinal))
        {
            AddStackWords(line[Stack.Length..]);
        }
        else if (isOpen && line.StartsWith('r'))
        {
            AddRegisters(line);
        }

        return false;
    }

    /// <summary>The trace of the report that just ended, a line a frame.</summary>
    public string Trace(Symbolizer symbols, string lineEnd)
    {
        IReadOnlyList<ulong> frames = symbols.Unwind(
            Register("rip"),
            Register("rsp"),
            new StackRegisters(Register("rbp"), Register("rbx"), Register("r12"), Register("r13"), Register("r14"), Register("r15")),
            address => stack.TryGetValue(address, out ulong word) ? word : null);
        List<string> lines = [.. frames.Select((address, i) => symbols.Describe(i == 0 ? address : address - 1))];
        int first = lines.FindIndex(line => !Reporters.Any(reporter => line.StartsWith(reporter, StringComparison.Ordinal)));
        if (first > 0)
            lines[first] = symbols.DescribeFailedCheck(frames[first]);
        var text = new StringBuilder();
        foreach (string line in lines.Skip(first))
            text.Append("  at ").Append(line).Append(lineEnd);
        return text.ToString();
    }

    /// <summary><c>EXCEPTION: PAGE FAULT in NAME (process 4, thread 4)</c>; of a path only the last name counts.</summary>
    [GeneratedRegex(@" in (?:\S*/)?(?<name>[^\s/]+) \(process \d+, thread \d+\)$")]
    private static partial Regex OfProgram();

    private ulong Register(string name) => registers.GetValueOrDefault(name);

    /// <summary><c>rip 0123456789abcdef rsp 0123456789abcdef</c>: names and values in turn.</summary>
    private void AddRegisters(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i + 1 < words.Length; i += 2)
        {
            if (words[i].Length <= 3 && TryParse(words[i + 1], out ulong value))
                registers[words[i]] = value;
        }
    }

    /// <summary><c>ADDRESS: WORD WORD WORD WORD</c>.</summary>
    private void AddStackWords(string line)
    {
        int colon = line.IndexOf(':');
        if (colon < 0 || !TryParse(line[..colon], out ulong address))
            return;
        foreach (string word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (stack.Count == MaximumStackWords || !TryParse(word, out ulong value))
                return;
            stack[address] = value;
            address += sizeof(ulong);
        }
    }

    private static bool TryParse(string text, out ulong value) =>
        ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
