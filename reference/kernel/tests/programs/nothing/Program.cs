/// <summary>The smallest program in C#: all that it does is to start and to end.</summary>
internal static class Program
{
    private static int Main() => 0;
}
