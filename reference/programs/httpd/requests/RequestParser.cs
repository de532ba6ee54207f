using System;
using System.Text;

namespace Euralios.Programs.Http;

/// <summary>Reads a request's head (RFC 9112, sections 2 to 5). What is not a request by the letter is refused: guesses are what attacks live on.</summary>
internal static class RequestParser
{
    private const int MostFields = 100;
    private const string VersionPrefix = "HTTP/";

    /// <summary>Parses a head up to and with the empty line.</summary>
    /// <param name="head">The head.</param>
    /// <param name="request">The request.</param>
    /// <param name="status">Where there is none: 400, 431 or 505.</param>
    internal static bool TryParse(ReadOnlySpan<byte> head, out HttpRequest? request, out int status)
    {
        request = null;
        status = HttpStatus.BadRequest;
        string[] lines = Encoding.Latin1.GetString(head).Split('\n');
        var fields = new RequestFields();
        if (!TryTakeLine(lines[0], out string first) || !TryParseFirst(first, out string method, out string target, out int minor, out status))
            return false;
        status = HttpStatus.BadRequest;

        // The last line is empty, and behind it is nothing.
        for (int i = 1; i < lines.Length - 2; i++)
        {
            if (i > MostFields)
            {
                status = HttpStatus.FieldsTooLarge;
                return false;
            }

            if (!TryTakeLine(lines[i], out string line) || !fields.TryAdd(line))
                return false;
        }

        // RFC 9112, section 3.2: exactly one since version 1.1.
        if (fields.HostCount > 1 || (fields.HostCount == 0 && minor > 0) || (fields.HasTransferEncoding && (fields.ContentLength is not null || minor == 0)))
            return false;
        bool keepsAlive = !fields.SaysClose && (minor > 0 || fields.SaysKeepAlive);
        request = new HttpRequest(method, target, keepsAlive, fields.HasTransferEncoding || fields.ContentLength is > 0, fields.Range);
        return true;
    }

    /// <summary>A line without its end, CR LF or LF alone. Another control character than a tab makes it none.</summary>
    private static bool TryTakeLine(string line, out string content)
    {
        content = line.EndsWith('\r') ? line.Substring(0, line.Length - 1) : line;
        foreach (char character in content)
        {
            if (character is < ' ' and not '\t' or '\x7F')
                return false;
        }

        return true;
    }

    /// <summary>Method, target and version, with one space between them.</summary>
    private static bool TryParseFirst(string line, out string method, out string target, out int minor, out int status)
    {
        method = target = "";
        minor = 0;
        status = HttpStatus.BadRequest;
        string[] parts = line.Split(' ');
        if (parts.Length != 3 || !IsToken(parts[0]))
            return false;
        string version = parts[2];
        if (version.Length != VersionPrefix.Length + 3 || !version.StartsWith(VersionPrefix) || !char.IsAsciiDigit(version[5]) || version[6] != '.' || !char.IsAsciiDigit(version[7]))
            return false;
        if (version[5] != '1')
        {
            status = HttpStatus.VersionNotSupported;
            return false;
        }

        method = parts[0];
        minor = version[7] - '0';
        return TryTakeTarget(method, parts[1], out target);
    }

    /// <summary>The path of a target in one of its forms (RFC 9112, section 3.2). Those of OPTIONS and CONNECT stay as they are.</summary>
    private static bool TryTakeTarget(string method, string text, out string target)
    {
        const string Scheme = "http://";
        target = text;
        foreach (char character in text)
        {
            if (character is <= ' ' or >= '\x7F' or '#')
                return false;
        }

        if (text.StartsWith('/') || (method == "OPTIONS" && text == "*") || (method == "CONNECT" && text.Length > 0))
            return true;
        if (text.Length <= Scheme.Length || !text.AsSpan(0, Scheme.Length).Equals(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        int path = text.IndexOf('/', Scheme.Length);
        target = path < 0 ? "/" : text.Substring(path);
        return path != Scheme.Length;
    }

    /// <summary>RFC 9110, section 5.6.2.</summary>
    internal static bool IsToken(string text)
    {
        foreach (char character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !"!#$%&'*+-.^_`|~".Contains(character))
                return false;
        }

        return text.Length > 0;
    }
}
