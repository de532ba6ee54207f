using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>The program measures itself.</summary>
internal static class BudgetScenario
{
    private const ulong Patience = 1_000_000;

    internal static void Run(Stage stage)
    {
        StagedProgram program = stage.Start(Scenarios.Driver, null, false, "measure");
        program.Process.TryWait(Patience, out _, out _);
        program.End();
    }
}
