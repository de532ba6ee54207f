using System;

namespace Merriwig.Lab;

/// <summary>The lab's scenarios by name.</summary>
internal static unsafe class Scenarios
{
    internal static bool TryRun(ReadOnlySpan<byte> name, RandomSource random)
    {
        if (name.SequenceEqual("cases"u8))
            CaseTable.Run(&Cases.Table, random);
        else if (name.SequenceEqual("registers"u8))
            RegistersScenario.Run();
        else if (name.SequenceEqual("line"u8))
            LineScenario.Run(random);
        else if (name.SequenceEqual("message"u8))
            MessageScenario.Run(random);
        else if (name.SequenceEqual("echo"u8))
            EchoScenario.Run();
        else if (name.SequenceEqual("budget"u8))
            BudgetScenario.Run(random);
        else
            return false;
        return true;
    }
}
