using System.Text.RegularExpressions;

namespace Euralios.Grader.Boot;

/// <summary>
/// What is where in the gdb stub's register block. QEMU describes it in XML and the layout has changed between versions, so it is read and
/// not assumed.
/// </summary>
internal sealed partial class RegisterLayout
{
    private readonly List<(string Name, int Bytes)> _registers;

    private RegisterLayout(List<(string, int)> registers) => _registers = registers;

    /// <summary>Reads the target description.</summary>
    public static async Task<RegisterLayout> FetchAsync(GdbClient gdb, CancellationToken cancellation)
    {
        await gdb.AskAsync("qSupported:xmlRegisters=i386", cancellation);
        List<(string, int)> registers = [];
        string target = await DocumentAsync(gdb, "target.xml", cancellation);
        foreach (Match include in IncludePattern().Matches(target))
        {
            string feature = CommentPattern().Replace(await DocumentAsync(gdb, include.Groups[1].Value, cancellation), "");
            foreach (Match register in RegisterPattern().Matches(feature))
                registers.Add((register.Groups[1].Value, int.Parse(register.Groups[2].ValueSpan) / 8));
        }
        return new RegisterLayout(registers);
    }

    /// <summary>Reads the registers of up to 64 bits, by gdb's names.</summary>
    public async Task<Dictionary<string, ulong>> ReadAsync(GdbClient gdb, CancellationToken cancellation)
    {
        byte[] block = Convert.FromHexString(await gdb.AskAsync("g", cancellation));
        Dictionary<string, ulong> values = [];
        int offset = 0;
        foreach ((string name, int bytes) in _registers)
        {
            if (offset + bytes > block.Length)
                break;
            if (bytes <= sizeof(ulong))
            {
                ulong value = 0;
                for (int i = bytes - 1; i >= 0; i--)
                    value = value << 8 | block[offset + i];
                values[name] = value;
            }
            offset += bytes;
        }
        return values.ContainsKey("rip") ? values : throw new MachineException("QEMU's gdb stub describes no x86-64 processor");
    }

    private static async Task<string> DocumentAsync(GdbClient gdb, string name, CancellationToken cancellation)
    {
        string document = "";
        while (true)
        {
            // Answered with "m" and a part, or "l" and the last part.
            string part = await gdb.AskAsync($"qXfer:features:read:{name}:{document.Length:x},7f0", cancellation);
            if (part is not ['m' or 'l', ..])
                throw new MachineException($"QEMU's gdb stub has no description {name}");
            document += part[1..];
            if (part[0] == 'l')
                return document;
        }
    }

    [GeneratedRegex("<xi:include href=\"([^\"]+)\"")]
    private static partial Regex IncludePattern();

    /// <summary>QEMU's descriptions have registers that are commented out.</summary>
    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex CommentPattern();

    [GeneratedRegex("<reg name=\"([^\"]+)\"\\s+bitsize=\"(\\d+)\"")]
    private static partial Regex RegisterPattern();
}
