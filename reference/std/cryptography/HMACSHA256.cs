namespace System.Security.Cryptography;

/// <summary>HMAC (RFC 2104) with SHA-256.</summary>
public static class HMACSHA256
{
    /// <summary>The code of some bytes under a key.</summary>
    public static byte[] HashData(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source)
    {
        byte[] padded = new byte[SHA256.BlockSize];
        (key.Length > SHA256.BlockSize ? SHA256.HashData(key) : key).CopyTo(padded);
        byte[] inner = Hash(padded, 0x36, source);
        return Hash(padded, 0x5C, inner);
    }

    private static byte[] Hash(byte[] key, byte pad, ReadOnlySpan<byte> source)
    {
        var hash = new Sha256State();
        Span<byte> block = stackalloc byte[SHA256.BlockSize];
        for (int i = 0; i < block.Length; i++)
            block[i] = (byte)(key[i] ^ pad);
        hash.Append(block);
        hash.Append(source);
        byte[] result = new byte[SHA256.HashSizeInBytes];
        hash.Finish(result);
        return result;
    }
}
