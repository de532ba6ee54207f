namespace Euralios.Grader.Lab;

/// <summary>Reads one entry of <c>checks</c>: the keys that all kinds share, and those of its own kind.</summary>
internal static class CheckReader
{
    private static readonly Dictionary<string, CheckKind> Kinds = new()
    {
        ["trace"] = CheckKind.Trace,
        ["console"] = CheckKind.Console,
        ["guest"] = CheckKind.Guest,
        ["oracle"] = CheckKind.Oracle,
        ["memory"] = CheckKind.Memory,
        ["wire"] = CheckKind.Wire,
        ["budget"] = CheckKind.Budget,
        ["differential"] = CheckKind.Differential,
        ["host"] = CheckKind.Host,
    };

    private static readonly Dictionary<string, Visibility> Visibilities = new()
    {
        ["student"] = Visibility.Student,
        ["instructor"] = Visibility.Instructor,
    };

    public static CheckDefinition Read(YamlSection section, IReadOnlyDictionary<string, string> scenarios, LabRules rules)
    {
        var kind = section.Choice<CheckKind>("kind", Kinds);
        var boot = kind == CheckKind.Host ? null : section.Text("boot");
        var check = new CheckDefinition(
            section.Text("id"),
            section.Text("task"),
            section.Text("title"),
            kind,
            boot,
            (int)section.Number("points", 0, 100, otherwise: kind == CheckKind.Host ? 0 : null),
            section.Choice<Visibility>("visibility", Visibilities, Visibility.Student),
            section.Texts("after"),
            (int)section.Number("hint", 1, 3, otherwise: 1),
            ReadArguments(section, kind, boot is null ? null : scenarios.GetValueOrDefault(boot)));
        section.Close();
        rules.Remember(check, section);
        return check;
    }

    /// <summary>The file of a trace or console check, relative to the lab's folder.</summary>
    public static string ExpectedFile(CheckDefinition check) =>
        $"expected/{check.Arguments["expected"][0]}.{(check.Kind == CheckKind.Trace ? "trace" : "console")}";

    private static Dictionary<string, IReadOnlyList<string>> ReadArguments(YamlSection section, CheckKind kind, string? scenario)
    {
        var arguments = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        switch (kind)
        {
            case CheckKind.Trace or CheckKind.Console:
                if ((section.OptionalText("expected") ?? scenario) is { } expected)
                {
                    arguments["expected"] = [expected];
                }

                break;
            case CheckKind.Guest or CheckKind.Host:
                arguments["cases"] = section.Texts("cases", required: true);
                break;
            case CheckKind.Oracle or CheckKind.Memory or CheckKind.Wire:
                arguments["judge"] = [section.Text("judge")];
                break;
            case CheckKind.Budget:
                arguments["measure"] = [section.Text("measure")];
                arguments["most"] = [section.Number("most", 0, int.MaxValue).ToString(System.Globalization.CultureInfo.InvariantCulture)];
                break;
            case CheckKind.Differential when section.Has("events"):
                arguments["events"] = section.Texts("events");
                break;
        }

        return arguments;
    }
}
