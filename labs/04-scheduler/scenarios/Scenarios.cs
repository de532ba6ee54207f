using System;

namespace Merriwig.Lab;

/// <summary>The lab's scenarios by name.</summary>
internal static unsafe class Scenarios
{
    internal static bool TryRun(ReadOnlySpan<byte> name, RandomSource random)
    {
        if (name.SequenceEqual("cases"u8))
            CaseTable.Run(&Cases.Table, random);
        else if (name.SequenceEqual("order"u8))
            OrderScenario.Run();
        else if (name.SequenceEqual("fair"u8))
            FairScenario.Run(random);
        else if (name.SequenceEqual("load"u8))
            LoadScenario.Run(random);
        else if (name.SequenceEqual("budget"u8))
            BudgetScenario.Run();
        else
            return false;
        return true;
    }
}
