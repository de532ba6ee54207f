using System;

namespace Merriwig.Lab;

/// <summary>The lab's scenarios by name.</summary>
internal static unsafe class Scenarios
{
    internal static bool TryRun(ReadOnlySpan<byte> name, RandomSource random)
    {
        if (name.SequenceEqual("cases"u8))
            CaseTable.Run(&Cases.Table, random);
        else if (name.SequenceEqual("talk"u8))
            TalkScenario.Run();
        else if (name.SequenceEqual("crowd"u8))
            CrowdScenario.Run(random);
        else if (name.SequenceEqual("budget"u8))
            BudgetScenario.Run(random);
        else
            return false;
        return true;
    }
}
