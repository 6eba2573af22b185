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

    readonly TextCorpus corpus;
    readonly ulong[] hashes;
    readonly int[] rarities;
    readonly long full;

    /// <summary>Weighs the terms of <paramref name="text"/> by their rarity in <paramref name="corpus"/>.</summary>
    public TextQuery(TermVector text, TextCorpus corpus)
    {
        this.corpus = corpus;
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

    /// <summary>
    /// How well a document answers, in thousandths, 0..1000, rounded down and saturated:
    /// <c>min(1000, 1500·s / (s + F/2))</c>, where s is the BM25 sum and F the rarities of the six rarest terms
    /// together.
    /// Half of F gives 750, F gives 1000.
    /// </summary>
    public int Permille(TermVector document)
    {
        if (full == 0) return 0;
        var sum = Bm25(document);
        return (int)Math.Min(1_000, 3_000 * sum / (2 * sum + full));
    }

    /// <summary>The BM25 sum in thousandths, unsaturated. See <see cref="TextCorpus"/> for the formula.</summary>
    public long Bm25(TermVector document)
    {
        var theirs = document.Hashes;
        var counts = document.Counts;
        long sum = 0, norm = 0;
        for (int i = 0, j = 0; i < hashes.Length && j < theirs.Length;)
        {
            if (hashes[i] < theirs[j]) { i++; continue; }
            if (hashes[i] > theirs[j]) { j++; continue; }
            if (norm == 0) norm = TextCorpus.K1 * (long)corpus.LengthNorm(document.Length) / 1_000;
            var tf = counts[j] * 1_000L;
            sum += rarities[i] * (tf * (1_000 + TextCorpus.K1) / 1_000) / (tf + norm);
            i++;
            j++;
        }
        return sum;
    }
}
