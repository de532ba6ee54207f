using System.Text;
using Euralios.Shell;

namespace Euralios.Programs.Tests;

/// <summary>What the parser made, as a text: words in brackets where they are quoted, a dollar before variables.</summary>
internal static class TreeText
{
    internal static string Of(IEnumerable<AndOrList> lists) => string.Join(" ; ", lists.Select(Of));

    private static string Of(AndOrList list)
    {
        var text = new StringBuilder();
        foreach (ConditionalPipeline part in list.Pipelines)
        {
            text.Append(part.Condition switch { Condition.Success => " && ", Condition.Failure => " || ", _ => "" });
            text.Append(part.Pipeline.IsNegated ? "! " : "").AppendJoin(" | ", part.Pipeline.Commands.Select(Of));
        }

        return text.Append(list.IsBackground ? " &" : "").ToString();
    }

    private static string Of(SimpleCommand command) => string.Join(
        ' ',
        command.Assignments.Select(assignment => $"{assignment.Name}:={Of(assignment.Value)}")
            .Concat(command.Words.Select(Of))
            .Concat(command.Redirections.Select(redirection => Of(redirection.Kind) + Of(redirection.Target))));

    private static string Of(RedirectionKind kind) => kind switch
    {
        RedirectionKind.Input => "<",
        RedirectionKind.Output => ">",
        _ => ">>",
    };

    private static string Of(Word word) => string.Concat(word.Parts.Select(part =>
    {
        string text = (part.Kind == PartKind.Variable ? "$" : "") + part.Text;
        return part.IsQuoted ? $"[{text}]" : part.Kind == PartKind.Variable ? $"{{{text}}}" : text;
    }));
}
