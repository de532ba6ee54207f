namespace Euralios.Grader.Cli.Gopher;

/// <summary>
/// What the kit's gopher server has: the menus and texts in the folder <c>hole</c>, the handouts, and a search through all of it. Everything is listed before it
/// is served, so that no selector leads anywhere else.
/// </summary>
/// <remarks>
/// A menu's file has a line for each item: type and title, and behind a tab a selector. A line without a tab is a line of words, and <c>%handouts</c> stands for
/// the list of the handouts.
/// </remarks>
internal sealed class GopherHole
{
    private const string Handouts = "%handouts";
    private const string SearchSelector = "/search";
    private const int MostFound = 50;
    private const int LongestTitle = 70;

    private readonly string _host;
    private readonly int _port;
    private readonly Dictionary<string, string> _menus = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Reads what there is.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="host">The server's address as its clients see it.</param>
    /// <param name="port">The port.</param>
    public GopherHole(string root, string host, int port)
    {
        (_host, _port) = (host, port);
        var hole = Path.Combine(root, "grader", "cli", "gopher", "hole");
        foreach (var file in Directory.GetFiles(hole, "*.menu"))
            _menus[Path.GetFileNameWithoutExtension(file) is "start" ? "" : $"/{Path.GetFileNameWithoutExtension(file)}"] = file;
        foreach (var file in Directory.GetFiles(hole, "*.txt"))
            _texts[$"/{Path.GetFileName(file)}"] = file;
        _texts["/README.md"] = Path.Combine(root, "README.md");
        foreach (var file in Directory.GetFiles(Path.Combine(root, "handouts"), "*.md", SearchOption.AllDirectories))
            _texts[$"/handouts/{Path.GetRelativePath(Path.Combine(root, "handouts"), file).Replace('\\', '/')}"] = file;
    }

    /// <summary>What a client is sent for its line: a selector, and behind a tab the words that are searched for.</summary>
    public string Answer(string line)
    {
        var parts = line.Split('\t');
        var selector = parts[0] is "/" ? "" : parts[0];
        if (selector == SearchSelector)
            return Search(parts.Length > 1 ? parts[1] : "");
        if (_menus.TryGetValue(selector, out var menu))
            return string.Concat(File.ReadAllLines(menu).SelectMany(Items)) + ".\r\n";
        return _texts.TryGetValue(selector, out var text)
            ? string.Concat(File.ReadAllLines(text).Select(words => $"{(words.StartsWith('.') ? "." : "")}{words}\r\n")) + ".\r\n"
            : $"3There is nothing of this name here.\t\terror.host\t1\r\n.\r\n";
    }

    private IEnumerable<string> Items(string line)
    {
        if (line == Handouts)
            return _texts.Keys.Where(selector => selector.StartsWith("/handouts/", StringComparison.Ordinal)).Select(TextItem);
        var parts = line.Split('\t');
        return parts.Length > 1 ? [Item(parts[0], parts[1])] : [Words(line)];
    }

    /// <summary>The lines in which all the words are.</summary>
    private string Search(string query)
    {
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = words.Length == 0 ? [] : _texts.SelectMany(text => File.ReadLines(text.Value)
                .Where(line => words.All(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Take(1)
                .SelectMany(line => new[] { TextItem(text.Key), Words($"  {Shortened(line.Trim())}") }))
            .Take(2 * MostFound).ToList();
        return Words($"{found.Count / 2} documents with \"{query}\":") + Words("") + string.Concat(found) + ".\r\n";
    }

    private string TextItem(string selector) => Item($"0{TitleOf(selector)}", selector);

    /// <summary>A document's first heading, or its name.</summary>
    private string TitleOf(string selector)
    {
        var heading = File.ReadLines(_texts[selector]).FirstOrDefault(line => line.Length > 0) ?? "";
        return Shortened(heading.StartsWith('#') ? heading.TrimStart('#', ' ') : selector.TrimStart('/'));
    }

    private static string Shortened(string text)
    {
        var plain = text.Replace('\t', ' ');
        return plain.Length <= LongestTitle ? plain : plain[..(LongestTitle - 1)] + "…";
    }

    private string Item(string title, string selector) => $"{title}\t{selector}\t{_host}\t{_port}\r\n";

    private static string Words(string words) => $"i{words}\t\terror.host\t1\r\n";
}
