using System.Text;

namespace Euralios.Programs.Http;

/// <summary>The head of a response (RFC 9112, section 4).</summary>
internal static class ResponseHead
{
    /// <summary>Writes a head.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="type">The type of the content.</param>
    /// <param name="length">The content's bytes.</param>
    /// <param name="keepsAlive">Whether the connection stays.</param>
    /// <param name="date">The date as RFC 9110, section 5.6.7 writes it.</param>
    /// <param name="fields">More fields, each with CR LF behind it.</param>
    internal static string Write(int status, string type, long length, bool keepsAlive, string date, string fields = "")
    {
        var text = new StringBuilder();
        text.Append($"HTTP/1.1 {status} {HttpStatus.Reason(status)}\r\n");
        text.Append($"Date: {date}\r\nServer: EuraliOS\r\n");
        text.Append($"Content-Type: {type}\r\nContent-Length: {length}\r\n");

        // A browser is not to find a program in what calls itself text.
        text.Append("X-Content-Type-Options: nosniff\r\n");
        text.Append(fields);
        text.Append(keepsAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
        return text.ToString();
    }
}
