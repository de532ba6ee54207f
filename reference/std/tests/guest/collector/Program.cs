using System;

/// <summary>
/// Programs for the collector: the first argument names one. Each checks the contents of what it keeps, so a live object that was lost, or memory that was
/// given out twice, shows. The status is the number of objects that were wrong.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        int wrong = args[0] switch
        {
            "churn" => Churn.Run(Number(args[1])),
            "graphs" => Graphs.Run(Number(args[1]), Number(args[2])),
            "threads" => Threads.Run(Number(args[1])),
            "returns" => Returns.Run(),
            _ => -1,
        };
        Console.WriteLine($"[collector] {args[0]}: {wrong} wrong, {(GC.CollectionCount(0) > 0 ? "collected" : "never collected")}");
        return wrong;
    }

    private static int Number(string text)
    {
        int number = 0;
        foreach (char digit in text)
            number = (number * 10) + digit - '0';
        return number;
    }
}
