using System.CommandLine;
using Euralios.Grader.Image;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>grader worker</c>: the other end of a <see cref="WorkerPool"/>. Not for people, so <c>--help</c> does not list it.</summary>
internal static class WorkerCommand
{
    public static Command Create()
    {
        var command = new Command("worker", "Builds images: a JSON request a line in, a JSON reply a line out") { Hidden = true };
        command.SetAction((_, cancellation) =>
            WorkerLoop.RunAsync(new InProcessImages(), Console.In, Console.Out, cancellation));
        return command;
    }

    /// <summary>A pool of this very program.</summary>
    public static WorkerPool Pool(int size) =>
        new(size, DotNet.Program, [typeof(WorkerCommand).Assembly.Location, "worker"]);
}
