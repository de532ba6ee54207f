using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Euralios.Grader.Tests.Cli;

/// <summary>A PNG picture as QEMU writes it: eight bits each of red, green and blue, not interlaced.</summary>
internal sealed class PngPicture
{
    private const int BytesOfPixel = 3;

    private readonly byte[] _rows;

    private PngPicture(int width, int height, byte[] rows) => (Width, Height, _rows) = (width, height, rows);

    public int Width { get; }

    public int Height { get; }

    /// <summary>A pixel's red, green and blue in one number.</summary>
    public int Colour(int x, int y)
    {
        int at = ((y * Width) + x) * BytesOfPixel;
        return (_rows[at] << 16) | (_rows[at + 1] << 8) | _rows[at + 2];
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not such a picture.</exception>
    public static PngPicture Read(string file)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(file);
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            throw new InvalidDataException("not a PNG file");
        (int width, int height) = (0, 0);
        using var packed = new MemoryStream();

        // Chunks: length, type, contents, checksum (ISO/IEC 15948, 5.3).
        for (int at = 8; at < bytes.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            ReadOnlySpan<byte> contents = bytes.Slice(at + 8, length);
            switch (Encoding.ASCII.GetString(bytes.Slice(at + 4, 4)))
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(contents), BinaryPrimitives.ReadInt32BigEndian(contents[4..]));
                    if (!contents[8..].SequenceEqual((ReadOnlySpan<byte>)[8, 2, 0, 0, 0]))
                        throw new InvalidDataException("not 8-bit RGB");
                    break;
                case "IDAT":
                    packed.Write(contents);
                    break;
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        return new(width, height, Unfilter(unpacked, width * BytesOfPixel, height));
    }

    /// <summary>Each row says how its bytes differ from those beside and above (ISO/IEC 15948, 9.2).</summary>
    private static byte[] Unfilter(Stream stream, int length, int height)
    {
        byte[] rows = new byte[length * height];
        for (int y = 0; y < height; y++)
        {
            int filter = stream.ReadByte();
            Span<byte> row = rows.AsSpan(y * length, length);
            stream.ReadExactly(row);
            for (int x = 0; x < length; x++)
            {
                int left = x < BytesOfPixel ? 0 : row[x - BytesOfPixel];
                int above = y == 0 ? 0 : rows[((y - 1) * length) + x];
                int corner = x < BytesOfPixel || y == 0 ? 0 : rows[((y - 1) * length) + x - BytesOfPixel];
                row[x] += (byte)(filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    4 => Nearest(left, above, corner),
                    _ => throw new InvalidDataException($"there is no filter {filter}"),
                });
            }
        }

        return rows;
    }

    /// <summary>Paeth's predictor (9.4).</summary>
    private static int Nearest(int left, int above, int corner)
    {
        int guess = left + above - corner;
        (int a, int b, int c) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}
