using System.CommandLine;
using Euralios.Grader.Boot;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit screenshots</c>: the handouts' pictures of the system's screen, taken anew.</summary>
internal static class ScreenshotsCommand
{
    private const string Login = "login: ", Root = "root:/ramdisk# ", User = "user:/ramdisk$ ";

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
            await machine.Screen.WaitForLastLineAsync(Login);
            await SaveAsync("login");

            await machine.EnterAsync(Login, "root", Root);
            await machine.EnterAsync(Root, "ls /bin", Root);
            await machine.EnterAsync(Root, "ls /bin | grep -c e; sort etc/users | head -n 1", Root);
            await SaveAsync("shell");

            await machine.Keyboard.TypeAsync("edit hello.cs\n");
            await machine.Screen.WaitAsync("^S Save");
            await machine.Keyboard.TypeAsync("// Says hello.\nint times = 3;\n");
            await machine.Keyboard.TypeAsync("for (int i = 0; i < times; i++)\n    Console.WriteLine(\"Hello\");\n");
            await machine.Screen.WaitAsync("5:5\n");
            await machine.Keyboard.PressAsync("ctrl", "s");
            await machine.Screen.WaitAsync("bytes saved");
            await SaveAsync("edit");

            await machine.Keyboard.PressAsync("f3");
            await machine.EnterAsync(Login, "user", User);
            await machine.EnterAsync(User, "mount; ps | tail -n 5", User);
            await SaveAsync("console-f3");

            // Meanwhile root's console has kept what was on it.
            await machine.Keyboard.PressAsync("f2");
            await machine.Screen.WaitAsync("bytes saved");
            await machine.Keyboard.PressAsync("ctrl", "q");
            await machine.EnterAsync(Root, "wc hello.cs; ps | grep -c shell", Root);
            await SaveAsync("console-f2");
            return ExitCode.Good;
        }
        catch (MachineException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCode.Failed;
        }

        async Task SaveAsync(string name)
        {
            var file = Path.Combine(root, "handouts", "img", $"system-{name}.png");
            await machine.SavePictureAsync(file, cancellation);
            Console.WriteLine(Path.GetRelativePath(root, file));
        }
    }
}
