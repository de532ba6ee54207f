using System;

namespace Euralios.Std;

/// <summary>Between C#'s strings and the UTF-8 that the kernel and the servers speak.</summary>
public static class Text
{
    /// <summary>A text's bytes. Half a pair of surrogates becomes U+FFFD.</summary>
    public static byte[] ToUtf8(ReadOnlySpan<char> text) => Utf8.GetBytes(text);

    /// <summary>The text of some bytes. Malformed ones become U+FFFD.</summary>
    public static string FromUtf8(ReadOnlySpan<byte> bytes) => Utf8.GetString(bytes);
}
