using System;
using System.Text;

namespace Euralios.Programs.Gopher;

// Keys.
internal sealed partial class Browser
{
    private const int MostDigits = 5;

    private const string Help = """
        Up, Down          the link before, the next one; or a line
        Page Up, w, i     a page up
        Page Down, s, k   a page down; so does the space bar
        Home, End         the beginning, the end
        1 2 3 ...         a link by its number
        Enter             follows the link
        Left, a, j        back; so does Backspace
        Right, d, l       forward
        g                 goes to another place: HOST, HOST:PORT or gopher://HOST/1SELECTOR
        r                 asks for the document again
        Ctrl-S            saves the document as a file
        Ctrl-L            draws the screen again
        ?                 these keys
        q                 quits
        """;

    /// <summary>Whether the terminal shows something else than it should.</summary>
    internal bool WantsRedraw { get; set; }

    /// <summary>A key was pressed.</summary>
    internal void Press(ConsoleKeyInfo key)
    {
        if (Prompt is { } prompt)
        {
            prompt.Press(key);
            if (prompt.IsFinished && Prompt == prompt)
                Prompt = null;
            return;
        }

        Message = "";
        if (help is not null && !IsMove(key))
        {
            help = null;
            history.Current?.View?.Resize(columns, rows);
            return;
        }

        if (char.IsAsciiDigit(key.KeyChar))
        {
            TypeDigit(key.KeyChar);
            return;
        }

        string digits = Digits;
        Digits = "";
        if (key.Key == ConsoleKey.Backspace && digits.Length > 0)
            TypeNumber(digits.Substring(0, digits.Length - 1));
        else if (key.Modifiers.HasFlag(ConsoleModifiers.Control))
            PressControl(key.Key);
        else if (!TryMove(key))
            PressOther(key);
    }

    /// <summary>The keys that move the page. Those for "up" and "down" by letters are EuraliOS's own.</summary>
    private static int DirectionOf(ConsoleKeyInfo key) => key.KeyChar switch
    {
        'w' or 'i' => -1,
        's' or 'k' or ' ' => 1,
        _ => key.Key switch
        {
            ConsoleKey.PageUp => -1,
            ConsoleKey.PageDown => 1,
            _ => 0,
        },
    };

    private static bool IsMove(ConsoleKeyInfo key) =>
        DirectionOf(key) != 0 || key.Key is ConsoleKey.UpArrow or ConsoleKey.DownArrow or ConsoleKey.Home or ConsoleKey.End;

    private bool TryMove(ConsoleKeyInfo key)
    {
        if (!IsMove(key))
            return false;
        int direction = DirectionOf(key);
        if (direction != 0)
            View?.ScrollPage(direction);
        else if (key.Key is ConsoleKey.UpArrow or ConsoleKey.DownArrow)
            View?.Step(key.Key == ConsoleKey.UpArrow ? -1 : 1);
        else if (key.Key == ConsoleKey.Home)
            View?.ScrollToStart();
        else
            View?.ScrollToEnd();
        return true;
    }

    private void PressControl(ConsoleKey key)
    {
        if (key is ConsoleKey.C or ConsoleKey.Q)
            IsFinished = true;
        else if (key == ConsoleKey.L)
            WantsRedraw = true;
        else if (key == ConsoleKey.S && history.Current is { } visit)
            AskForFile(visit.Request);
    }

    private void PressOther(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Enter:
                Follow();
                return;
            case ConsoleKey.LeftArrow or ConsoleKey.Backspace:
                Move(-1);
                return;
            case ConsoleKey.RightArrow:
                Move(1);
                return;
        }

        switch (key.KeyChar)
        {
            case 'a' or 'j':
                Move(-1);
                break;
            case 'd' or 'l':
                Move(1);
                break;
            case 'g':
                Ask("Go to: ", "", GoTo);
                break;
            case 'r' when history.Current is { } visit:
                Want(new Errand(ErrandKind.Reload, visit.Request));
                break;
            case '?':
                help = new PageView(GopherDocument.Parse(ItemType.Text, Encoding.UTF8.GetBytes(Help), isCut: false), columns, rows);
                break;
            case 'q':
                IsFinished = true;
                break;
            default:
                Message = HelpHint;
                break;
        }
    }

    private void GoTo(string text)
    {
        if (text.Length == 0)
            return;
        if (GopherAddress.TryParse(text, out GopherAddress? address))
            Open(address!);
        else
            Message = "That is no place: HOST, HOST:PORT or gopher://HOST/1SELECTOR";
    }

    private void TypeDigit(char digit)
    {
        if (Digits.Length < MostDigits && (Digits.Length > 0 || digit != '0'))
            TypeNumber(Digits + digit.ToString());
    }

    private void TypeNumber(string digits)
    {
        Digits = digits;
        if (digits.Length > 0 && !(View?.TryChoose(int.Parse(digits)) ?? false))
            Message = $"There is no link {digits}";
    }
}
