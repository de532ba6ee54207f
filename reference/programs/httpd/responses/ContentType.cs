using System;

namespace Euralios.Programs.Http;

/// <summary>What kind of file it is, by its name's ending.</summary>
internal static class ContentType
{
    internal const string Html = "text/html; charset=utf-8";
    internal const string Text = "text/plain; charset=utf-8";

    private const string Unknown = "application/octet-stream";

    /// <summary>The type of a file of this name; bytes of no kind where the ending says nothing.</summary>
    internal static string Of(string name)
    {
        int point = name.LastIndexOf('.');
        if (point <= 0)
            return Unknown;
        return name.Substring(point + 1).ToLowerInvariant() switch
        {
            "html" or "htm" => Html,
            "txt" or "text" or "md" or "cs" or "c" or "h" or "rs" or "sh" or "log" or "yaml" or "csv" => Text,
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "json" => "application/json",
            "xml" => "application/xml",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "gif" => "image/gif",
            "jpg" or "jpeg" => "image/jpeg",
            "ico" => "image/x-icon",
            "pdf" => "application/pdf",
            "zip" => "application/zip",
            "tar" => "application/x-tar",
            "gz" => "application/gzip",
            _ => Unknown,
        };
    }
}
