using System;
using System.Globalization;

internal static class Fractions
{
    private static readonly double[] Samples =
    [
        0, -0.0, 1, -1, 0.1, 0.5, 1.5, 2.5, 0.125, 0.375, 1.005, 2.675, 99.995, 1234.5678, -1234.5678, 1e15, 1e16, 1e17, 1e21, 123456789012345680, 1e-4, 1e-5, 3.14159265358979,
        1.7976931348623157E+308, 5E-324, 2.2250738585072014E-308, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.1 + 0.2, 1 / 3.0, 2 / 3.0, 100, 1e100,
    ];

    internal static void Run()
    {
        Print.Topic("fractions");
        foreach (double sample in Samples)
            Print.Line(
                sample, (float)sample, sample.ToString("R"), sample.ToString("F2"), sample.ToString("N1"), sample.ToString("E3"),
                sample.ToString("G5"), sample.ToString("P1"), sample.ToString("0.00"), sample.ToString("#,##0.###"));
        foreach (double sample in Samples)
            Print.Line(
                sample.ToString("F0"), sample.ToString("G17"), sample.ToString("E"), sample.ToString("C"),
                sample.ToString(CultureInfo.InvariantCulture), sample.ToString("0.##E+00", CultureInfo.InvariantCulture));
        foreach (string text in new[] { "1.5", " -2.5e3 ", "1e400", "-1e400", "1e-400", ".5", "5.", "1,234.5", "NaN", "Infinity", "-Infinity", "abc", "", "1e", "0x1", "1.7976931348623157E+308", "4.9E-324", "9007199254740993", "0.1" })
            Print.Line(text, double.TryParse(text, out double d), d, float.TryParse(text, out float f), f);
        Print.Line(
            double.Parse("12.5"), double.Parse("1e3", NumberStyles.Float, CultureInfo.InvariantCulture), float.Parse("0.1"),
            double.TryParse("1,5", NumberStyles.Float, null, out _));
        foreach (double sample in new[] { 0.5, 1.5, 2.5, -0.5, -1.5, 2.4, -2.6, 1e300, 0.0 })
            Print.Line(
                Math.Floor(sample), Math.Ceiling(sample), Math.Round(sample), Math.Truncate(sample),
                Math.Round(sample, MidpointRounding.AwayFromZero), Math.Abs(sample), Math.Sign(sample), (long)Math.Clamp(sample, -9, 9));
        Print.Line(
            Math.Round(2.345, 2), Math.Round(2.355, 2), Math.Round(-1.25, 1), Math.Round(1.25, 1, MidpointRounding.AwayFromZero), Math.Sqrt(2),
            Math.Sqrt(16), Math.Sqrt(-1), Math.Min(1.5, double.NaN), Math.Max(-0.0, 0.0), Math.PI, Math.E);
        Print.Line(
            7.5 % 2, -7.5 % 2, 5.25f % 2f, 1e308 * 10, 0.0 / 0.0, 1 / 0.0, (float)0.1 == 0.1, 3.0 / 2, 1.0f / 3, (int)1e9, (double)int.MaxValue,
            (float)16777217, 1e300 % 7.0);
        Print.Line(
            1.5.CompareTo(2.5), double.NaN.CompareTo(1), double.NaN.Equals(double.NaN), double.IsNaN(0), double.IsInfinity(1 / 0.0),
            0.0.Equals(-0.0), 1.5.GetHashCode(), double.Epsilon > 0, double.IsNegative(-0.0), double.IsInteger(3));
    }
}
