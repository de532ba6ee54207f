namespace Euralios.Programs.Gopher;

/// <summary>A line of a menu.</summary>
/// <param name="type">Its <see cref="ItemType"/>.</param>
/// <param name="title">What is shown; without control characters.</param>
/// <param name="address">Where it leads; null where nowhere.</param>
/// <param name="obstacle">Why an item that would be a link leads nowhere; else null.</param>
internal sealed class GopherItem(char type, string title, GopherAddress? address, string? obstacle)
{
    internal char Type => type;

    internal string Title => title;

    internal GopherAddress? Address => address;

    internal string? Obstacle => obstacle;

    /// <summary>Whether it has a number.</summary>
    internal bool IsLink => ItemType.IsLink(type);
}
