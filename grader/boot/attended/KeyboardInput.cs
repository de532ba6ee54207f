using System.Text.Json.Nodes;

namespace Euralios.Grader.Boot;

/// <summary>A keyboard with the American layout: keys go down and up at the machine's keyboard controller.</summary>
public sealed class KeyboardInput
{
    /// <summary>QEMU keeps 1,024 events, and a key with Shift is six; of more it drops some without a word.</summary>
    private const int LongestText = 150;

    private static readonly Dictionary<char, string> _keys = new()
    {
        [' '] = "spc", ['\n'] = "ret", ['\t'] = "tab", ['\b'] = "backspace", ['\e'] = "esc",
        ['-'] = "minus", ['='] = "equal", ['['] = "bracket_left", [']'] = "bracket_right", [';'] = "semicolon", ['\''] = "apostrophe",
        ['`'] = "grave_accent", ['\\'] = "backslash", [','] = "comma", ['.'] = "dot", ['/'] = "slash",
    };

    private const string Shifted = "!@#$%^&*()_+{}:\"~|<>?", Unshifted = "1234567890-=[];'`\\,./";

    private readonly QmpClient _qmp;

    // How long a key is down, and then up, in milliseconds of the guest's time.
    private readonly int _holdTime;

    /// <param name="qmp">The monitor.</param>
    /// <param name="icountShift">How slow the machine is: the driver needs some 100,000 instructions for a key.</param>
    internal KeyboardInput(QmpClient qmp, int icountShift) => (_qmp, _holdTime) = (qmp, 2 << Math.Max(0, icountShift - 4));

    /// <summary>Types a text.</summary>
    /// <param name="text">Characters of ASCII that are on the keyboard; a line feed is Enter.</param>
    public async Task TypeAsync(string text)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, LongestText);
        foreach (char character in text)
            await PressAsync(KeysOf(character));
    }

    /// <summary>Presses keys together, for instance <c>ctrl</c> and <c>c</c>, by the names that QEMU has for them.</summary>
    public Task PressAsync(params string[] keys) => _qmp.ExecuteAsync(
        "send-key",
        new JsonObject
        {
            ["keys"] = new JsonArray([.. keys.Select(key => new JsonObject { ["type"] = "qcode", ["data"] = key })]),
            ["hold-time"] = _holdTime,
        },
        CancellationToken.None);

    private static string[] KeysOf(char character)
    {
        if (_keys.TryGetValue(character, out string? name))
            return [name];
        if (char.IsAsciiLetterUpper(character))
            return ["shift", char.ToLowerInvariant(character).ToString()];
        if (char.IsAsciiLetterOrDigit(character))
            return [character.ToString()];
        int place = Shifted.IndexOf(character, StringComparison.Ordinal);
        return place < 0
            ? throw new ArgumentException($"The keyboard has no key for U+{(int)character:X4}.", nameof(character))
            : ["shift", .. KeysOf(Unshifted[place])];
    }
}
