using System;
using NUnit.Framework;

namespace Euralios.Std.Tests;

internal sealed class KeyCodeTests
{
    private const ConsoleModifiers None = 0;

    [TestCase((ulong)'a', 'a', ConsoleKey.A, None)]
    [TestCase((ulong)'Z', 'Z', ConsoleKey.Z, ConsoleModifiers.Shift)]
    [TestCase((ulong)'7', '7', ConsoleKey.D7, None)]
    [TestCase((ulong)' ', ' ', ConsoleKey.Spacebar, None)]
    [TestCase((ulong)'é', 'é', ConsoleKey.None, None)]
    [TestCase(1ul, '\x1', ConsoleKey.A, ConsoleModifiers.Control)]
    [TestCase(8ul, '\b', ConsoleKey.Backspace, None)]
    [TestCase(9ul, '\t', ConsoleKey.Tab, None)]
    [TestCase(10ul, '\r', ConsoleKey.Enter, None)]
    [TestCase(27ul, '\x1B', ConsoleKey.Escape, None)]
    [TestCase(127ul, '\0', ConsoleKey.Delete, None)]
    [TestCase(0x1B9B41ul, '\0', ConsoleKey.UpArrow, None)]
    [TestCase(0x1B9B48ul, '\0', ConsoleKey.Home, None)]
    [TestCase(0x1B9B327Eul, '\0', ConsoleKey.Insert, None)]
    [TestCase(0x1B9B367Eul, '\0', ConsoleKey.PageDown, None)]
    [TestCase(0x1B9B31317Eul, '\0', ConsoleKey.F1, None)]
    [TestCase(0x1B9B31377Eul, '\0', ConsoleKey.F6, None)]
    [TestCase(0x1B9B32347Eul, '\0', ConsoleKey.F12, None)]
    [TestCase(0x1B9B313B3541ul, '\0', ConsoleKey.UpArrow, ConsoleModifiers.Control)]
    [TestCase(0x1B9B333B347Eul, '\0', ConsoleKey.Delete, ConsoleModifiers.Shift | ConsoleModifiers.Alt)]
    [TestCase(0x1B9B5Aul, '\t', ConsoleKey.Tab, ConsoleModifiers.Shift)]
    [TestCase(0x1B9B3F41ul, '\0', ConsoleKey.None, None)]
    [TestCase(0x1B00_0000ul, '\0', ConsoleKey.None, None)]
    [TestCase(ulong.MaxValue, '\0', ConsoleKey.None, None)]
    public void A_code_is_a_key(ulong code, char character, ConsoleKey key, ConsoleModifiers modifiers)
    {
        ConsoleKeyInfo decoded = KeyCode.Decode(code);
        Assert.That((decoded.KeyChar, decoded.Key, decoded.Modifiers), Is.EqualTo((character, key, modifiers)));
    }
}
