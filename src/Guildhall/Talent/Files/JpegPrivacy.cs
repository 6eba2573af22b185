using System.Buffers.Binary;

namespace Guildhall.Talent.Files;

/// <summary>
/// Cameras write where and when into a JPEG's APP1 and APP13 segments. What is published loses them, save for the
/// orientation, without which portraits would lie on their side.
/// </summary>
static class JpegPrivacy
{
    public static byte[] WithoutNotes(byte[] jpeg)
    {
        using var clean = new MemoryStream(jpeg.Length);
        clean.Write(jpeg, 0, 2);
        var at = 2;
        while (at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] is not (0xDA or 0xD9))
        {
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
            if (at + length > jpeg.Length) return jpeg;
            var segment = jpeg.AsSpan(at, length);
            if (jpeg[at + 1] == 0xE1) clean.Write(OrientationOnly(segment));
            else if (jpeg[at + 1] != 0xED) clean.Write(segment);
            at += length;
        }
        clean.Write(jpeg, at, jpeg.Length - at);
        return clean.ToArray();
    }

    static byte[] OrientationOnly(ReadOnlySpan<byte> app1)
    {
        if (!app1[4..].StartsWith("Exif\0\0"u8) || app1.Length < 20) return [];
        var tiff = app1[10..];
        var little = tiff[0] == 'I';
        var directory = (int)Read32(tiff[4..], little);
        if (directory < 8 || directory + 2 > tiff.Length) return [];
        var entries = Read16(tiff[directory..], little);
        for (var i = 0; i < entries && directory + 2 + 12 * (i + 1) <= tiff.Length; i++)
        {
            var entry = tiff[(directory + 2 + 12 * i)..];
            if (Read16(entry, little) == 0x0112 && Read16(entry[8..], little) is >= 1 and <= 8 and var orientation)
                return Segment((byte)orientation);
        }
        return [];
    }

    // APP1, big-endian TIFF, one directory with one entry.
    static byte[] Segment(byte orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*\0\0\0\b"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0,
            0, 0,
    ];

    static int Read16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    static uint Read32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
