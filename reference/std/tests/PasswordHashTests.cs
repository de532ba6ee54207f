using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;

namespace Euralios.Std.Tests;

/// <summary>Hashes, beside .NET's own, which are reached by other names; and passwords as they are kept.</summary>
internal sealed class PasswordHashTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    [Test]
    public void SHA_256_is_what_it_is_elsewhere()
    {
        var random = new Random(1);
        for (int length = 0; length < 300; length++)
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(bytes);
            Assert.That(SHA256.HashData(bytes), Is.EqualTo(hash.GetHashAndReset()), $"{length} bytes");
        }
    }

    [TestCase(0), TestCase(1), TestCase(63), TestCase(64), TestCase(65), TestCase(200)]
    public void So_is_HMAC(int keyLength)
    {
        byte[] key = new byte[keyLength];
        new Random(keyLength).NextBytes(key);
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Salt);
        Assert.That(HMACSHA256.HashData(key, Salt), Is.EqualTo(hash.GetHashAndReset()));
    }

    [TestCase("secret"), TestCase("größer 😀"), TestCase(" ")]
    public void A_password_is_kept_by_PBKDF2(string password)
    {
        string[] kept = PasswordHash.Make(password, Salt).Split('$');
        byte[] expected = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), Salt, int.Parse(kept[0]), HashAlgorithmName.SHA256, 32);
        Assert.That(kept[1], Is.EqualTo(Convert.ToHexStringLower(Salt)));
        Assert.That(kept[2], Is.EqualTo(Convert.ToHexStringLower(expected)));
        Assert.That(PasswordHash.Matches(password, string.Join('$', kept)));
    }

    [Test]
    public void Another_password_does_not_match_and_none_is_none()
    {
        string kept = PasswordHash.Make("secret", Salt);
        Assert.That(PasswordHash.Matches("Secret", kept), Is.False);
        Assert.That(PasswordHash.Matches("", kept), Is.False);
        Assert.That(PasswordHash.Make("", Salt), Is.Empty);
        Assert.That(PasswordHash.Matches("", ""));
        Assert.That(PasswordHash.Matches("x", ""), Is.False);
    }

    [TestCase("$"), TestCase("$$"), TestCase("1000$00$"), TestCase("0$00$00"), TestCase("1$0$00"), TestCase("1$00$zz"), TestCase("1$00$00$00")]
    [TestCase("9999999$00$00"), TestCase("x$00$00")]
    public void What_is_malformed_is_nobodys_password(string kept)
    {
        Assert.That(PasswordHash.Matches("", kept), Is.False);
        Assert.That(PasswordHash.Matches("x", kept), Is.False);
    }
}
