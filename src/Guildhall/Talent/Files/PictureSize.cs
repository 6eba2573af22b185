using System.Buffers.Binary;

namespace Guildhall.Talent.Files;

/// <summary>
/// Width and height as a picture's own header states them, read without unpacking anything. Null: not one of the four
/// kinds browsers show everywhere, or its header is broken.
/// </summary>
static class PictureSize
{
    public const int LargestSide = 12_000;
    public const long MostPixels = 60_000_000;

    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes)
    {
        var size = bytes switch
        {
            [0x89, 0x50, 0x4E, 0x47, ..] => Png(bytes),
            [0xFF, 0xD8, 0xFF, ..] => Jpeg(bytes),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] when bytes.Length > 10 =>
                (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]),
                    BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => Webp(bytes),
            _ => null,
        };
        return size is (> 0, > 0) ? size : null;
    }

    /// <summary>A small file can unpack to gigabytes of pixels in every visitor's browser.</summary>
    public static bool IsReasonable((int Width, int Height) size) =>
        Math.Max(size.Width, size.Height) <= LargestSide && (long)size.Width * size.Height <= MostPixels;

    static (int, int)? Png(ReadOnlySpan<byte> bytes) => bytes.Length > 24 && bytes[12..].StartsWith("IHDR"u8)
        ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])) : null;

    static (int, int)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is 0xFF) { at++; continue; }
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return null;
    }

    static (int, int)? Webp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes[8..].StartsWith("WEBP"u8)) return null;
        var body = bytes[12..];
        if (body.StartsWith("VP8X"u8)) return (1 + Three(bytes[24..]), 1 + Three(bytes[27..]));
        if (body.StartsWith("VP8 "u8))
            return (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
        if (!body.StartsWith("VP8L"u8)) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
        return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
    }

    static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
