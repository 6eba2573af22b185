using System.Numerics;

namespace Guildhall.Engine.Search;

/// <summary>Natural logarithm in integers, so that a score is the same on every processor and runtime.</summary>
static class FixedLog
{
    const int Bits = 20;

    /// <summary>
    /// 1000 · ln(<paramref name="p"/>/<paramref name="q"/>), rounded down, for p ≥ q > 0 and p below 2^31.
    /// </summary>
    public static int Milli(long p, long q)
    {
        if (q <= 0 || p <= q) return 0;
        var ratio = ((UInt128)(ulong)p << 32) / (ulong)q;
        var whole = 127 - (int)UInt128.LeadingZeroCount(ratio) - 32;
        var mantissa = (ulong)(ratio >> whole);
        long log2 = whole;
        for (var i = 0; i < Bits; i++)
        {
            mantissa = (ulong)(((UInt128)mantissa * mantissa) >> 32);
            log2 <<= 1;
            if (mantissa < 1UL << 33) continue;
            mantissa >>= 1;
            log2 |= 1;
        }
        return (int)((log2 * 693_147) / 1_000 >> Bits);
    }
}
