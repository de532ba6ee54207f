using System;

/// <summary>What C# itself checks, failing: each ends the program, by the vector that stands for failed checks, or by the exception.</summary>
internal static unsafe class FailedChecks
{
    /// <summary>The ways to fail. The host knows them as well.</summary>
    internal static readonly string[] Names =
    [
        "check-index", "check-null", "check-divide", "check-overflow", "check-cast", "check-slice", "check-throw", "check-recursion", "check-heap",
    ];

    private static int[] numbers = new int[4];
    private static int four = 4;
    private static object? text = "text";

    internal static void Fail(string name)
    {
        switch (name)
        {
            case "check-index":
                numbers[four] = 1;
                break;
            case "check-null":
                Console.WriteLine(Nothing().numbers.Length);
                break;
            case "check-divide":
                four /= four - 4;
                break;
            case "check-overflow":
                four = checked(four * int.MaxValue);
                break;
            case "check-cast":
                numbers = (int[])text!;
                break;
            case "check-slice":
                Console.WriteLine(numbers.AsSpan().Slice(four, four).Length);
                break;
            case "check-throw":
                throw new InvalidOperationException("thrown on purpose");
            case "check-recursion":
                Console.WriteLine(Recurse(four));
                break;
            case "check-heap":
                while (four != 0)
                    text = new object[] { text!, new int[1 << 20] };
                break;
        }
    }

    private static Holder Nothing() => text is Holder holder ? holder : null!;

    private static int Recurse(int depth) => depth + Recurse(depth + 1) + Recurse(depth + 2);

    private sealed class Holder
    {
        internal readonly int[] numbers = new int[1];
    }
}
