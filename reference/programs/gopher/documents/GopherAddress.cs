using System;
using System.Text;
using Euralios.Std;

namespace Euralios.Programs.Gopher;

/// <summary>Where a document is, and of which type.</summary>
/// <param name="host">The machine's name or address.</param>
/// <param name="port">Its port, 1 to 65535.</param>
/// <param name="type">The document's <see cref="ItemType"/>.</param>
/// <param name="selector">What is sent to ask for it: a character a byte, since only the server knows which characters they are.</param>
internal sealed class GopherAddress(string host, int port, char type, string selector)
{
    internal const int DefaultPort = 70;

    private const string Scheme = "gopher://";
    private const int LongestHost = 253;
    private const int LongestSelector = 2048;

    internal string Host => host;

    internal int Port => port;

    internal char Type => type;

    internal string Selector => selector;

    /// <summary>The same place as another type.</summary>
    internal GopherAddress As(char other) => new(host, port, other, selector);

    /// <summary>Whether a name can be a machine's. It becomes a part of a path, and is shown.</summary>
    internal static bool IsHost(string host)
    {
        foreach (char character in host)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !"-._".Contains(character))
                return false;
        }

        return host.Length is > 0 and <= LongestHost && host[0] != '.';
    }

    /// <summary>Digits only, 1 to 65535.</summary>
    internal static bool TryParsePort(string text, out int port)
    {
        port = 0;
        foreach (char character in text)
        {
            if (!char.IsAsciiDigit(character))
                return false;
            port = Math.Min((port * 10) + character - '0', 1 << 20);
        }

        return port is >= 1 and <= 65535;
    }

    /// <summary>Reads what a person types: HOST, HOST:PORT, HOST/1SELECTOR, each perhaps behind gopher:// (RFC 4266).</summary>
    internal static bool TryParse(string text, out GopherAddress? address)
    {
        address = null;
        string rest = text.StartsWith(Scheme) ? text.Substring(Scheme.Length) : text;
        int slash = rest.IndexOf('/');
        string place = slash < 0 ? rest : rest.Substring(0, slash);
        string path = slash < 0 ? "" : rest.Substring(slash + 1);
        int colon = place.IndexOf(':');
        string host = colon < 0 ? place : place.Substring(0, colon);
        int port = DefaultPort;
        if (!IsHost(host) || (colon >= 0 && !TryParsePort(place.Substring(colon + 1), out port)))
            return false;
        return TryMake(host, port, path.Length == 0 ? ItemType.Menu : path[0], path.Length == 0 ? "" : path.Substring(1), out address);
    }

    /// <summary>An address with a selector of characters. False where it is too long, or has control characters.</summary>
    internal static bool TryMake(string host, int port, char type, string selector, out GopherAddress? address)
    {
        address = null;
        foreach (char character in selector)
        {
            if (character is < ' ' or '\x7F')
                return false;
        }

        byte[] bytes = Std.Text.ToUtf8(selector);
        if (bytes.Length > LongestSelector || type is <= ' ' or >= '\x7F')
            return false;
        address = new GopherAddress(host, port, type, Encoding.Latin1.GetString(bytes));
        return true;
    }

    /// <summary>A name for a file that is saved from here: the end of the selector, of letters, digits, points and dashes.</summary>
    internal string FileName()
    {
        int start = selector.LastIndexOf('/') + 1;
        var name = new StringBuilder();
        for (int i = start; i < selector.Length && name.Length < 64; i++)
        {
            char character = selector[i];
            if (char.IsAsciiLetterOrDigit(character) || character is '-' or '_' || (character == '.' && name.Length > 0))
                name.Append(character);
        }

        return name.Length > 0 ? name.ToString() : "document";
    }

    /// <summary>As it is shown.</summary>
    public override string ToString()
    {
        string place = port == DefaultPort ? host : $"{host}:{port}";
        return selector.Length == 0 && type == ItemType.Menu ? place : $"{place}/{type}{PlainText.Decode(Encoding.Latin1.GetBytes(selector))}";
    }
}
