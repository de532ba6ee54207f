using System.Text;
using Euralios.Programs.Gopher;
using Euralios.Programs.Tests.Edit;

namespace Euralios.Network.Tests;

/// <summary>The gopher browser, with servers that are texts.</summary>
internal sealed class BrowserTests
{
    private const string Menu = "iWelcome\r\n1Inside\t/in\ta\t70\r\n0Words\t/w\tb\t7000\r\n7Find\t/f\ta\t70\r\n9Data\t/d/data.bin\ta\t70\r\n8Old\t\ta\t23\r\n0Broken\t/x\t\t70\r\n.\r\n";

    private static readonly Dictionary<string, string> Servers = new()
    {
        ["a"] = Menu,
        ["a/1/in"] = "iInside\r\n1Back to the start\t\ta\t70\r\n",
        ["b:7000/0/w"] = string.Concat(Enumerable.Range(1, 100).Select(number => $"line {number}\r\n")) + ".\r\n",
        ["somewhere/0/x"] = "nothing much",
        ["a/7/f?two words"] = "0Found\t/w\tb\t7000\r\n",
    };

    [Test]
    public void A_menu_is_shown_with_numbers()
    {
        var person = new Person("a");
        Assert.That(person.Screen, Is.EqualTo(
            $"""
             {"a".PadRight(73)}1-7/7
                      Welcome
               1 DIR  Inside
               2 TXT  Words
               3 FIND Find
               4 BIN  Data
               5 TEL  Old
               6 TXT  Broken
            """));
        Assert.That(person.Chosen, Is.EqualTo("Inside"));
    }

    [TestCase("<Down>", "Words")]
    [TestCase("<Down><Down>", "Find")]
    [TestCase("<Down><Up>", "Inside")]
    [TestCase("<Down><Down><Down><Down><Down><Down><Down><Down>", "Broken")]
    [TestCase("<Up><Up>", "Inside")]
    [TestCase("4", "Data")]
    [TestCase("9", "Inside", "There is no link 9")]
    [TestCase("<Down>6", "Broken", "Link 6")]
    [TestCase("6<Back>", "Broken", "")]
    [TestCase("x", "Inside", "? shows the keys")]
    [TestCase("5<Enter>", "Old", "A link of this kind (TEL) cannot be followed")]
    [TestCase("6<Enter>", "Broken", "The link has no valid host")]
    [TestCase("a", "Inside", "This is the first document")]
    [TestCase("l", "Inside", "There is nothing to go forward to")]
    [TestCase("gnot a place<Enter>", "Inside", "That is no place: HOST, HOST:PORT or gopher://HOST/1SELECTOR")]
    [TestCase("gx<Esc>", "Inside", "")]
    [TestCase("gnobody<Enter>", "Inside", "nobody: Host not found")]
    public void Links_are_chosen(string keys, string chosen, string? message = null)
    {
        var person = new Person("a");
        person.Press(keys);
        Assert.That(person.Chosen, Is.EqualTo(chosen));
        if (message is not null)
            Assert.That(person.LastRow, Is.EqualTo(message));
    }

    [TestCase("<Enter>", "a/1/in")]
    [TestCase("2<Enter>", "b:7000/0/w")]
    [TestCase("<Enter><Left>", "a")]
    [TestCase("<Enter>ad", "a/1/in")]
    [TestCase("<Enter>jl", "a/1/in")]
    [TestCase("<Enter><Back><Right>", "a/1/in")]
    [TestCase("<Enter><Enter>aa<Right>", "a/1/in")]
    [TestCase("<Enter>a2<Enter>d", "b:7000/0/w", TestName = "Documents: what came after is gone when another is opened")]
    [TestCase("3<Enter>two words<Enter>", "a/7/f \"two words\"")]
    [TestCase("3<Enter>two wordss<Back><Enter>", "a/7/f \"two words\"")]
    [TestCase("3<Enter><Enter>", "a")]
    [TestCase("gb:7000/0/w<Enter>", "b:7000/0/w")]
    [TestCase("<Enter>r", "a/1/in")]
    [TestCase("?", "Keys")]
    [TestCase("?<Down>", "Keys")]
    [TestCase("?q", "a")]
    public void Documents(string keys, string title)
    {
        var person = new Person("a");
        person.Press(keys);
        Assert.That(person.Title, Is.EqualTo(title));
    }

    [TestCase("", "1-23/100")]
    [TestCase("<Down>", "2-24/100")]
    [TestCase("<Up>", "1-23/100")]
    [TestCase("<PageDown>", "23-45/100")]
    [TestCase("s", "23-45/100")]
    [TestCase(" k", "45-67/100")]
    [TestCase("kkw", "23-45/100")]
    [TestCase("ki", "1-23/100")]
    [TestCase("<End>", "78-100/100")]
    [TestCase("<End><PageDown><Down>", "78-100/100")]
    [TestCase("<End><Home>", "1-23/100")]
    [TestCase("<PageDown><Left>2<Enter>", "1-23/100")]
    [TestCase("<PageDown>a d", "23-45/100", TestName = "Pages: forward again, where it was left")]
    public void Pages(string keys, string place)
    {
        var person = new Person("a");
        person.Press("2<Enter>" + keys);
        Assert.That(person.Place, Is.EqualTo(place));
    }

    [TestCase("4<Enter><Enter>", "a/9/d/data.bin > data.bin")]
    [TestCase("4<Enter><C-u>x<Enter>", "a/9/d/data.bin > x")]
    [TestCase("2<Enter><C-s><Enter>", "b:7000/0/w > w")]
    [TestCase("4<Enter><Esc>", "")]
    public void Files_are_saved(string keys, string saved)
    {
        var person = new Person("a");
        person.Press(keys);
        Assert.That(person.Saved, Is.EqualTo(saved));
        if (saved.Length > 0)
            Assert.That(person.LastRow, Is.EqualTo($"3 bytes saved in {saved.Split(' ')[^1]}"));
    }

