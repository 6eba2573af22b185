namespace Guildhall.Engine.Search;

/// <summary>
/// What BM25 must know of all documents: how many there are, and in how many each term occurs. Immutable. Arithmetic
/// is in integers (thousandths), so the same inputs give the same number everywhere.
/// <code>
/// rarity(t)   = ln((2N + 2) / (2·df(t) + 1))
/// bm25(q, d)  = Σ rarity(t) · impact(t, d)       over the terms both have; impact: <see cref="Bm25"/>
/// </code>
/// </summary>
public sealed class TextCorpus
{
    /// <summary>A corpus of no documents; every term is equally rare in it.</summary>
    public static readonly TextCorpus Empty = new(0, [], []);

    // Two sorted arrays: a third of the memory of a dictionary, and a query asks for a few dozen terms.
    readonly ulong[] hashes;
    readonly int[] frequencies;

    internal TextCorpus(int documents, ulong[] hashes, int[] frequencies)
    {
        Documents = documents;
        this.hashes = hashes;
        this.frequencies = frequencies;
    }

    /// <summary>Number of documents counted.</summary>
    public int Documents { get; }

    internal ReadOnlySpan<ulong> Hashes => hashes;
    internal ReadOnlySpan<int> Frequencies => frequencies;

    /// <summary>Counts all documents.</summary>
    public static TextCorpus Of(IEnumerable<TermVector> documents)
    {
        var counted = new Dictionary<ulong, int>();
        var number = 0;
        foreach (var document in documents)
        {
            number++;
            foreach (var hash in document.Hashes)
                counted[hash] = counted.GetValueOrDefault(hash) + 1;
        }
        return Of(number, counted);
    }

    /// <summary>Counts all texts.</summary>
    public static TextCorpus Of(IEnumerable<string> texts) => Of(texts.Select(TermVector.Of));

    /// <summary>What an export carries of a corpus: its size and the document frequency of some terms.</summary>
    public static TextCorpus Excerpt(int documents, IEnumerable<KeyValuePair<string, int>> frequencies) =>
        Of(Math.Clamp(documents, 0, 1_000_000_000), frequencies.Select(f => (Hash: TermVector.Hash(f.Key), f.Value))
            .DistinctBy(f => f.Hash).ToDictionary(f => f.Hash, f => Math.Max(0, f.Value)));

    internal static TextCorpus Of(int documents, Dictionary<ulong, int> counted)
    {
        ulong[] hashes = [.. counted.Keys];
        int[] frequencies = [.. counted.Values];
        Array.Sort(hashes, frequencies);
        return new(documents, hashes, frequencies);
    }

    /// <summary>In how many documents a term occurs, 0..<see cref="Documents"/>.</summary>
    public int Frequency(ulong term) =>
        Array.BinarySearch(hashes, term) is >= 0 and var at ? Math.Min(frequencies[at], Documents) : 0;

    /// <summary>
    /// Rarity of a term in thousandths of a natural logarithm; 0 is "in every document", about 14,000 for one in a
    /// million.
    /// </summary>
    public int Rarity(ulong term) => FixedLog.Milli(2L * Documents + 2, 2L * Frequency(term) + 1);
}
