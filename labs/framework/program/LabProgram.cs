namespace Merriwig.Lab;

/// <summary>
/// Where the program begins. With <c>--case NUMBER SEED</c> it runs one case of the lab's table (number 0 tells how many there are), for the first
/// program; otherwise it does what it is for, as the lab's <c>Entry</c> says.
/// </summary>
internal static unsafe class LabProgram
{
    private const string CaseWord = "--case";

    private static int Main(string[] arguments)
    {
        if (arguments is not [CaseWord, var number, var seed])
            return Entry.Run(arguments);
        if (number == "0")
            CaseTable.Announce(&Cases.Table);
        else
            CaseTable.RunOne(&Cases.Table, new RandomSource(ulong.Parse(seed)), int.Parse(number));
        return 0;
    }
}
