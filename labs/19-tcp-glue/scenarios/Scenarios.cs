namespace Merriwig.Lab;

/// <summary>The scenarios by name.</summary>
internal static class Scenarios
{
    internal static bool TryRun(string scenario, Stage stage)
    {
        switch (scenario)
        {
            case "cases":
                stage.RunCases("tcp");
                return true;
            case "host":
                HostScenario.Run(stage);
                return true;
            case "loss":
                LossScenario.Run(stage);
                return true;
            default:
                return false;
        }
    }
}
