namespace Guildhall.Engine.Search;

/// <summary>
/// A text weighed against a corpus, ready to be compared with many documents. Keeps the <see cref="MaxTerms"/> rarest
/// terms.
/// </summary>
public sealed class TextQuery
{
    /// <summary>Terms of a query that take part, rarest first.</summary>
    public const int MaxTerms = 48;

    /// <summary>
    /// A document that holds this many of the query's rarest terms once, at average length, is a full match.
    /// </summary>
    public const int FullMatchTerms = 6;

    readonly ulong[] hashes;
    readonly int[] rarities;
    readonly long full;

    /// <summary>Weighs the terms of <paramref name="text"/> by their rarity in <paramref name="corpus"/>.</summary>
    public TextQuery(TermVector text, TextCorpus corpus)
    {
        var ranked = new (int Rarity, ulong Hash)[text.Hashes.Length];
        for (var i = 0; i < ranked.Length; i++) ranked[i] = (corpus.Rarity(text.Hashes[i]), text.Hashes[i]);
        Array.Sort(ranked, (a, b) => a.Rarity != b.Rarity ? b.Rarity.CompareTo(a.Rarity) : a.Hash.CompareTo(b.Hash));
        var kept = ranked.AsSpan(0, Math.Min(MaxTerms, ranked.Length)).ToArray();
        for (var i = 0; i < Math.Min(FullMatchTerms, kept.Length); i++) full += kept[i].Rarity;
        Array.Sort(kept, (a, b) => a.Hash.CompareTo(b.Hash));
        hashes = [.. kept.Select(k => k.Hash)];
        rarities = [.. kept.Select(k => k.Rarity)];
    }

    /// <summary>True when no term of the query can tell documents apart.</summary>
    public bool IsEmpty => full == 0;

    /// <summary>The terms that take part, ascending.</summary>
    internal ReadOnlySpan<ulong> Hashes => hashes;

    /// <summary>The rarity of each term of <see cref="Hashes"/>, in thousandths.</summary>
    internal ReadOnlySpan<int> Rarities => rarities;

    /// <summary>
    /// How well a document answers, in thousandths, 0..1000: <see cref="Saturate"/> of its <see cref="Sum"/>.
    /// </summary>
    public int Permille(TermVector document) => Saturate(Sum(document));

    /// <summary>
    /// A sum in thousandths of a full match, rounded down and saturated: <c>min(1000, 1500·s / (s + F/2))</c>, where s
    /// is the BM25 sum and F the rarities of the six rarest terms together. Half of F gives 750, F gives 1000.
    /// </summary>
    public int Saturate(long sum) => full == 0 ? 0
        : (int)Math.Min(1_000, 3_000 * sum / (2 * sum + Bm25.One * full));

    /// <summary>The least sum that saturates to so many thousandths; more than any sum when none does.</summary>
    internal long Least(int permille)
    {
        if (permille <= 0) return 0;
        if (full == 0 || permille > 1_000) return long.MaxValue;
        var (low, high) = (0L, Bm25.One * full);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Saturate(middle) >= permille) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>The BM25 sum, rarity in thousandths times impact in hundredths, unsaturated.</summary>
    public long Sum(TermVector document)
    {
        var theirs = document.Hashes;
        var impacts = document.Impacts;
        var sum = 0L;
        for (int i = 0, j = 0; i < hashes.Length && j < theirs.Length;)
        {
            if (hashes[i] < theirs[j]) { i++; continue; }
            if (hashes[i] > theirs[j]) { j++; continue; }
            sum += (long)rarities[i++] * impacts[j++];
        }
        return sum;
    }
}
