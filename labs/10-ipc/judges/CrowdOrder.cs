using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;

namespace Euralios.Labs.Ipc;

/// <summary>
/// Who runs after each operation, by three rules: whoever does not wait is in the queue, and nobody else; those that the operation does not
/// concern keep their order; the caller and the thread whose wait is over come before them, in the order that their answers say.
/// </summary>
public sealed class CrowdOrder : IJudge
{
    private const int FewestOperations = 400;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        var crowd = new Crowd();
        IReadOnlyList<int> order = [];
        int operations = 0;
        foreach (Operation operation in Meeting.Of(record))
        {
            crowd.Apply(operation);
            if (operation.Order is null)
                continue;
            if (operations++ > 0 && Wrong(operation, order, crowd) is { } wrong)
            {
                return Verdict.Fail(
                    wrong,
                    $"at line {operation.Event.Line} of the trace: {operation.Event.Text}",
                    $"before: {Show(order)}",
                    $"after:  {Show(operation.Order)}");
            }

            order = operation.Order;
        }

        return operations < FewestOperations ? Verdict.Fail($"only {operations} operations: the scenario did not come to its end") : Verdict.Pass;
    }

    private static string? Wrong(Operation operation, IReadOnlyList<int> before, Crowd crowd)
    {
        if (operation.Order!.FirstOrDefault(crowd.IsWaiting) is > 0 and var waiting)
            return $"thread {waiting} is in the queue although it waits";
        if (operation.Kind == "tick")
            return null;

        // The caller of a close is the one that runs; the kernel posts and breaks in whoever's time it is.
        int running = before[0];
        int peer = operation.Peer?.Thread ?? 0;
        List<int> first = crowd.IsWaiting(running) ? [] : [running];
        if (peer != 0)
            first.Insert(operation.Kind is "close" or "break" ? 0 : first.Count, peer);
        List<int> expected = [.. first, .. before.Skip(1).Where(thread => thread != peer)];
        if (expected.Count == 0)
            expected.Add(0);
        return operation.Order!.SequenceEqual(expected) ? null : $"expected that the threads run in the order {Show(expected)}, and they run in the order {Show(operation.Order!)}";
    }

    private static string Show(IReadOnlyList<int> order) => string.Join(", ", order);
}
