using System.Globalization;

namespace Euralios.Grader.Soak;

/// <summary>
/// What users do: each action begins and ends at the prompt of the directory where the user began, and leaves nothing behind but files with the seat's
/// prefix.
/// </summary>
internal static class SoakActions
{
    private static readonly string[] Words = ["frame", "page", "thread", "message", "rendezvous", "handle"];

    // With prompt and all else a line has less than 80 characters, also with the longest two of these.
    private static readonly string[] Tools = ["cat", "wc", "sort", "head -n 3", "tail -n 2", "grep -c e", "hexdump | wc", "sort | head -n 1"];

    private static readonly string[] Short =
    [
        "ls", "ls -l /bin | tail -n 3", "ps | tail -n 3", "free", "uptime", "date", "pwd", "mount", "hello", "env | wc", "jobs",
        "which cat edit", "type cd ls", "help | tail -n 2", "echo $? $USER $HOME", "set | sort | head -n 2", "history | tail -n 2",
    ];

    private static readonly string[] Failing =
    [
        "nothing", "cat missing", "cd nowhere", "grep", "rmdir missing", "/bin", "sort <missing", "echo x >/bin/x", "kill %9", "mv missing m",
        "cat missing | wc", "false || nothing", "umount /nowhere", "head -n x", "./missing", "fg", "echo 'not closed' | | wc", "sleep",
    ];

    /// <summary>The actions; all are equally likely.</summary>
    private static readonly Func<SoakUser, Task>[] _all =
    [
        ShowSomethingAsync, FailAsync, WriteAndReadAsync, PipeAsync, EndAPipeEarlyAsync, MakeDirectoriesAsync, CopyAsync, RunInBackgroundAsync,
        KillAsync, InterruptAsync, DropALineAsync, RepeatAsync, CompleteAsync, RunAScriptAsync, EditAndSaveAsync, EditAndLoseAsync, LogOutAndInAsync,
        LookAroundAsync, NestAsync,
    ];

    /// <summary>Does one of them.</summary>
    internal static Task AnyAsync(SoakUser user) => Choose(user, _all)(user);

    /// <summary>Each once, so that whatever is made at the first use is there.</summary>
    internal static async Task EachAsync(SoakUser user)
    {
        foreach (Func<SoakUser, Task> action in _all)
            await action(user);
    }

    private static Task ShowSomethingAsync(SoakUser user) => user.RunAsync(Choose(user, Short));

    private static Task FailAsync(SoakUser user) => user.RunAsync(Choose(user, Failing));

    private static async Task WriteAndReadAsync(SoakUser user)
    {
        string file = File(user);
        await user.RunAsync($"echo {Choose(user, Words)} {Choose(user, Words)} >{file}");
        for (int i = user.Random.Next(4); i > 0; i--)
            await user.RunAsync($"echo {Choose(user, Words)} >>{file}");
        await user.RunAsync($"cat <{file} | {Choose(user, Tools)}");
        if (user.Random.Next(2) == 0)
            await user.RunAsync($"mv {file} {File(user)}");
        else
            await user.RunAsync($"rm {file}");
    }

    private static Task PipeAsync(SoakUser user)
    {
        string file = File(user);
        return user.RunAsync($"ps | {Choose(user, Tools)} | {Choose(user, Tools)} >{file}; cat {file} | wc -l");
    }

    private static Task EndAPipeEarlyAsync(SoakUser user) =>
        user.RunAsync($"yes {Choose(user, Words)} | head -n {user.Random.Next(1, 400)} | {Choose(user, Tools)}");

    private static async Task MakeDirectoriesAsync(SoakUser user)
    {
        string top = user.Seat.Prefix + "d";
        await user.RunAsync($"mkdir -p {top}/a/b; echo x >{top}/a/b/c; ls {top}/a");
        await user.RunAsync($"mv {top}/a {top}/z; cat {top}/z/b/c; rmdir {top}");
        await user.RunAsync($"cd {top}/z; pwd; cp b/c c; ls; cd -");
        await user.RunAsync(user.Random.Next(2) == 0 ? $"rm -r {top}" : $"rm {top}/z/b/c {top}/z/c; rmdir {top}/z/b {top}/z {top}");
    }

    private static async Task CopyAsync(SoakUser user)
    {
        string file = File(user);
        await user.RunAsync($"cp /bin/{(user.Random.Next(2) == 0 ? "wc" : "shell")} {file}; {file} {file} | wc");
        await user.RunAsync($"hexdump {file} | head -n {user.Random.Next(1, 30)} | tail -n 1; rm {file}");
    }

    private static async Task RunInBackgroundAsync(SoakUser user)
    {
        string file = File(user);
        await user.RunAsync($"yes | head -n {user.Random.Next(100, 3000)} | sort | wc >{file} &");
        if (user.Random.Next(2) == 0)
            await user.RunAsync("sleep 0.2 &");
        await user.RunAsync(Choose(user, Short));
        await user.RunAsync($"wait; cat {file}");
    }

