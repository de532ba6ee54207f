namespace Merriwig.Lab;

/// <summary>Where a lab's program reports: to the first program, which writes it down.</summary>
internal static class TraceOutput
{
    internal static void Write(string line) => StageReport.Send(StageTags.TraceLine, line);
}
