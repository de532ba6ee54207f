using Euralios.Grader.Boot;

namespace Euralios.Grader.Cli;

/// <summary>What one of the handouts' pictures shows of the system, and how it comes to be there. Each begins where the one before it ended.</summary>
/// <param name="Name">The picture is <c>system-NAME.png</c>.</param>
/// <param name="PlayAsync">Works at the keyboard until all is on the screen that the picture shows.</param>
internal sealed record Scene(string Name, Func<AttendedMachine, Task> PlayAsync)
{
    private const string Login = "login: ", Root = "root:/ramdisk# ", User = "user:/ramdisk$ ";

    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("login", machine => machine.Screen.WaitForLastLineAsync(Login)),
        new("shell", WorkInShellAsync),
        new("edit", EditAsync),
        new("console-f3", WorkInSecondConsoleAsync),
        new("console-f2", ReturnAsync),
    ];

    /// <summary>The picture's file, in <c>handouts/img</c>.</summary>
    public string File => $"system-{Name}.png";

    private static async Task WorkInShellAsync(AttendedMachine machine)
    {
        await machine.EnterAsync(Login, "root", Root);
        await machine.EnterAsync(Root, "ls /bin", Root);
        await machine.EnterAsync(Root, "ls /bin | grep -c e; sort etc/users | head -n 1", Root);
    }

    private static async Task EditAsync(AttendedMachine machine)
    {
        await machine.Keyboard.TypeAsync("edit hello.cs\n");
        await machine.Screen.WaitAsync("^S Save");
        await machine.Keyboard.TypeAsync("// Says hello.\nint times = 3;\n");
        await machine.Keyboard.TypeAsync("for (int i = 0; i < times; i++)\n    Console.WriteLine(\"Hello\");\n");
        await machine.Screen.WaitAsync("5:5\n");
        await machine.Keyboard.PressAsync("ctrl", "s");
        await machine.Screen.WaitAsync("bytes saved");
    }

    private static async Task WorkInSecondConsoleAsync(AttendedMachine machine)
    {
        await machine.Keyboard.PressAsync("f3");
        await machine.EnterAsync(Login, "user", User);
        await machine.EnterAsync(User, "mount; ps | tail -n 5", User);
    }

    private static async Task ReturnAsync(AttendedMachine machine)
    {
        // Meanwhile root's console has kept what was on it.
        await machine.Keyboard.PressAsync("f2");
        await machine.Screen.WaitAsync("bytes saved");
        await machine.Keyboard.PressAsync("ctrl", "q");
        await machine.EnterAsync(Root, "wc hello.cs; ps | grep -c shell", Root);
    }
}
