using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Euralios.Grader.Lab;

/// <summary>
/// A mapping of the file, read key by key. Whatever is missing or of the wrong type is noted as a problem and a harmless value is returned,
/// so that reading goes on and finds the rest. <see cref="Close"/> notes the keys that nobody asked for.
/// </summary>
internal sealed class YamlSection(YamlMappingNode node, string name, Problems problems)
{
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    public Mark Start => node.Start;

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Where a key's value stands; the section's own place when it is missing.</summary>
    public Mark Place(string key) => Find(key)?.Start ?? node.Start;

    public void Problem(string key, string text) => problems.Add(Place(key), text);

    public string Text(string key) => Scalar(Require(key, "text"), $"text for `{key}`") ?? "";

    public string? OptionalText(string key) => Find(key) is { } value ? Scalar(value, $"text for `{key}`") : null;

    /// <summary>A text or a list of texts.</summary>
    public IReadOnlyList<string> Texts(string key, bool required = false)
    {
        switch (required ? Require(key, "a list") : Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode list:
                return [.. list.Select(item => Scalar(item, $"text in the list `{key}`")).OfType<string>()];
            case var value:
                return Scalar(value, $"a list for `{key}`") is { } one ? [one] : [];
        }
    }

    public long Number(string key, long minimum, long maximum, long? otherwise = null)
    {
        var range = $"a number from {minimum} to {maximum} for `{key}`";
        if ((otherwise is null ? Require(key, range) : Find(key)) is not { } value)
        {
            return otherwise ?? minimum;
        }

        if (value is YamlScalarNode scalar && Quantity.TryNumber(scalar.Value ?? "", out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        problems.Add(value.Start, range, Describe(value));
        return otherwise ?? minimum;
    }

    public TimeSpan Time(string key, TimeSpan otherwise)
    {
        if (Find(key) is not { } value)
        {
            return otherwise;
        }

        if (value is YamlScalarNode scalar && Quantity.TryTime(scalar.Value ?? "", out var time))
        {
            return time;
        }

        problems.Add(value.Start, $"a time such as `2s` or `500ms` for `{key}`", Describe(value));
        return otherwise;
    }

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words, T? otherwise = null)
        where T : struct
    {
        var expected = $"one of {string.Join(", ", words.Keys)} for `{key}`";
        if ((otherwise is null ? Require(key, expected) : Find(key)) is { } value)
        {
            if (value is YamlScalarNode { Value: { } word } && words.TryGetValue(word, out var choice))
            {
                return choice;
            }

            problems.Add(value.Start, expected, Describe(value));
        }

        return otherwise ?? default;
    }

    /// <summary>A section below this one, or null when it is missing.</summary>
    public YamlSection? Section(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlMappingNode mapping:
                return new YamlSection(mapping, key, problems);
            case var value:
                problems.Add(value.Start, $"keys and values for `{key}`", Describe(value));
                return null;
        }
    }

    /// <summary>The sections of a list.</summary>
    public IReadOnlyList<YamlSection> Sections(string key, bool required = false)
    {
        switch (required ? Require(key, "a list") : Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode list:
                var sections = new List<YamlSection>();
                foreach (var item in list)
                {
                    if (item is YamlMappingNode mapping)
                    {
                        sections.Add(new YamlSection(mapping, key, problems));
                    }
                    else
                    {
                        problems.Add(item.Start, $"keys and values in the list `{key}`", Describe(item));
                    }
                }

                return sections;
            case var value:
                problems.Add(value.Start, $"a list for `{key}`", Describe(value));
                return [];
        }
    }

    /// <summary>The sections of a mapping from names to sections.</summary>
    public IReadOnlyList<(string Name, YamlSection Section)> NamedSections(string key)
    {
        if (Require(key, "names and their settings") is null || Section(key) is not { } all)
        {
            return [];
        }

        return [.. all.Keys.Select(item => (item, all.Section(item))).Where(pair => pair.Item2 is not null).Select(pair => (pair.item, pair.Item2!))];
    }

    /// <summary>Notes every key that was not asked for, with the known one that it resembles.</summary>
    public void Close()
    {
        foreach (var key in node.Children.Keys)
        {
            var text = Scalar(key, "a key") ?? "";
            if (!_known.Contains(text))
            {
                var hint = NearestName.Of(text, _known) is { } nearest ? $"; did you mean `{nearest}`?" : $" (known: {string.Join(", ", _known)})";
                problems.Add(key.Start, $"a key that `{name}` knows", $"`{text}`{hint}");
            }
        }
    }

    private IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private YamlNode? Require(string key, string what)
    {
        var value = Find(key);
        if (value is null)
        {
            problems.Add(node.Start, $"`{key}` in `{name}` ({what})", "nothing");
        }

        return value;
    }

    private string? Scalar(YamlNode? value, string expected)
    {
        switch (value)
        {
            case null:
                return null;
            case YamlScalarNode { Value: { Length: > 0 } text }:
                return text;
            default:
                problems.Add(value.Start, expected, Describe(value));
                return null;
        }
    }

    private static string Describe(YamlNode value) => value switch
    {
        YamlScalarNode { Value: { Length: > 0 } text } => $"`{text}`",
        YamlScalarNode => "nothing",
        YamlSequenceNode => "a list",
        _ => "keys and values",
    };
}
