using System.Collections.Generic;
using System.Text;
using Euralios.Std;

namespace Euralios.Programs.Http;

/// <summary>Pages that the server writes itself.</summary>
internal static class Page
{
    /// <summary>What is in a directory.</summary>
    /// <param name="path">Its path, as it was resolved.</param>
    /// <param name="entries">What is in it, in order.</param>
    internal static string OfDirectory(string path, IReadOnlyList<DirectoryEntry> entries)
    {
        var rows = new StringBuilder();
        if (path.Length > 0)
            rows.Append("<tr><td><a href=\"../\">../</a></td><td></td></tr>\n");
        foreach (DirectoryEntry entry in entries)
        {
            string slash = entry.IsDirectory ? "/" : "";
            string size = entry.IsDirectory ? "" : $"{entry.Size}";
            rows.Append($"<tr><td><a href=\"./{RequestPath.Encode(entry.Name)}{slash}\">{Escape(entry.Name)}{slash}</a></td><td align=\"right\">{size}</td></tr>\n");
        }

        return Document($"/{path}", $"<table>\n{rows}</table>\n");
    }

    /// <summary>That something is not done.</summary>
    internal static string OfStatus(int status) => Document($"{status} {HttpStatus.Reason(status)}", "");

    private static string Document(string title, string body)
    {
        string heading = Escape(title);
        return $"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{heading}</title></head>\n<body><h1>{heading}</h1>\n{body}</body></html>\n";
    }

    private static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
