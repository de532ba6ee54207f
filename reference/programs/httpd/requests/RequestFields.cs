using System;

namespace Euralios.Programs.Http;

/// <summary>Of the header fields those that mean something here (RFC 9112, section 5).</summary>
internal sealed class RequestFields
{
    /// <summary>More digits than any length here has.</summary>
    private const int MostDigits = 18;

    internal int HostCount { get; private set; }

    internal bool SaysClose { get; private set; }

    internal bool SaysKeepAlive { get; private set; }

    internal bool HasTransferEncoding { get; private set; }

    internal long? ContentLength { get; private set; }

    internal string? Range { get; private set; }

    /// <summary>Adds a line. False where it is no field: without a name, with a space before the colon, or continued from the line before.</summary>
    internal bool TryAdd(string line)
    {
        int colon = line.IndexOf(':');
        if (colon <= 0)
            return false;
        string name = line.Substring(0, colon);
        if (!RequestParser.IsToken(name))
            return false;
        string value = line.Substring(colon + 1).Trim(' ', '\t');
        if (Is(name, "Host"))
            HostCount++;
        else if (Is(name, "Connection"))
            AddConnection(value);
        else if (Is(name, "Transfer-Encoding"))
            HasTransferEncoding = true;
        else if (Is(name, "Range"))
            Range = value;
        else if (Is(name, "Content-Length"))
            return TryAddLength(value);
        return true;
    }

    private void AddConnection(string value)
    {
        foreach (string part in value.Split(','))
        {
            string option = part.Trim(' ', '\t');
            SaysClose |= Is(option, "close");
            SaysKeepAlive |= Is(option, "keep-alive");
        }
    }

    /// <summary>Digits only; and not two lengths that differ.</summary>
    private bool TryAddLength(string value)
    {
        foreach (char character in value)
        {
            if (!char.IsAsciiDigit(character))
                return false;
        }

        if (value.Length is 0 or > MostDigits || !long.TryParse(value, out long length) || (ContentLength is { } other && other != length))
            return false;
        ContentLength = length;
        return true;
    }

    private static bool Is(string name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);
}