    private static async Task KillAsync(SoakUser user)
    {
        await user.RunAsync(user.Random.Next(3) switch
        {
            0 => "sleep 1000 &",
            1 => "yes | cat | wc &",
            _ => "cat | sort &",
        });
        await user.RunAsync("jobs; kill %1; wait; jobs");
    }

    private static async Task InterruptAsync(SoakUser user)
    {
        string word = Fresh(user);
        if (user.Random.Next(2) == 0)
            await user.StartAsync($"yes {word}", $"{word}\n{word}\n{word}\n");
        else
            await user.StartAsync($"echo '{word}' begins; sleep 1000", $"{word} begins");
        user.Note("Ctrl-C");
        await user.Seat.PressControlAsync('c');
        await user.Seat.WaitForPromptAsync(user.Prompt);
    }

    private static async Task DropALineAsync(SoakUser user)
    {
        user.Note("a line that is not entered");
        await user.Seat.TypeAsync($"echo {Choose(user, Words)} \t");
        await user.Seat.PressControlAsync('c');
        await user.Seat.WaitForPromptAsync(user.Prompt);
    }

    private static async Task RepeatAsync(SoakUser user)
    {
        string word = Fresh(user);
        await user.RunAsync($"true; echo '{word}'");
        user.Note("the line before with more, Enter");
        await user.Seat.PressControlAsync('p');
        await user.Seat.TypeAsync(" more\n");
        await user.Seat.WaitForTextAsync($"\n{word} more\n");
        await user.Seat.WaitForPromptAsync(user.Prompt);
    }

    private static async Task CompleteAsync(SoakUser user)
    {
        string word = Fresh(user);
        user.Note("hexd[Tab] --help, Enter");
        await user.Seat.TypeAsync($"hexd\t --help; echo '{word}'\n");
        await user.Seat.WaitForTextAsync($"\n{word}\n");
        await user.Seat.WaitForPromptAsync(user.Prompt);
    }

    private static async Task RunAScriptAsync(SoakUser user)
    {
        string script = File(user);
        await user.RunAsync($"echo 'echo $1 $0; ps | wc -l; exit 3' >{script}");
        await user.RunAsync($"shell {script} {Choose(user, Words)} || echo $?");
        await user.RunAsync($"rm {script}");
    }

    private static Task NestAsync(SoakUser user) =>
        user.RunAsync($"shell -c 'shell -c \"echo {Choose(user, Words)}; sleep 0.1\" | cat' | wc");

    private static async Task EditAndSaveAsync(SoakUser user)
    {
        string file = File(user);
        await StartEditorAsync(user, file);
        user.Note("Ctrl-S, Ctrl-Q");
        await user.Seat.PressControlAsync('s');
        await user.Seat.WaitForTextAsync("bytes saved");
        await user.Seat.PressControlAsync('q');
        await user.Seat.WaitForPromptAsync(user.Prompt);
        await user.RunAsync($"wc {file}; rm {file}");
    }

    private static async Task EditAndLoseAsync(SoakUser user)
    {
        await StartEditorAsync(user, File(user));
        user.Note("Ctrl-Q, y");
        await user.Seat.PressControlAsync('q');
        await user.Seat.WaitForTextAsync("Quit?");
        await user.Seat.TypeAsync("y");
        await user.Seat.WaitForPromptAsync(user.Prompt);
    }

    private static async Task StartEditorAsync(SoakUser user, string file)
    {
        await user.StartAsync($"edit {file}", "^S Save");
        for (int i = user.Random.Next(1, 4); i > 0; i--)
            await user.Seat.TypeAsync($"{Choose(user, Words)} {Choose(user, Words)}\n");
        if (user.Random.Next(2) == 0)
            await user.Seat.PressControlAsync('z');
    }

    private static async Task LogOutAndInAsync(SoakUser user)
    {
        await user.RunAsync($"sleep 1000 & rm -rf {user.Seat.Prefix}*; exit", user.Prompt);
        await user.RunAsync("exit", SoakUser.LoginPrompt);
        if (user.Random.Next(2) == 0)
            await user.FailToLogInAsync();
        await user.LogInAsync(user.Random.Next(2) == 0 ? "root" : "user");
    }

    private static Task LookAroundAsync(SoakUser user)
    {
        user.Note("F3, F4, F5, F1, F2");
        return user.Seat is ScreenSeat seat ? seat.LookAroundAsync(user.Prompt) : Task.CompletedTask;
    }

    private static string File(SoakUser user) => user.Seat.Prefix + (char)('a' + user.Random.Next(3));

    /// <summary>A word that is not on the screen yet.</summary>
    private static string Fresh(SoakUser user) => string.Create(CultureInfo.InvariantCulture, $"{Choose(user, Words)}{user.Entered}");

    private static T Choose<T>(SoakUser user, T[] from) => from[user.Random.Next(from.Length)];
}
