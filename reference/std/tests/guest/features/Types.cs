using System;

/// <summary>What the checks are about.</summary>
internal enum DayOfWeek
{
    Sunday,
    Monday,
    Tuesday,
    Friday = 5,
}

internal struct Pair
{
    internal int A;
    internal int B;
    internal int C;
}

internal interface INamed
{
    string Name { get; }
}

internal interface IShape
{
    int Area();

    double Scaled(double factor, int times);
}

internal sealed class Square(int side) : IShape
{
    public int Area() => side * side;

    public double Scaled(double factor, int times) => factor * times * side;
}

internal class Rectangle(int width, int height) : IShape
{
    public virtual int Area() => width * height;

    public double Scaled(double factor, int times) => factor * times;
}

internal sealed class Tall(int width, int height) : Rectangle(width, height), INamed
{
    public string Name => "tall";

    public override int Area() => base.Area() * 10;
}

internal sealed class Dot : IShape
{
    int IShape.Area() => 0;

    double IShape.Scaled(double factor, int times) => 0;
}

internal struct Point : IShape
{
    internal int X;

    public readonly int Area() => X;

    public readonly double Scaled(double factor, int times) => factor * X;
}

internal static class Table
{
    internal static readonly string[] Words = Make();
    internal static readonly int[] Primes = [2, 3, 5];
    internal static string Name = "table";

    internal static int Made { get; private set; }

    private static string[] Make()
    {
        Made++;
        return ["zero", "one"];
    }
}

internal static class Counter<T>
{
    private static int count;

    internal static int Next() => ++count;
}

internal sealed class Log
{
    internal string Text { get; private set; } = "";

    internal void Add(char character) => Text += character;
}

internal sealed class Scope : IDisposable
{
    private readonly Log log;

    internal Scope(Log log)
    {
        this.log = log;
        log.Add('a');
    }

    public void Dispose() => log.Add('c');
}
