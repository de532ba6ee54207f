using System.Text.Json.Nodes;

namespace Euralios.Grader.Boot;

/// <summary>The screen of a machine, read from the memory of its text mode.</summary>
public sealed class ScreenView
{
    private const long CellsAddress = 0xB8000;

    /// <summary>How often it is looked at while something is awaited.</summary>
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(10);

    private readonly QmpClient _qmp;
    private readonly string _file;

    internal ScreenView(QmpClient qmp, string file) => (_qmp, _file) = (qmp, file);

    /// <summary>Reads it.</summary>
    public async Task<ScreenText> ReadAsync(CancellationToken cancellation = default)
    {
        await _qmp.ExecuteAsync(
            "pmemsave", new JsonObject { ["val"] = CellsAddress, ["size"] = ScreenText.Bytes, ["filename"] = _file }, cancellation);
        return new ScreenText(await File.ReadAllBytesAsync(_file, cancellation));
    }

    /// <summary>Waits until it is as it should be.</summary>
    /// <param name="what">In words, what is waited for.</param>
    /// <param name="isThere">Whether it is there.</param>
    /// <exception cref="MachineException">It does not come.</exception>
    public async Task<ScreenText> WaitAsync(string what, Func<ScreenText, bool> isThere)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        ScreenText? seen = null;
        try
        {
            while (true)
            {
                seen = await ReadAsync(patience.Token);
                if (isThere(seen))
                    return seen;
                await Task.Delay(_look, patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new MachineException($"The screen does not show {what}, but:\n{seen?.Text}");
        }
    }

    /// <summary>Waits for a text anywhere.</summary>
    public Task<ScreenText> WaitAsync(string text) =>
        WaitAsync($"\"{text}\"", screen => screen.Text.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until the last line that is not empty is this one, spaces at its end aside: a prompt, and nothing typed behind it.</summary>
    public Task<ScreenText> WaitForLastLineAsync(string line) =>
        WaitAsync($"\"{line}\" as its last line", screen => screen.LastLine == line.TrimEnd());
}
