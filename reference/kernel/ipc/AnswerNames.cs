namespace Merriwig.Ipc;

/// <summary>Answers in words of the trace.</summary>
internal static class AnswerNames
{
    /// <summary>The name of an answer.</summary>
    internal static string Of(Answer answer) => answer switch
    {
        Answer.Waits => "waits",
        Answer.Done => "done",
        Answer.Receives => "receives",
        Answer.Returned => "returned",
        _ => "fails",
    };
}
