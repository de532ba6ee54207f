namespace Euralios.Programs.Gopher;

/// <summary>What becomes of a document when it has come.</summary>
internal enum ErrandKind
{
    /// <summary>It is looked at.</summary>
    Visit,

    /// <summary>It takes the place of the one that is looked at.</summary>
    Reload,

    /// <summary>It is the one before, or the one after.</summary>
    Back,
    Forward,

    /// <summary>It becomes a file.</summary>
    Save,
}

/// <summary>A document that is to be fetched, and what for.</summary>
/// <param name="kind">What for.</param>
/// <param name="request">The document.</param>
/// <param name="path">The file; null where it is none.</param>
internal sealed class Errand(ErrandKind kind, GopherRequest request, string? path = null)
{
    internal ErrandKind Kind => kind;

    internal GopherRequest Request => request;

    internal string? Path => path;
}
