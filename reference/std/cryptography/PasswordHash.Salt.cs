using System;
using System.Security.Cryptography;

namespace Euralios.Std;

public static partial class PasswordHash
{
    /// <summary>A salt, from the machine's clocks.</summary>
    public static byte[] NewSalt()
    {
        Span<byte> seed = stackalloc byte[16];
        ulong date = SystemCall.Date();
        ulong count = MachineCode.ReadTimeStamp();
        for (int i = 0; i < sizeof(ulong); i++)
        {
            seed[i] = (byte)(date >> (i * 8));
            seed[i + sizeof(ulong)] = (byte)(count >> (i * 8));
        }

        return SHA256.HashData(seed).AsSpan(0, SaltLength).ToArray();
    }
}
