namespace Merriwig.Lab;

/// <summary>The cases of the lab: the link, and then conversations over it.</summary>
internal static class Cases
{
    internal static void Table(ref CaseTable table)
    {
        LinkCases.Add(ref table);
        ConnectCases.Add(ref table);
        ReadCases.Add(ref table);
        WriteCases.Add(ref table);
        EndCases.Add(ref table);
    }
}
