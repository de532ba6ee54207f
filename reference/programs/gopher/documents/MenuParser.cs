using System;
using System.Collections.Generic;
using System.Text;

namespace Euralios.Programs.Gopher;

/// <summary>
/// Reads a menu (RFC 1436, sections 2 and 3.3): lines of a type, a title, a selector, a host and a port, with tabs between them. Whatever a server sends
/// becomes lines that can be shown.
/// </summary>
internal static class MenuParser
{
    /// <summary>More lines than that are left out.</summary>
    internal const int MostItems = 10_000;

    private const string UrlPrefix = "URL:";

    /// <summary>Reads a menu up to the point that ends it, or to its end.</summary>
    internal static List<GopherItem> Parse(ReadOnlySpan<byte> bytes)
    {
        var items = new List<GopherItem>();
        while (!bytes.IsEmpty && items.Count < MostItems)
        {
            int end = bytes.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? bytes : bytes.Slice(0, end);
            bytes = end < 0 ? default : bytes.Slice(end + 1);
            if (!line.IsEmpty && line[line.Length - 1] == '\r')
                line = line.Slice(0, line.Length - 1);
            if (line.Length == 1 && line[0] == '.')
                break;
            items.Add(ParseLine(line));
        }

        return items;
    }

    private static GopherItem ParseLine(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty)
            return new GopherItem(ItemType.Information, "", null, null);
        char type = (char)line[0];

        // A line that is no item is shown as it is.
        ReadOnlySpan<byte> rest = line.Slice(1);
        bool isItem = TryTake(ref rest, out ReadOnlySpan<byte> title);
        if (!isItem && type is not (ItemType.Information or ItemType.Error))
            return new GopherItem(ItemType.Information, PlainText.Decode(line), null, null);
        string shown = PlainText.Decode(title);
        if (!ItemType.IsLink(type))
            return new GopherItem(type, shown, null, null);
        if (type is <= ' ' or >= '\x7F')
            return new GopherItem(ItemType.Information, shown, null, null);
        bool isWhole = TryTake(ref rest, out ReadOnlySpan<byte> selector) && rest.Length > 0;
        TryTake(ref rest, out ReadOnlySpan<byte> host);
        TryTake(ref rest, out ReadOnlySpan<byte> port);
        string? obstacle = Find(isWhole, selector, Latin1(host), Latin1(port), type, out GopherAddress? address);
        return new GopherItem(type, shown, address, obstacle);
    }

    /// <summary>Finds where a link leads, or says why nowhere.</summary>
    private static string? Find(bool isWhole, ReadOnlySpan<byte> selector, string host, string port, char type, out GopherAddress? address)
    {
        address = null;
        string text = Latin1(selector);
        int url = text.IndexOf(UrlPrefix);
        if (type == ItemType.Html && url is 0 or 1)
            return $"This leads to the Web: {PlainText.Decode(selector.Slice(url + UrlPrefix.Length))}";
        if (!ItemType.IsShown(type) && !ItemType.IsFile(type))
            return $"A link of this kind ({ItemType.Label(type)}) cannot be followed";
        if (!isWhole)
            return "This line of the menu says no place";
        if (!GopherAddress.IsHost(host))
            return "The link has no valid host";
        if (!GopherAddress.TryParsePort(port, out int number))
            return "The link has no valid port";
        foreach (char character in text)
        {
            if (character is '\r' or '\0')
                return "The link has no valid selector";
        }

        address = new GopherAddress(host, number, type, text);
        return null;
    }

    /// <summary>Takes what is before the next tab. False where there is none: then it is all that is left.</summary>
    private static bool TryTake(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> field)
    {
        int tab = rest.IndexOf((byte)'\t');
        field = tab < 0 ? rest : rest.Slice(0, tab);
        rest = tab < 0 ? default : rest.Slice(tab + 1);
        return tab >= 0;
    }

    private static string Latin1(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes).Trim(' ');
}