    [Test]
    public void A_question_is_shown_with_its_answer()
    {
        var person = new Person("a");
        person.Press("3<Enter>words");
        Assert.That(person.LastRow, Is.EqualTo("Search for: words"));
    }

    [Test]
    public void Long_lines_are_wrapped()
    {
        var person = new Person("long");
        person.Show("0", "a".PadRight(70, 'x') + " " + new string('y', 100));
        Assert.That(person.Screen.Split('\n')[1..], Is.EqualTo(new[] { "a".PadRight(70, 'x'), new string('y', 80), new string('y', 20) }));
    }

    [Test]
    public void Whatever_a_server_sends_only_the_screen_s_own_sequences_reach_the_terminal([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 30; i++)
        {
            byte[] bytes = new byte[random.Next(3000)];
            for (int at = 0; at < bytes.Length; at++)
                bytes[at] = random.Next(4) == 0 ? (byte)"\t\r\n01i\e[2J\u009b"[random.Next(11)] : (byte)random.Next(256);
            var person = new Person("a");
            person.Show(random.Next(2) == 0 ? "0" : "1", Encoding.Latin1.GetString(bytes));
            person.Press("<Down><Enter><PageDown><Home>");
            Assert.That(person.Written.Replace("\e[", "", StringComparison.Ordinal).Any(char.IsControl), Is.False);
            Assert.That(person.Written, Does.Not.Match("\e\\[[0-9;]*[^0-9;mHJKCSTr]"));
        }
    }

    [Test]
    public void History_does_not_grow_without_end()
    {
        var history = new History();
        string large = new('x', 1 << 20);
        for (int i = 0; i < 3 * History.MostVisits; i++)
            history.Add(new Visit(Request($"h{i}")) { View = new PageView(GopherDocument.Parse('0', Encoding.UTF8.GetBytes(large), isCut: false), 80, 23) });
        int visits = 1;
        int kept = 1;
        for (; history.Before is { } visit; visits++)
        {
            kept += visit.View is null ? 0 : 1;
            history.Move(-1);
        }

        Assert.That(visits, Is.EqualTo(History.MostVisits));
        Assert.That(kept, Is.InRange(5, 8));
        Assert.That(history.Current!.Request.Address.Host, Is.EqualTo("h200"));
    }

    [Test]
    public void What_was_forgotten_is_asked_for_again_and_looked_at_where_it_was_left()
    {
        var person = new Person("a");
        person.Press("2<Enter><PageDown>");
        for (int i = 0; i < 12; i++)
        {
            person.Press("ghuge/0/x<Enter>");
            person.Show("0", new string('x', 1 << 20));
        }

        person.Press("aaaaaaaaaaaa");
        Assert.That((person.Title, person.Place), Is.EqualTo(("b:7000/0/w", "23-45/100")));
    }

    private static GopherRequest Request(string place) => new(GopherAddress.TryParse(place, out GopherAddress? address) ? address! : throw new ArgumentException(place));

    /// <summary>Somebody at a browser.</summary>
    private sealed class Person
    {
        private readonly Browser browser = new(80, 25);
        private readonly BrowserView view = new(80, 25);
        private readonly ScreenUpdate update = new();
        private readonly StringBuilder written = new();

        internal Person(string place)
        {
            browser.Open(Request(place).Address);
            Settle();
        }

        internal string Title => browser.Title;

        internal string Saved { get; private set; } = "";

        internal string Chosen => browser.View!.Chosen < 0 ? "" : browser.View.Document.Line(browser.View.Chosen).Title;

        internal string Screen => string.Join('\n', Enumerable.Range(0, 24).Select(Row)).TrimEnd('\n');

        internal string Place => Row(0).Trim().Split(' ')[^1];

        internal string LastRow => Row(24).Trim();

        /// <summary>All that went to the terminal.</summary>
        internal string Written => written.ToString();

        internal void Press(string keys)
        {
            foreach (ConsoleKeyInfo key in Keyboard.Keys(keys))
            {
                browser.Press(key);
                Settle();
            }
        }

        internal void Show(string type, string contents)
        {
            browser.Show(
                new Errand(ErrandKind.Visit, Request($"somewhere/{type}/x")), GopherDocument.Parse(type[0], Encoding.Latin1.GetBytes(contents), isCut: false));
            Draw();
        }

        private void Settle()
        {
            while (browser.Errand is { } errand)
            {
                Draw();
                string place = errand.Request.Address + (errand.Request.Query is null ? "" : $"?{errand.Request.Query}");
                if (errand.Kind == ErrandKind.Save)
                {
                    Saved = $"{place} > {errand.Path}";
                    browser.Saved(errand, 3);
                }
                else if (Servers.TryGetValue(place, out string? contents))
                {
                    browser.Show(errand, GopherDocument.Parse(errand.Request.Address.Type, Encoding.UTF8.GetBytes(contents), isCut: false));
                }
                else
                {
                    browser.Fail(errand, "Host not found");
                }
            }

            Draw();
        }

        private void Draw()
        {
            view.Draw(browser);
            written.Append(Encoding.UTF8.GetString(update.To(view.Screen)));
        }

        private string Row(int row)
        {
            Draw();
            return string.Concat(view.Screen.Row(row).ToArray().Select(cell => char.ConvertFromUtf32((int)Programs.FullScreen.Screen.CharacterOf(cell)))).TrimEnd();
        }
    }
}
