using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Gopher;

/// <summary>A browser at a terminal, with the network behind it.</summary>
internal sealed class Session(Terminal terminal)
{
    private readonly ScreenUpdate update = new();
    private Browser browser = new(Console.WindowWidth, Console.WindowHeight);
    private BrowserView? view;

    /// <summary>Runs it until the person has had enough.</summary>
    internal void Run(GopherAddress start)
    {
        browser.Open(start);
        while (!browser.IsFinished)
        {
            Draw();
            if (browser.Errand is { } errand)
                Do(errand);
            else if (Console.TryReadKey(intercept: true, out ConsoleKeyInfo key))
                browser.Press(key);
            else
                break;
        }

        terminal.Write(update.End());
    }

    private void Draw()
    {
        if (view is null || browser.WantsRedraw)
        {
            view = new BrowserView(Console.WindowWidth, Console.WindowHeight);
            update.Forget();
            browser.Resize(view.Screen.Columns, view.Screen.Rows);
            browser.WantsRedraw = false;
        }

        view.Draw(browser);
        terminal.Write(update.To(view.Screen));
    }

    private void Do(Errand errand)
    {
        if (errand.Kind == ErrandKind.Save)
        {
            Save(errand);
            return;
        }

        var target = new DocumentTarget();
        bool isWhole = TryFetch(errand, target, out _, out Error error);

        // Half a document is better than none.
        if (isWhole || target.Bytes.Length > 0)
            browser.Show(errand, GopherDocument.Parse(errand.Request.Address.Type, target.Bytes, target.IsCut));
        if (!isWhole)
            browser.Fail(errand, error.Text());
    }

    private void Save(Errand errand)
    {
        string path = Path.GetFullPath(errand.Path!);
        if (!FileStream.TryOpen(path, FileMode.CreateNew, FileAccess.Write, out FileStream file, out Error error))
        {
            browser.Fail(errand, $"{errand.Path}: {error.Text()}");
            return;
        }

        bool isWhole = TryFetch(errand, new FileTarget(file), out long count, out error);
        file.TryClose(out Error closing);
        error = isWhole ? closing : error;
        if (error == Error.None)
        {
            browser.Saved(errand, count);
            return;
        }

        File.TryDelete(path, out _);
        browser.Fail(errand, error.Text());
    }

    private bool TryFetch(Errand errand, IDownloadTarget target, out long count, out Error error)
    {
        var download = new Download(errand.Request, target);
        bool isWhole = download.TryRun(
            () =>
            {
                browser.Report(errand, download.Count);
                Draw();
            },
            out error);
        count = download.Count;
        return isWhole;
    }
}
