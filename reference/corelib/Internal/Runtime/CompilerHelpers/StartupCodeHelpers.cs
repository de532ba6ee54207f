namespace Internal.Runtime.CompilerHelpers;

/// <summary>What ILC's <c>__managed__Main</c> asks for. Starting up itself is the kernel's and the standard library's own work.</summary>
internal static class StartupCodeHelpers
{
    /// <summary>The words after the program's name. The standard library sets them before <c>Main</c> runs.</summary>
    internal static string[]? mainArguments;

    /// <summary>Called first; the words come from the kernel another way.</summary>
    private static unsafe void InitializeCommandLineArgs(int count, byte** words)
    {
    }

    /// <summary>Called before a <c>Main</c> that has a parameter.</summary>
    private static string[] GetMainMethodArguments() => mainArguments ?? [];
}
