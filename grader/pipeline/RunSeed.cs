using System.Security.Cryptography;
using System.Text;

namespace Euralios.Grader.Pipeline;

/// <summary>
/// The seed of a run: 16 bytes from which every boot's own seed follows, so that one number repeats all of it. Nothing of a boot's seed
/// can be had from another boot's.
/// </summary>
public sealed record RunSeed
{
    private const int Size = 16;

    private readonly byte[] bytes;

    private RunSeed(byte[] bytes) => this.bytes = bytes;

    /// <summary>A student's own run: different every time.</summary>
    public static RunSeed Random() => new(RandomNumberGenerator.GetBytes(Size));

    /// <summary>A graded run: the same for the same submission, and not to be guessed without the course's key.</summary>
    public static RunSeed ForSubmission(byte[] courseKey, string submission, string lab) => new(Derive(courseKey, submission, lab));

    /// <summary>The seed of a report, as 32 hexadecimal digits.</summary>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RunSeed? seed)
    {
        seed = text.Length == 2 * Size && text.All(char.IsAsciiHexDigit) ? new(Convert.FromHexString(text)) : null;
        return seed is not null;
    }

    /// <summary>The 16 bytes that a boot's guest is given.</summary>
    public byte[] ForBoot(string lab, string boot) => Derive(bytes, lab, boot);

    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(bytes);

    /// <summary>The length goes in front of each part: otherwise "a" with "bc" would be "ab" with "c".</summary>
    private static byte[] Derive(byte[] key, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
        {
            var text = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(text.Length));
            hash.AppendData(text);
        }

        return hash.GetHashAndReset()[..Size];
    }
}
