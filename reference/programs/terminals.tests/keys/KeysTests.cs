using Euralios.Std;
using NUnit.Framework;

namespace Euralios.Programs.Tests;

/// <summary>Packed codes of keys, and the queue of keys.</summary>
internal sealed class KeysTests
{
    [TestCase("11~", Keys.F1, 0x1B9B31317Eul)]
    [TestCase("15~", Keys.F5, 0x1B9B31357Eul)]
    [TestCase("17~", Keys.F6, 0x1B9B31377Eul)]
    [TestCase("24~", Keys.F12, 0x1B9B32347Eul)]
    [TestCase("A", Keys.ArrowUp, 0x1B9B41ul)]
    [TestCase("H", Keys.Home, 0x1B9B48ul)]
    [TestCase("5~", Keys.PageUp, 0x1B9B357Eul)]
    [TestCase("2~", Keys.Insert, 0x1B9B327Eul)]
    [TestCase("Z", Keys.BackTab, 0x1B9B5Aul)]
    public void A_key_is_its_escape_sequence(string tail, ulong key, ulong code)
    {
        Assert.That(key, Is.EqualTo(code));
        Assert.That(Keys.Pack(System.Text.Encoding.ASCII.GetBytes(tail)), Is.EqualTo(code));
        byte[] unpacked = new byte[6];
        int length = Keys.Unpack(code, unpacked);
        Assert.That(System.Text.Encoding.ASCII.GetString(unpacked, 0, length), Is.EqualTo(tail));
        Assert.That(Keys.IsCharacter(code), Is.False);
    }

    [TestCase(Keys.ArrowUp, KeyModifiers.Control, "1;5A")]
    [TestCase(Keys.ArrowLeft, KeyModifiers.Shift | KeyModifiers.Alt, "1;4D")]
    [TestCase(Keys.PageUp, KeyModifiers.Shift, "5;2~")]
    [TestCase(Keys.F5, KeyModifiers.Shift, "15;2~")]
    [TestCase(Keys.F12, KeyModifiers.Shift | KeyModifiers.Alt | KeyModifiers.Control, "24;8~")]
    [TestCase(Keys.End, KeyModifiers.None, "F")]
    public void Modifiers_are_a_parameter(ulong key, KeyModifiers modifiers, string tail)
    {
        ulong code = Keys.With(key, modifiers);
        Assert.That(code, Is.EqualTo(Keys.Pack(System.Text.Encoding.ASCII.GetBytes(tail))));
        Assert.That(Keys.Without(code, out KeyModifiers found), Is.EqualTo(key));
        Assert.That(found, Is.EqualTo(modifiers));
    }

    [TestCase('a')]
    [TestCase((ulong)Keys.Delete)]
    [TestCase(0x10FFFFul)]
    [TestCase(ulong.MaxValue)]
    [TestCase(0x1B9Bul)]
    public void What_is_no_key_stays_as_it_is(ulong code)
    {
        Assert.That(Keys.With(code, KeyModifiers.Control), Is.EqualTo(code));
        Assert.That(Keys.Without(code, out KeyModifiers modifiers), Is.EqualTo(code));
        Assert.That(modifiers, Is.EqualTo(KeyModifiers.None));
        Assert.That(Keys.Unpack(code, new byte[6]), Is.Zero);
    }

    [Test]
    public void A_full_queue_drops_the_newest()
    {
        var queue = new KeyQueue(3);
        for (int round = 0; round < 5; round++)
        {
            Assert.That(new[] { queue.TryAdd(1), queue.TryAdd(2), queue.TryAdd(3), queue.TryAdd(4) }, Is.EqualTo(new[] { true, true, true, false }));
            for (ulong expected = 1; expected <= 3; expected++)
            {
                Assert.That(queue.TryTake(out ulong key));
                Assert.That(key, Is.EqualTo(expected));
            }

            Assert.That(queue.TryTake(out _), Is.False);
            queue.TryAdd(9);
            queue.Clear();
            Assert.That(queue.Count, Is.Zero);
        }
    }
}
