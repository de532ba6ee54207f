namespace Merriwig.Lab;

/// <summary>The scenarios by name.</summary>
internal static class Scenarios
{
    internal const string Driver = "rtl8139";

    internal static bool TryRun(string scenario, Stage stage)
    {
        switch (scenario)
        {
            case "cases":
                stage.RunCases(Driver);
                return true;
            case "wire":
                WireScenario.Run(stage);
                return true;
            case "flood":
                FloodScenario.Run(stage);
                return true;
            case "budget":
                BudgetScenario.Run(stage);
                return true;
            default:
                return false;
        }
    }
}
