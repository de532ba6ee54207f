using System;

internal static class Values
{
    internal static void Run()
    {
        Print.Topic("values");
        Randoms();
        Lengths();
        Moments();
        Tuples();
    }

    private static void Randoms()
    {
        foreach (int seed in new[] { 42, 0, -1, int.MinValue, int.MaxValue, 1234567 })
        {
            var random = new Random(seed);
            var bytes = new byte[5];
            random.NextBytes(bytes);
            Print.Line(
                random.Next(), random.Next(100), random.Next(-5, 5), random.NextDouble(), random.NextInt64(), random.NextInt64(1000), random.NextInt64(-9, 9), random.Next(int.MinValue, int.MaxValue),
                random.Next(0), random.Next(1), BitConverter.ToString(bytes), random.Next());
        }

        int[] numbers = [1, 2, 3, 4, 5, 6, 7, 8];
        new Random(5).Shuffle(numbers);
        Print.All(numbers);
        var free = new Random();
        bool isWithin = true;
        for (int i = 0; i < 1000; i++)
            isWithin &= free.Next(10) is >= 0 and < 10 && free.Next(-3, 3) is >= -3 and < 3 && free.NextDouble() is >= 0 and < 1 && free.NextInt64(5) < 5;
        Print.Line(isWithin, Random.Shared.Next(1));
    }

    private static void Lengths()
    {
        var span = new TimeSpan(1, 2, 3, 4, 5);
        Print.Line(
            span, span.Days, span.Hours, span.Minutes, span.Seconds, span.Milliseconds, span.Ticks, span.TotalHours, span.TotalSeconds,
            span.TotalMilliseconds, span.TotalDays, span.TotalMinutes);
        Print.Line(
            TimeSpan.FromSeconds(1.5), TimeSpan.FromMinutes(90), TimeSpan.FromHours(-25), TimeSpan.FromDays(1.5), TimeSpan.FromMilliseconds(1),
            TimeSpan.Zero, TimeSpan.MaxValue, TimeSpan.MinValue, TimeSpan.FromTicks(1), TimeSpan.FromMicroseconds(15));
        Print.Line(
            span + span, span - TimeSpan.FromHours(30), -span, span * 2, span / 2, span / TimeSpan.FromHours(1), span > TimeSpan.Zero,
            span == new TimeSpan(span.Ticks), span.CompareTo(TimeSpan.Zero), span.Negate().Duration() == span, span.ToString("c"));
    }

    private static void Moments()
    {
        foreach (DateTime moment in new[]
        {
            new DateTime(2024, 2, 29), new DateTime(2023, 12, 31, 23, 59, 59, 999), new DateTime(1, 1, 1), new DateTime(9999, 12, 31, 13, 0, 5), new DateTime(2000, 3, 1, 12, 0, 0),
            new DateTime(1900, 2, 28, 1, 2, 3), new DateTime(638_000_000_001_234_567), new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        })
        {
            Print.Line(
                moment, moment.ToString("yyyy-MM-dd HH:mm:ss"), moment.ToString("s"), moment.ToString("u"), moment.ToString("o"),
                moment.ToString("d"), moment.ToString("D"), moment.ToString("g"), moment.ToString("F"), moment.ToString("t"),
                moment.ToString("T"), moment.ToString("f"));
            Print.Line(
                moment.ToString("ddd d MMM yy h:m:s tt fff"), moment.ToString("HH'h'mm.FFF"), moment.ToString("MMMM"), moment.Ticks,
                moment.DayOfYear, (int)moment.DayOfWeek, moment.Hour, moment.Millisecond, moment.TimeOfDay, moment.Date.Day, (int)moment.Kind);
        }

        var start = new DateTime(2024, 1, 31);
        Print.Line(
            start.AddMonths(1), start.AddMonths(-2), start.AddMonths(13), start.AddYears(1), start.AddDays(29.5), start.AddHours(-1),
            start.AddMinutes(1), start.AddSeconds(0.5).Millisecond, start.AddMilliseconds(1).Ticks);
        Print.Line(
            new DateTime(2024, 3, 1) - start, start + TimeSpan.FromDays(1), start - TimeSpan.FromDays(1), start < start.AddDays(1),
            start == new DateTime(2024, 1, 31), start.CompareTo(start.AddTicks(1)), DateTime.IsLeapYear(1900), DateTime.IsLeapYear(2000),
            DateTime.DaysInMonth(2023, 2), start.Equals((object)start));
    }

    private static void Tuples()
    {
        (int A, string B) pair = (1, "x");
        (int a, string b) = pair;
        Print.Line(
            pair, a, b, pair == (1, "x"), pair.Equals((2, "x")), pair.CompareTo((1, "y")), (1, 2, 3), (1, 2, 3, 4, 5, 6, 7),
            ValueTuple.Create(5), ("a", (string?)null), pair.GetHashCode() == (1, "x").GetHashCode());
        int? nothing = null;
        int? five = 5;
        Print.Line(
            nothing, five, nothing ?? 7, five + 1, nothing + 1, five > 3, nothing == null, five.HasValue, nothing.GetValueOrDefault(9),
            five.Equals(5), nothing.ToString() == "", five.GetHashCode(), nothing < five);
        Index last = ^1;
        Range middle = 1..^1;
        Print.Line(last, middle, last.GetOffset(5), middle.GetOffsetAndLength(5), last.Equals(^1), (..).ToString());
    }
}
