/// <summary>
/// What the library of types does, printed: a program that runs unchanged on .NET and on EuraliOS. A test runs it on both and compares the lines.
/// </summary>
internal static class Program
{
    internal static void Main()
    {
        Strings.Run();
        Texts.Run();
        WholeNumbers.Run();
        Fractions.Run();
        Characters.Run();
        Arrays.Run();
        Lists.Run();
        Tables.Run();
        Queues.Run();
        Queries.Run();
        Values.Run();
        Language.Run();
    }
}
