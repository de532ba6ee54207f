namespace Merriwig.Trials;

/// <summary>What helpers do that are no <see cref="Actor"/>: a part by its name.</summary>
internal static class Child
{
    internal const string Word = "child";

    internal static int Play(string part) => part switch
    {
        _ => 2,
    };
}
