using System;
using Euralios.Std;

/// <summary>
/// Tries in ring 3 what C# promises there: one line for each part that holds, and the number of those that do not as the program's status.
/// </summary>
internal static class Program
{
    private static int failures;

    private static int Main(string[] args)
    {
        Check("arguments", args.Length == 2 && args[1] == "größer" && Arguments.Words.Length == 3);
        Check("strings", Strings());
        Check("numbers", Numbers());
        Check("interpolation", Interpolation());
        Check("arrays", Arrays());
        Check("array stores", ArrayStores());
        Check("boxes", Boxes());
        Check("interfaces", Interfaces());
        Check("casts", Casts());
        Check("delegates", Delegates());
        Check("statics", Statics());
        Check("using and finally", Finally());
        Check("memory", MemoryIsZeroed());
        Check("vector registers", Trial.SseCanary(0x1234_5678_9ABC_DEF1, 100_000) == 1);
        Console.WriteLine($"{"done",8}|{failures,-4}|{255:x4}|{-1:X}|{'c'}|{true}|{DayOfWeek.Tuesday}");
        return failures;
    }

    private static void Check(string name, bool holds)
    {
        failures += holds ? 0 : 1;
        Console.WriteLine($"{name}: {(holds ? "ok" : "FAILED")}");
    }

    private static bool Strings()
    {
        string a = Id("abc");
        string all = a + "-" + Id("d") + 'e' + null;
        return all == "abc-de" && all.Length == 6 && all.Substring(2, 3) == "c-d" && all.IndexOf('d') == 4
            && string.Join(", ", "x", "y", "z") == "x, y, z" && new string('=', 3) == "===" && string.Concat("1", "2", "3", "4", "5") == "12345"
            && all.StartsWith('a') && !all.Contains('z') && string.IsNullOrEmpty(new string(new char[0]))
            && Text.FromUtf8(Text.ToUtf8("aé€😀")) == "aé€😀" && Text.ToUtf8("aé€😀").Length == 10;
    }

    private static bool Numbers() =>
        int.MinValue.ToString() == "-2147483648" && long.MinValue.ToString() == "-9223372036854775808" && ulong.MaxValue.ToString() == "18446744073709551615"
        && ((sbyte)-1).ToString("x") == "ff" && 0.ToString() == "0" && 42u.ToString("D5") == "00042" && (-5).ToString("D3") == "-005"
        && 0xBEEF.ToString("X8") == "0000BEEF" && ((short)-300).ToString() == "-300";

    private static bool Interpolation()
    {
        int n = Id(42);
        object boxed = Id(7);
        return $"{n}|{n,5}|{n,-5}|{n:x4}|{boxed}|{Id("s")}|{null}|{Id(DayOfWeek.Monday)}" == "42|   42|42   |002a|7|s||1"
            && $"{new string('x', 300)}{n}".Length == 302;
    }

    private static bool Arrays()
    {
        int[] numbers = [3, 1, 2];
        int sum = 0;
        foreach (int number in numbers)
            sum += number;
        Span<int> part = numbers.AsSpan(1, 2);
        part[0] = 10;
        string[] names = new string[Id(3)];
        names[2] = "two";
        var copy = new int[3];
        Array.Copy(numbers, copy, 3);
        int[][] nested = [[1], [2, 3]];
        return sum == 6 && numbers[1] == 10 && names[0] is null && names[2] == "two" && copy[1] == 10 && nested[1][1] == 3 && numbers[^1] == 2
            && part.ToArray().Length == 2;
    }

    private static bool ArrayStores()
    {
        object[] objects = Id<object[]>(new string[2]);
        objects[0] = "text";
        IShape[] shapes = new IShape[2];
        shapes[Id(1)] = new Square(2);
        object[] mixed = [1, "a", shapes];
        return (string)objects[0] == "text" && shapes[1].Area() == 4 && mixed.Length == 3 && mixed[2] is IShape[];
    }

    private static bool Boxes()
    {
        object number = Id(5);
        object nullable = Id<int?>(6)!;
        object nothing = Id<int?>(null)!;
        object day = Id(DayOfWeek.Friday);
        int? back = (int?)nullable;
        object pair = new Pair { A = 1, B = 2, C = 3 };
        return (int)number == 5 && (int)nullable == 6 && nothing is null && (DayOfWeek)day == DayOfWeek.Friday && (int)day == 5 && back == 6
            && number.Equals(5) && ((Pair)pair).C == 3 && number is not long && number.ToString() == "5" && BoxOf<long?>(9) is long and 9
            && BoxOf<byte?>(null) is null && BoxOf<Pair?>(new Pair { B = 4 }) is Pair { B: 4 };
    }

    private static bool Interfaces()
    {
        IShape[] shapes = [new Square(2), new Rectangle(2, 3), new Tall(2, 3), new Dot(), new Point { X = 1 }];
        int sum = 0;
        foreach (IShape shape in shapes)
            sum += Area(shape);
        return sum == 4 + 6 + 60 + 0 + 1 && Scale(new Tall(1, 1), 2.5, 4) == 10 + 10 && Generic(new Square(5)) == 25 && Generic(new Point { X = 3 }) == 3;
    }

    private static bool Casts()
    {
        object tall = Id<object>(new Tall(1, 1));
        object names = Id<object>(new string[1]);
        return tall is Rectangle && tall is IShape && tall is not Square && tall is INamed && names is object[] && names is string[] && names is not int[]
            && names is Array && names is not string && Id<object>("s") is not string[] && Id<object>(new int[1]) is not object[] and not uint[]
            && Id<object>(new IShape[0]) is object[] and not string[] && Id<object>(new Square[0]) is IShape[] && tall as INamed is { Name: "tall" };
    }

    private static bool Delegates()
    {
        int total = 0;
        Action<int> add = n => total += n;
        Func<int, int, int> times = static (a, b) => a * b;
        Func<int> area = new Square(3).Area;
        Func<int> throughInterface = Id<IShape>(new Tall(1, 1)).Area;
        add(2);
        add(3);
        return total == 5 && times(6, 7) == 42 && area() == 9 && throughInterface() == 10 && Apply(Twice, 4) == 8;
    }

    private static bool Statics() =>
        Table.Words[1] == "one" && Table.Made == 1 && Table.Words.Length == 2 && Table.Made == 1 && Table.Primes[2] == 5 && Table.Name == "table"
        && Counter<int>.Next() == 1 && Counter<string>.Next() == 1 && Counter<int>.Next() == 2;

    private static bool Finally()
    {
        var log = new Log();
        using (new Scope(log))
            log.Add('b');
        foreach (char character in "xy")
            log.Add(character);
        return log.Text == "abcxy";
    }

    private static bool MemoryIsZeroed()
    {
        for (int i = 0; i < 1000; i++)
        {
            byte[] bytes = new byte[Id(5000)];
            foreach (byte value in bytes)
            {
                if (value != 0)
                    return false;
            }

            Array.Fill(bytes, (byte)1);
        }

        return true;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static T Id<T>(T value) => value;

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static object? BoxOf<T>(T value) => value;

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static int Area(IShape shape) => shape.Area();

    /// <summary>The call's arguments, floating ones among them, survive the search for the method.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static double Scale(IShape shape, double factor, int times) => shape.Scaled(factor, times) + shape.Area();

    private static int Generic<T>(T shape)
        where T : IShape => shape.Area();

    private static int Twice(int n) => n * 2;

    private static int Apply(Func<int, int> function, int n) => function(n);
}
