using System;
using System.Security.Cryptography;

namespace Euralios.Std;

/// <summary>Passwords as they are kept: <c>ROUNDS$SALT$HASH</c>, the latter two in hexadecimal; PBKDF2 (RFC 8018, 5.2) with HMAC-SHA-256.</summary>
public static partial class PasswordHash
{
    private const int Rounds = 1000;
    private const int MostRounds = 1_000_000;
    private const int SaltLength = 16;

    /// <summary>What is kept of a password. An empty one is kept as an empty text: nobody is asked for it.</summary>
    /// <param name="password">The password.</param>
    /// <param name="salt">16 bytes that no other password has.</param>
    public static string Make(string password, ReadOnlySpan<byte> salt) =>
        password.Length == 0 ? "" : $"{Rounds}${Hexadecimal(salt)}${Hexadecimal(Derive(password, salt, Rounds))}";

    /// <summary>Whether a password is the one that was kept. What is malformed is nobody's password.</summary>
    public static bool Matches(string password, string kept)
    {
        if (kept.Length == 0)
            return password.Length == 0;
        string[] parts = kept.Split('$');
        if (parts.Length != 3
            || !int.TryParse(parts[0], out int rounds)
            || rounds is < 1 or > MostRounds
            || !TryParse(parts[1], out byte[] salt)
            || !TryParse(parts[2], out byte[] hash)
            || hash.Length != SHA256.HashSizeInBytes)
            return false;
        byte[] derived = Derive(password, salt, rounds);

        // All bytes are compared, so that the time says nothing of where they differ.
        int difference = 0;
        for (int i = 0; i < hash.Length; i++)
            difference |= hash[i] ^ derived[i];
        return difference == 0;
    }

    // One block of the key is as long as the hash, so there is only the first: its number follows the salt.
    private static byte[] Derive(string password, ReadOnlySpan<byte> salt, int rounds)
    {
        byte[] key = Utf8.GetBytes(password);
        byte[] first = new byte[salt.Length + 4];
        salt.CopyTo(first);
        first[^1] = 1;
        byte[] round = HMACSHA256.HashData(key, first);
        byte[] result = round.AsSpan().ToArray();
        for (int i = 1; i < rounds; i++)
        {
            round = HMACSHA256.HashData(key, round);
            for (int j = 0; j < result.Length; j++)
                result[j] ^= round[j];
        }

        return result;
    }

    private static string Hexadecimal(ReadOnlySpan<byte> bytes)
    {
        string text = "";
        foreach (byte value in bytes)
            text += value.ToString("x2");
        return text;
    }

    private static bool TryParse(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length / 2];
        for (int i = 0; i < text.Length; i++)
        {
            int digit = char.IsAsciiDigit(text[i]) ? text[i] - '0' : text[i] is >= 'a' and <= 'f' ? text[i] - 'a' + 10 : -1;
            if (digit < 0 || text.Length % 2 != 0)
                return false;
            bytes[i / 2] = (byte)((bytes[i / 2] << 4) | digit);
        }

        return text.Length > 0;
    }
}
