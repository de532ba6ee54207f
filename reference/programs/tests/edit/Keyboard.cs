namespace Euralios.Programs.Tests.Edit;

/// <summary>
/// Keys written as text: characters are themselves, others stand in angle brackets, with C- for Ctrl and S- for Shift: <c>x&lt;C-S-Right&gt;&lt;C-z&gt;</c>.
/// </summary>
internal static class Keyboard
{
    internal static IEnumerable<ConsoleKeyInfo> Keys(string script)
    {
        for (int i = 0; i < script.Length; i++)
        {
            int end = script.IndexOf('>', i);
            if (script[i] != '<' || end < 0)
            {
                yield return new ConsoleKeyInfo(script[i], ConsoleKey.None, false, false, false);
                continue;
            }

            yield return Key(script[(i + 1)..end]);
            i = end;
        }
    }

    private static ConsoleKeyInfo Key(string name)
    {
        bool control = name.StartsWith("C-", StringComparison.Ordinal);
        name = control ? name[2..] : name;
        bool shift = name.StartsWith("S-", StringComparison.Ordinal);
        name = shift ? name[2..] : name;
        if (name.Length == 1)
            return new ConsoleKeyInfo((char)(char.ToUpperInvariant(name[0]) - '@'), ConsoleKey.A + (char.ToUpperInvariant(name[0]) - 'A'), false, false, true);
        (char character, ConsoleKey key) = name switch
        {
            "Enter" => ('\r', ConsoleKey.Enter),
            "Tab" => ('\t', ConsoleKey.Tab),
            "Back" => ('\b', ConsoleKey.Backspace),
            "Esc" => ('\e', ConsoleKey.Escape),
            "Del" => ('\0', ConsoleKey.Delete),
            "Left" or "Right" or "Up" or "Down" => ('\0', Enum.Parse<ConsoleKey>(name + "Arrow")),
            _ => ('\0', Enum.Parse<ConsoleKey>(name)),
        };
        return new ConsoleKeyInfo(character, key, shift, false, control);
    }
}
