using System;
using System.Threading;
using Euralios.Std;

namespace Euralios.Programs.Vga;

/// <summary>One of the consoles that share the display: a screen, which only the chosen console's shows, and the terminal's server.</summary>
internal sealed class ScreenConsole : ITerminal
{
    // A long text is written in pieces, so that a switch to another console need not wait for its end.
    private const int LongestPiece = 2048;

    private readonly Lock gate;
    private readonly Display display;
    private readonly Screen screen;
    private readonly TerminalConsole server;
    private bool isShown;

    /// <param name="gate">Who holds it may touch the display and the screens.</param>
    /// <param name="display">The display.</param>
    internal ScreenConsole(Lock gate, Display display)
    {
        this.gate = gate;
        this.display = display;
        server = new TerminalConsole(this);
        screen = new Screen(key => server.Press(key));
        screen.Reset();
    }

    public int Columns => ScreenBuffer.Columns;

    public int Rows => ScreenBuffer.Rows;

    public void Write(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            int length = Math.Min(text.Length, LongestPiece);
            lock (gate)
            {
                screen.Write(text.Slice(0, length));
                Update();
            }

            text = text.Slice(length);
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            screen.Reset();
            Update();
        }
    }

    /// <summary>Shows this console, or no longer. The caller holds the gate.</summary>
    internal void Show(bool show)
    {
        isShown = show;
        screen.Buffer.ChangeAll();
        Update();
    }

    /// <summary>A key for this console: it moves the view, or goes to the session.</summary>
    internal void Press(ulong key)
    {
        lock (gate)
        {
            int rows = Keys.Without(key, out KeyModifiers modifiers) switch
            {
                Keys.PageUp => Rows - 1,
                Keys.PageDown => 1 - Rows,
                _ => 0,
            };
            bool movesView = modifiers == KeyModifiers.Shift && rows != 0;

            // Whoever types wants to see what comes of it.
            screen.Buffer.Scroll(movesView ? rows : -screen.Buffer.ScrollBack);
            Update();
            if (movesView)
                return;
        }

        server.Press(key);
    }

    /// <summary>Serves writers until they are gone.</summary>
    internal void Serve(Handle output) => server.Serve(output);

    /// <summary>Serves one session after another.</summary>
    internal void ServeSessions(Handle starter) => server.ServeSessions(starter);

    private void Update()
    {
        if (isShown)
            display.Update(screen);
    }
}
