using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// A segment as a file: exactly the bytes of its memory, so that it is mapped and not read. The head also says which
/// formulas and which change it was made with, and the SHA-256 of everything.
/// </summary>
static unsafe class SegmentFile
{
    const int Formula = 512, Sequence = 520, Hash = 544;

    // One hash call takes at most so much; a segment of millions is longer than a span can be.
    const int Piece = 1 << 26;

    /// <summary>Writes beside the old file and then takes its place, so that there is always a whole one.</summary>
    public static void Save(Segment segment, string path, long sequence)
    {
        var head = new byte[SegmentLayout.HeadLength];
        new Span<byte>(segment.Slab.Start, head.Length).CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(Formula), Scorer.Formula);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(Sequence), sequence);
        head.AsSpan(Hash, 32).Clear();
        HashOf(head, segment.Slab).CopyTo(head.AsSpan(Hash));
        using (var file = File.Create(path + ".new"))
        {
            file.Write(head);
            for (long at = head.Length; at < segment.Slab.Length; at += Piece)
                file.Write(new(segment.Slab.Start + at, (int)Math.Min(Piece, segment.Slab.Length - at)));
            file.Flush(flushToDisk: true);
        }
        GC.KeepAlive(segment);
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Maps a file; null when there is none or it is not whole, or made by other formulas.</summary>
    public static (Segment Segment, long Sequence)? Load(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length < SegmentLayout.HeadLength) return null;
        var slab = Slab.Map(path);
        var head = new ReadOnlySpan<byte>(slab.Start, SegmentLayout.HeadLength).ToArray();
        if (BinaryPrimitives.ReadUInt64LittleEndian(head) != SegmentLayout.Magic
            || BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(8)) != SegmentLayout.Version
            || BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(Formula)) != Scorer.Formula) return null;
        var stated = head.AsSpan(Hash, 32).ToArray();
        head.AsSpan(Hash, 32).Clear();
        if (!HashOf(head, slab).AsSpan().SequenceEqual(stated)) return null;
        return (new(slab), BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(Sequence)));
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
