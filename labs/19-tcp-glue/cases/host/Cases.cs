namespace Merriwig.Lab;

/// <summary>The cases that need no machine.</summary>
internal static class Cases
{
    internal static void Table(ref CaseTable table) => LinkCases.Add(ref table);
}
