using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>Sets of places as bits, 64 to a word.</summary>
static class Places
{
    public static Enumerator In(ReadOnlySpan<ulong> bits) => new(bits);

    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits) count += BitOperations.PopCount(word);
        return count;
    }

    public static void And(Span<ulong> into, ReadOnlySpan<ulong> other)
    {
        ref var a = ref MemoryMarshal.GetReference(into);
        ref var b = ref MemoryMarshal.GetReference(other);
        nuint i = 0;
        for (; i + 8 <= (nuint)into.Length; i += 8)
            (Vector512.LoadUnsafe(ref a, i) & Vector512.LoadUnsafe(ref b, i)).StoreUnsafe(ref a, i);
        for (; i < (nuint)into.Length; i++) into[(int)i] &= other[(int)i];
    }

    public static void Or(Span<ulong> into, ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < into.Length; i++) into[i] |= other[i];
    }

    /// <summary>Sets the first so many bits and clears the rest.</summary>
    public static void Fill(Span<ulong> bits, int count)
    {
        bits.Clear();
        bits[..(count >> 6)].Fill(ulong.MaxValue);
        if ((count & 63) != 0) bits[count >> 6] = (1UL << (count & 63)) - 1;
    }

    public ref struct Enumerator(ReadOnlySpan<ulong> bits)
    {
        readonly ReadOnlySpan<ulong> bits = bits;
        int at = -1;
        ulong word;

        public readonly Enumerator GetEnumerator() => this;

        public readonly int Current => 64 * at + BitOperations.TrailingZeroCount(word);

        public bool MoveNext()
        {
            word &= word - 1;
            while (word == 0)
            {
                if (++at >= bits.Length) return false;
                word = bits[at];
            }
            return true;
        }
    }
}
