using Euralios.Sdk.Build;
using Microsoft.CodeAnalysis;

namespace Euralios.Grader.Inspect;

/// <summary>What was found in the graded files, a message for each place and rule.</summary>
internal sealed class Findings
{
    private readonly Dictionary<(string Path, int Start, string Code), BuildMessage> _messages = [];

    public IReadOnlyList<BuildMessage> Messages =>
    [
        .. _messages.Values.OrderBy(message => message.Path, StringComparer.Ordinal).ThenBy(message => message.Line)
            .ThenBy(message => message.Column).ThenBy(message => message.Code, StringComparer.Ordinal),
    ];

    /// <summary>The rule has been reported inside of this node.</summary>
    public bool Has(string code, SyntaxNode node) =>
        _messages.Keys.Any(key => key.Code == code && key.Path == node.SyntaxTree.FilePath && node.Span.Contains(key.Start));

    public void Add(SyntaxNode node, string code, string text) => Add(node.GetLocation(), code, text);

    public void Add(Location location, string code, string text)
    {
        // Unmapped: what a #line directive says is not where the text is.
        var span = location.GetLineSpan();
        var start = span.StartLinePosition;
        _messages.TryAdd((span.Path, location.SourceSpan.Start, code), new BuildMessage(span.Path, start.Line + 1, start.Character + 1, code, text));
    }
}
