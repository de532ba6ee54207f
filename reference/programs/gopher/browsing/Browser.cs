using System;

namespace Euralios.Programs.Gopher;

/// <summary>
/// What a person does with documents. It fetches none itself: <see cref="Errand"/> says what is to be fetched, and who has done that says what came of it.
/// </summary>
internal sealed partial class Browser
{
    private const int BarRows = 2;
    private const string HelpHint = "? shows the keys";

    private readonly History history = new();

    // What stands over the page until the next key: the keys.
    private PageView? help;
    private int columns;
    private int rows;

    /// <summary>A browser on a screen of some size.</summary>
    internal Browser(int columns, int rows) => (this.columns, this.rows) = (columns, Math.Max(1, rows - BarRows));

    internal bool IsFinished { get; private set; }

    /// <summary>What is to be fetched next; null for nothing.</summary>
    internal Errand? Errand { get; private set; }

    /// <summary>The question that is open; null for none.</summary>
    internal Prompt? Prompt { get; private set; }

    /// <summary>What is said in the last row.</summary>
    internal string Message { get; private set; } = HelpHint;

    /// <summary>The digits of a link's number that were typed.</summary>
    internal string Digits { get; private set; } = "";

    /// <summary>What is looked at; null before the first document has come.</summary>
    internal PageView? View => help ?? history.Current?.View;

    /// <summary>What it is.</summary>
    internal string Title => help is not null ? "Keys" : history.Current is { } visit ? TitleOf(visit.Request) : "";

    internal void Resize(int newColumns, int newRows)
    {
        (columns, rows) = (newColumns, Math.Max(1, newRows - BarRows));
        View?.Resize(columns, rows);
    }

    /// <summary>Asks for a document.</summary>
    internal void Open(GopherAddress address)
    {
        if (address.Type == ItemType.Search)
            Ask("Search for: ", "", words => Search(address, words));
        else if (ItemType.IsFile(address.Type))
            AskForFile(new GopherRequest(address));
        else if (ItemType.IsShown(address.Type))
            Want(new Errand(ErrandKind.Visit, new GopherRequest(address)));
        else
            Message = $"A document of type {address.Type} cannot be shown";
    }

    /// <summary>How far a fetch is.</summary>
    internal void Report(Errand errand, long bytes) => Message = bytes == 0
        ? $"Waiting for {errand.Request.Address.Host} ..."
        : $"{bytes >> 10} KiB from {errand.Request.Address.Host} ...";

    /// <summary>A document has come.</summary>
    internal void Show(Errand errand, GopherDocument document)
    {
        Finish("");
        var view = new PageView(document, columns, rows);
        if (errand.Kind == ErrandKind.Visit)
        {
            history.Add(new Visit(errand.Request) { View = view });
            return;
        }

        if (errand.Kind != ErrandKind.Reload)
            history.Move(errand.Kind == ErrandKind.Back ? -1 : 1);
        Visit visit = history.Current!;
        view.Restore(visit.View?.Top ?? visit.Top, visit.View?.Chosen ?? visit.Chosen);
        visit.View = view;
        history.Forget();
    }

    /// <summary>A file was saved.</summary>
    internal void Saved(Errand errand, long bytes) => Finish($"{bytes} bytes saved in {errand.Path}");

    /// <summary>A document has not come.</summary>
    internal void Fail(Errand errand, string why) => Finish($"{errand.Request.Address.Host}: {why}");

    private static string TitleOf(GopherRequest request) => request.Query is null ? request.Address.ToString() : $"{request.Address} \"{request.Query}\"";

    private void Finish(string message)
    {
        Errand = null;
        Message = message;
    }

    private void Want(Errand errand)
    {
        Errand = errand;
        Report(errand, 0);
    }

    private void Search(GopherAddress address, string words)
    {
        if (words.Length > 0)
            Want(new Errand(ErrandKind.Visit, new GopherRequest(address, words)));
    }

    private void AskForFile(GopherRequest request) => Ask(
        "Save as: ",
        request.Address.FileName(),
        path =>
        {
            if (path.Length > 0)
                Want(new Errand(ErrandKind.Save, request, path));
        });

    private void Ask(string label, string answer, Action<string> accept)
    {
        Message = "";
        Prompt = new Prompt(label, answer, accept);
    }

    /// <summary>Goes back or forward: to what is kept, or else by asking for it again.</summary>
    private void Move(int direction)
    {
        Visit? visit = direction < 0 ? history.Before : history.After;
        if (visit is null)
        {
            Message = direction < 0 ? "This is the first document" : "There is nothing to go forward to";
        }
        else if (visit.View is { } view)
        {
            history.Move(direction);
            view.Resize(columns, rows);
        }
        else
        {
            Want(new Errand(direction < 0 ? ErrandKind.Back : ErrandKind.Forward, visit.Request));
        }
    }

    private void Follow()
    {
        if (View is not { Chosen: >= 0 } view)
        {
            Message = "There is no link to follow here";
            return;
        }

        GopherItem item = view.Document.Line(view.Chosen);
        if (item.Address is null)
            Message = item.Obstacle ?? "";
        else
            Open(item.Address);
    }
}
