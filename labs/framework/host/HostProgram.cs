using System;
using System.Globalization;

namespace Merriwig.Lab;

/// <summary>
/// The table of cases under ordinary .NET: <c>dotnet run</c> in the lab's <c>host</c> folder, with a debugger if you like. Prints the same lines as
/// the guest does on its trace line. An argument is the seed, in hexadecimal.
/// </summary>
internal static unsafe class HostProgram
{
    private static int Main(string[] arguments)
    {
        ulong seed = arguments.Length > 0 ? ulong.Parse(arguments[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture) : 1;
        CaseTable.Run(&Cases.Table, new RandomSource(seed));
        return 0;
    }
}
