using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// A segment as a file: exactly the bytes of its memory, so that it is mapped and not read. The head also says which
/// formulas and which change it was made with, and the SHA-256 of everything.
/// </summary>
static unsafe class SegmentFile
{
    const int Formula = 512, Sequence = 520, Stamp = 528, Hash = 544;

    // One hash call takes at most so much; a segment of millions is longer than a span can be.
    const int Piece = 1 << 26;

    /// <summary>Writes beside the old file and then takes its place, so that there is always a whole one.</summary>
    public static void Save(Slab slab, SegmentKind kind, string path, long sequence, long stamp)
    {
        var head = new byte[SegmentLayout.HeadLength];
        new Span<byte>(slab.Start, head.Length).CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(Formula), kind.Formula);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(Sequence), sequence);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(Stamp), stamp);
        head.AsSpan(Hash, 32).Clear();
        HashOf(head, slab).CopyTo(head.AsSpan(Hash));
        using (var file = File.Create(path + ".new"))
        {
            file.Write(head);
            for (long at = head.Length; at < slab.Length; at += Piece)
                file.Write(new(slab.Start + at, (int)Math.Min(Piece, slab.Length - at)));
            file.Flush(flushToDisk: true);
        }
        GC.KeepAlive(slab);
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Maps a file; null when there is none or it is not whole, or made by other formulas.</summary>
    public static (Slab Slab, long Sequence, long Stamp)? Load(SegmentKind kind, string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length < SegmentLayout.HeadLength) return null;
        var slab = Slab.Map(path);
        var head = new ReadOnlySpan<byte>(slab.Start, SegmentLayout.HeadLength).ToArray();
        if (BinaryPrimitives.ReadUInt64LittleEndian(head) != kind.Magic
            || BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(8)) != kind.Version
            || BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(Formula)) != kind.Formula) return null;
        var stated = head.AsSpan(Hash, 32).ToArray();
        head.AsSpan(Hash, 32).Clear();
        if (!HashOf(head, slab).AsSpan().SequenceEqual(stated)) return null;
        return (slab, BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(Sequence)),
            BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(Stamp)));
    }

    static byte[] HashOf(byte[] head, Slab slab)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head);
        for (long at = head.Length; at < slab.Length; at += Piece)
            hash.AppendData(new ReadOnlySpan<byte>(slab.Start + at, (int)Math.Min(Piece, slab.Length - at)));
        GC.KeepAlive(slab);
        return hash.GetHashAndReset();
    }
}
