using System;
using System.Collections.Generic;
using System.Linq;

internal static class Language
{
    private interface INamed
    {
        string Name { get; }

        string Greeting => "Hello, " + Name;
    }

    private static event Action<string>? Said;

    internal static void Run()
    {
        Print.Topic("language");
        Events();
        Patterns();
        Iterators();
        Variance();
        Defaults();
        Locks();
        Records();
    }

    private static void Events()
    {
        string heard = "";
        Action<string> first = text => heard += "1" + text;
        Action<string> second = text => heard += "2" + text;
        Said += first;
        Said += second;
        Said += first;
        Said?.Invoke("a");
        Said -= first;
        Said?.Invoke("b");
        Said -= second;
        Said -= second;
        Said?.Invoke("c");
        Said -= first;
        Print.Line(heard, Said is null);
        Action all = Hello;
        all += Hello;
        all += new Counter(5).Tell;
        all();
        Print.Line(all.GetInvocationList().Length, all == (Action)Hello + Hello, (Action)Hello == Hello, ((Action)Hello).Equals((Action)Hello));
        Func<int> numbers = () => 1;
        numbers += () => 2;
        Print.Line(numbers());

        static void Hello() => Print.Line("hello");
    }

    private static void Patterns()
    {
        foreach (object? value in new object?[] { 1, -5, "text", "", null, 2.5, new[] { 1, 2, 3 }, (1, 2), 'c', new Person("Ada", 36) })
        {
            Print.Line(value switch
            {
                int and > 0 => "positive",
                int n => "number " + n,
                string { Length: 0 } => "empty",
                string text => "text " + text.Length,
                double d => "double " + d,
                int[] and [1, .. var rest] => "list and " + rest.Length,
                ValueTuple<int, int> pair => "pair " + (pair.Item1 + pair.Item2),
                Person { Age: > 30 } person => person.Name,
                null => "nothing",
                _ => "else",
            });
        }
    }

    private static void Iterators()
    {
        Print.All(Fibonacci().TakeWhile(n => n < 60));
        Print.All(new Counter(4));
        string log = "";
        foreach (int n in Logged(text => log += text))
        {
            if (n == 1)
                break;
        }

        Print.Line(log);
    }

    private static IEnumerable<int> Fibonacci()
    {
        (int a, int b) = (0, 1);
        while (true)
        {
            yield return a;
            (a, b) = (b, a + b);
        }
    }

    private static IEnumerable<int> Logged(Action<string> log)
    {
        try
        {
            for (int i = 0; i < 5; i++)
            {
                log("i" + i);
                yield return i;
            }
        }
        finally
        {
            log("end");
        }
    }

    private static void Variance()
    {
        Func<object, string> general = o => o + "!";
        Func<string, object> special = general;
        IEnumerable<object> objects = new List<string> { "a" }.Where(_ => true);
        IComparer<string> comparer = Comparer<object>.Create((a, b) => string.CompareOrdinal((string)b, (string)a));
        string[] words = ["a", "c", "b"];
        Array.Sort(words, comparer);
        Print.Line(
            special("x"), string.Concat(objects), string.Join("", words), (object)general is Func<int, string>,
            (object)new List<int>() is IEnumerable<object>);
    }

    private static void Defaults()
    {
        INamed[] all = [new Short(), new Long()];
        foreach (INamed named in all)
            Print.Line(named.Greeting);
    }

    private static void Locks()
    {
        var guard = new System.Threading.Lock();
        int count = 0;
        lock (guard)
        {
            lock (guard)
                count++;
            Print.Line(guard.IsHeldByCurrentThread);
        }

        using (guard.EnterScope())
            count++;
        Print.Line(count, guard.IsHeldByCurrentThread, guard.TryEnter());
        guard.Exit();
    }

    private static void Records()
    {
        var ada = new Person("Ada", 36);
        Person older = ada with { Age = 37 };
        Print.Line(ada, older, ada == new Person("Ada", 36), ada.Equals(older), ada.GetHashCode() == new Person("Ada", 36).GetHashCode());
        Print.Line(HashCode.Combine(1, "a") == HashCode.Combine(1, "a"), HashCode.Combine(1, "a") == HashCode.Combine("a", 1));
        (string name, int age) = ada;
        Print.Line(name, age, new Place(1, 2.5), new Place(1, 2.5) == new Place(1, 2.5));
        Print.Line(
            new Point(1, 2).Equals(new Point(1, 2)), Equals(new Point(1, 2), new Point(2, 1)), Equals(null, null), ReferenceEquals(ada, ada));
    }

    private readonly record struct Place(int X, double Y);

    private sealed class Counter(int end) : IEnumerable<int>
    {
        internal void Tell() => Print.Line("counter " + end);

        public IEnumerator<int> GetEnumerator()
        {
            for (int i = 0; i < end; i++)
                yield return i;
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Short : INamed
    {
        public string Name => "short";
    }

    private sealed class Long : INamed
    {
        public string Name => "long";

        string INamed.Greeting => "Good day, " + Name;
    }
}
