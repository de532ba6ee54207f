using System;

namespace Merriwig.Trials;

/// <summary>All trials. A group is a folder with a table; the host boots the machine once for each.</summary>
internal static class Groups
{
    /// <summary>The groups' tables.</summary>
    internal static Scenario[][] Tables =>
    [
        CallTrials.Table,
        IpcTrials.Table,
        CloseTrials.Table,
        TimeTrials.Table,
        LimitTrials.Table,
        DeathTrials.Table,
        ExecTrials.Table,
        MemoryTrials.Table,
        VfsTrials.Table,
    ];

    /// <summary>The trial of a name.</summary>
    internal static bool TryFind(string name, out Scenario scenario)
    {
        foreach (Scenario[] table in Tables)
        {
            foreach (Scenario one in table)
            {
                if (one.Name == name)
                {
                    scenario = one;
                    return true;
                }
            }
        }

        scenario = null!;
        return false;
    }
}
