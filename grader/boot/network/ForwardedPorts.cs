using System.Globalization;
using System.Text.RegularExpressions;

namespace Euralios.Grader.Boot;

/// <summary>The ports of the host's loopback that QEMU chose where a <see cref="PortForward"/> let it.</summary>
internal static partial class ForwardedPorts
{
    /// <summary>The host's port for each TCP port of the guest's that one leads to.</summary>
    public static IReadOnlyDictionary<int, int> Parse(string connections) => Line().Matches(connections)
        .ToDictionary(line => Number(line.Groups["guest"]), line => Number(line.Groups["host"]));

    /// <summary>Asks the machine.</summary>
    public static async Task<IReadOnlyDictionary<int, int>> ReadAsync(QmpClient qmp, CancellationToken cancellation) =>
        Parse(await qmp.HumanAsync("info usernet", cancellation));

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"TCP\[HOST_FORWARD\]\s+\d+\s+127\.0\.0\.1\s+(?<host>\d+)\s+\S+\s+(?<guest>\d+)\s")]
    private static partial Regex Line();
}
