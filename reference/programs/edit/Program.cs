using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Edit;

/// <summary><c>edit [+LINE] FILE</c>: an editor of text files for a terminal.</summary>
internal static class Program
{
    private const int Failure = 1, WrongUsage = 2;

    private static int Main(string[] args)
    {
        int line = 0;
        bool hasLine = args.Length == 2 && args[0].StartsWith('+') && int.TryParse(args[0].AsSpan(1), out line);
        if (!hasLine && (args.Length != 1 || args[0].Length == 0))
        {
            Console.Error.WriteLine("Usage: edit [+LINE] FILE");
            return WrongUsage;
        }

        string path = args[^1];
        if (!TryRead(path, out byte[] contents, out string reason))
            return Fail($"{path}: {reason}");
        if (Console.IsOutputRedirected || !Terminal.TryOpen(out Terminal? terminal, out _))
            return Fail("standard output is not a terminal");
        var editor = new Editor(path, contents, new FileStore());
        if (hasLine)
            editor.GoToLine(line);
        Run(editor, terminal!);
        terminal!.Close();
        return 0;
    }

    private static int Fail(string why)
    {
        Console.Error.WriteLine($"edit: {why}");
        return Failure;
    }

    /// <summary>What is in a file; nothing, if there is none.</summary>
    private static bool TryRead(string path, out byte[] contents, out string reason)
    {
        reason = "";
        contents = [];
        if (Directory.Exists(path))
            reason = "Is a directory";
        else if (!File.TryReadAllBytes(path, out contents, out Error error) && error != Error.NotFound)
            reason = error.Text();
        return reason.Length == 0;
    }

    private static void Run(Editor editor, Terminal terminal)
    {
        var update = new ScreenUpdate();
        EditorView? view = null;
        while (!editor.IsFinished)
        {
            if (view is null || editor.WantsRedraw)
            {
                view = new EditorView(Console.WindowWidth, Console.WindowHeight);
                update.Forget();
                editor.PageRows = view.TextRows;
                editor.WantsRedraw = false;
            }

            view.Draw(editor);
            terminal.Write(update.To(view.Screen));
            if (!Console.TryReadKey(intercept: true, out ConsoleKeyInfo key))
                break;
            editor.Press(key);
        }

        terminal.Write(update.End());
    }
}
