using System.CommandLine;
using Euralios.Grader.Boot;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit screenshots</c>: the handouts' pictures of the system's screen, taken anew.</summary>
internal static class ScreenshotsCommand
{
    public static Command Create()
    {
        var command = new Command("screenshots", "Boots the reference, works at its keyboard and writes handouts/img/system-*.png.");
        command.SetAction((parsed, cancellation) => RunAsync(parsed.RepositoryRoot(), cancellation));
        return command.WithExamples("./kit screenshots");
    }

    private static async Task<int> RunAsync(string root, CancellationToken cancellation)
    {
        var (image, archive) = (ReferenceKernel.Build(root), ReferencePrograms.Build(root));
        await using var machine = await AttendedMachine.StartAsync(new(128, IcountShift: 0), image, archive, cancellation);
        try
        {
            foreach (var scene in Scene.All)
            {
                await scene.PlayAsync(machine);
                var file = Path.Combine(root, "handouts", "img", scene.File);
                await machine.SavePictureAsync(file, cancellation);
                Console.WriteLine(Path.GetRelativePath(root, file));
            }

            return ExitCode.Good;
        }
        catch (MachineException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCode.Failed;
        }
    }
}
