using System.Collections.Generic;

namespace System.Linq;

// Sums and averages.
public static partial class Enumerable
{
    public static int Sum(this IEnumerable<int> source)
    {
        int sum = 0;
        foreach (int element in source)
            sum = checked(sum + element);
        return sum;
    }

    public static int? Sum(this IEnumerable<int?> source) =>
        source.Select(element => element.GetValueOrDefault()).Sum();

    public static int Sum<TSource>(this IEnumerable<TSource> source, Func<TSource, int> selector) => source.Select(selector).Sum();

    public static double Average(this IEnumerable<int> source)
    {
        long sum = 0;
        long count = 0;
        foreach (int element in source)
        {
            sum = checked(sum + element);
            count++;
        }

        if (count == 0)
            throw NoElements();
        return (double)((double)sum / count);
    }

    public static double Average<TSource>(this IEnumerable<TSource> source, Func<TSource, int> selector) => source.Select(selector).Average();

    public static long Sum(this IEnumerable<long> source)
    {
        long sum = 0;
        foreach (long element in source)
            sum = checked(sum + element);
        return sum;
    }

    public static long? Sum(this IEnumerable<long?> source) =>
        source.Select(element => element.GetValueOrDefault()).Sum();

    public static long Sum<TSource>(this IEnumerable<TSource> source, Func<TSource, long> selector) => source.Select(selector).Sum();

    public static double Average(this IEnumerable<long> source)
    {
        long sum = 0;
        long count = 0;
        foreach (long element in source)
        {
            sum = checked(sum + element);
            count++;
        }

        if (count == 0)
            throw NoElements();
        return (double)((double)sum / count);
    }

    public static double Average<TSource>(this IEnumerable<TSource> source, Func<TSource, long> selector) => source.Select(selector).Average();

    public static float Sum(this IEnumerable<float> source)
    {
        double sum = 0;
        foreach (float element in source)
            sum += element;
        return (float)sum;
    }

    public static float? Sum(this IEnumerable<float?> source) =>
        source.Select(element => element.GetValueOrDefault()).Sum();

    public static float Sum<TSource>(this IEnumerable<TSource> source, Func<TSource, float> selector) => source.Select(selector).Sum();

    public static float Average(this IEnumerable<float> source)
    {
        double sum = 0;
        long count = 0;
        foreach (float element in source)
        {
            sum += element;
            count++;
        }

        if (count == 0)
            throw NoElements();
        return (float)((double)sum / count);
    }

    public static float Average<TSource>(this IEnumerable<TSource> source, Func<TSource, float> selector) => source.Select(selector).Average();

    public static double Sum(this IEnumerable<double> source)
    {
        double sum = 0;
        foreach (double element in source)
            sum += element;
        return sum;
    }

    public static double? Sum(this IEnumerable<double?> source) =>
        source.Select(element => element.GetValueOrDefault()).Sum();

    public static double Sum<TSource>(this IEnumerable<TSource> source, Func<TSource, double> selector) => source.Select(selector).Sum();

    public static double Average(this IEnumerable<double> source)
    {
        double sum = 0;
        long count = 0;
        foreach (double element in source)
        {
            sum += element;
            count++;
        }

        if (count == 0)
            throw NoElements();
        return (double)(sum / count);
    }

    public static double Average<TSource>(this IEnumerable<TSource> source, Func<TSource, double> selector) => source.Select(selector).Average();
}
