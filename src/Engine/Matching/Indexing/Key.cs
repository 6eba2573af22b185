using System.Buffers.Binary;

namespace Guildhall.Engine.Matching.Indexing;

/// <summary>An id as two numbers that order as <see cref="Guid.CompareTo(Guid)"/> does.</summary>
readonly record struct Key(ulong High, ulong Low) : IComparable<Key>
{
    public static readonly Key Last = new(ulong.MaxValue, ulong.MaxValue);

    public static Key Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }

    public Guid Id
    {
        get
        {
            Span<byte> bytes = stackalloc byte[16];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
            BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
            return new(bytes, bigEndian: true);
        }
    }

    public int CompareTo(Key other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    public static bool operator <(Key a, Key b) => a.High < b.High || a.High == b.High && a.Low < b.Low;

    public static bool operator >(Key a, Key b) => b < a;
}
