namespace Guildhall.Engine.Search;

/// <summary>
/// The part of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) that belongs to a document
/// alone, as one byte, so that an index can keep it and a newcomer changes nobody's number.
/// <code>
/// impact(tf, length) = round(100 · tf · (K1 + 1) / (tf + K1 · (1 - B + B · length / 60)))     hundredths, 1..220
/// </code>
/// The usual constants: K1 = 1.2 (how fast repetition stops counting), B = 0.75 (how much length is discounted).
/// 60 counted words stand for an average text; a fixed number in place of the corpus' average.
/// </summary>
public static class Bm25
{
    /// <summary>Counted words of a text of average length.</summary>
    public const int AverageLength = 60;

    /// <summary>Impact of a term that stands once in a text of average length: one, in hundredths.</summary>
    public const int One = 100;

    const long K1 = 1_200, B = 750, LongestNorm = 10_000;

    /// <summary>Impact of a term that occurs <paramref name="count"/> ≥ 1 times in so many counted words.</summary>
    public static byte Impact(int count, int length)
    {
        var norm = K1 * Math.Min(1_000 - B + B * length / AverageLength, LongestNorm) / 1_000;
        var tf = count * 1_000L;
        return (byte)Math.Max(1, (One * tf * (1_000 + K1) / 1_000 + (tf + norm) / 2) / (tf + norm));
    }
}
