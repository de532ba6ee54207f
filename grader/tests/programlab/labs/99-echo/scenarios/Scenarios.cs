namespace Merriwig.Lab;

/// <summary>The scenarios by name.</summary>
internal static class Scenarios
{
    internal static bool TryRun(string scenario, Stage stage)
    {
        switch (scenario)
        {
            case "cases":
                stage.RunCases("echo");
                return true;
            case "talk":
                TalkScenario.Run(stage);
                return true;
            case "wire":
                WireScenario.Run(stage);
                return true;
            default:
                return false;
        }
    }
}
