namespace Euralios.Programs.Gopher;

/// <summary>What is asked of a server.</summary>
/// <param name="address">Where, and what.</param>
/// <param name="query">The words that are searched for; null where nothing is.</param>
internal sealed class GopherRequest(GopherAddress address, string? query = null)
{
    internal GopherAddress Address => address;

    internal string? Query => query;
}
