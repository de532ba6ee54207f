using System.Text;
using Euralios.Programs.Edit;
using Euralios.Std;

namespace Euralios.Programs.Tests.Edit;

/// <summary>Files in a dictionary; saving can be made to fail.</summary>
internal sealed class Files : IFileStore
{
    internal Dictionary<string, string> Contents { get; } = [];

    internal Error Failure { get; set; }

    public bool Exists(string path) => Contents.ContainsKey(path);

    public bool TrySave(string path, TextBuffer text, out Error error)
    {
        error = Failure;
        if (error == Error.None)
            Contents[path] = Encoding.UTF8.GetString(text.ToArray(0, text.Length));
        return error == Error.None;
    }

    /// <summary>An editor of a text in which | is the cursor.</summary>
    internal Editor Open(string text, string path = "a.cs")
    {
        int cursor = text.IndexOf('|', StringComparison.Ordinal);
        byte[] before = Encoding.UTF8.GetBytes(text[..Math.Max(cursor, 0)]);
        var editor = new Editor(path, [.. before, .. Encoding.UTF8.GetBytes(text[(cursor + 1)..])], this);
        editor.Document.Cursor = before.Length;
        return editor;
    }

    /// <summary>The text with | at the cursor, and [ at the selection's other end.</summary>
    internal static string Show(Editor editor)
    {
        Document document = editor.Document;
        var marks = new List<(int Place, string Mark)> { (document.Cursor, "|") };
        if (document.HasSelection)
            marks.Add((document.Anchor, "["));
        byte[] bytes = document.Text.ToArray(0, document.Text.Length);
        var result = new StringBuilder();
        int from = 0;
        foreach ((int place, string mark) in marks.OrderBy(mark => mark.Place))
        {
            result.Append(Encoding.UTF8.GetString(bytes[from..place])).Append(mark);
            from = place;
        }

        return result.Append(Encoding.UTF8.GetString(bytes[from..])).ToString();
    }
}
