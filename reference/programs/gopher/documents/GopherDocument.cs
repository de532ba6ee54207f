using System;
using System.Collections.Generic;

namespace Euralios.Programs.Gopher;

/// <summary>A document as lines that can be shown; some of them are links.</summary>
internal sealed class GopherDocument
{
    private readonly List<GopherItem> lines = [];

    // The lines that are links, in their order.
    private readonly List<int> links = [];

    private GopherDocument(bool isMenu) => IsMenu = isMenu;

    internal bool IsMenu { get; }

    internal int LineCount => lines.Count;

    internal int LinkCount => links.Count;

    /// <summary>The characters in it: about what it takes in memory.</summary>
    internal int Size { get; private set; }

    /// <summary>Reads a document of a type.</summary>
    /// <param name="type">Its <see cref="ItemType"/>; what is no menu is text.</param>
    /// <param name="bytes">What came.</param>
    /// <param name="isCut">Whether there was more.</param>
    internal static GopherDocument Parse(char type, ReadOnlySpan<byte> bytes, bool isCut)
    {
        var document = new GopherDocument(type is ItemType.Menu or ItemType.Search);
        if (document.IsMenu)
        {
            foreach (GopherItem item in MenuParser.Parse(bytes))
                document.Add(item);
        }
        else
        {
            foreach (string line in PlainText.Lines(bytes, isCut))
                document.Add(new GopherItem(ItemType.Information, line, null, null));
        }

        if (isCut)
            document.Add(new GopherItem(ItemType.Error, "[The document goes on, but is too large to be shown. It can be saved: ^S]", null, null));
        if (document.LineCount == 0)
            document.Add(new GopherItem(ItemType.Error, "[The document is empty.]", null, null));
        return document;
    }

    internal GopherItem Line(int number) => lines[number];

    /// <summary>The line of a link by its number, from 1 on; -1 where there is none.</summary>
    internal int LineOfLink(int number) => number >= 1 && number <= links.Count ? links[number - 1] : -1;

    /// <summary>The number of the link in a line; 0 where there is none.</summary>
    internal int LinkInLine(int line)
    {
        int place = links.BinarySearch(line);
        return place < 0 ? 0 : place + 1;
    }

    /// <summary>How many links stand before a line.</summary>
    internal int LinksBefore(int line)
    {
        int place = links.BinarySearch(line);
        return place < 0 ? ~place : place;
    }

    private void Add(GopherItem item)
    {
        if (item.IsLink)
            links.Add(lines.Count);
        lines.Add(item);
        Size += item.Title.Length + 32;
    }
}
