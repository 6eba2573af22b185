using System.Collections.Immutable;

namespace Guildhall.Engine.Search;

/// <summary>
/// What BM25 must know of all documents: how many there are, how long, and in how many each term occurs. Immutable.
/// Arithmetic is in integers (thousandths), so the same inputs give the same number everywhere.
/// <code>
/// idf(t)      = ln((2N + 2) / (2·df(t) + 1))
/// impact(t,d) = idf(t) · tf · (K1 + 1) / (tf + K1 · (1 - B + B · length(d) / average length))
/// </code>
/// </summary>
public sealed class TextCorpus
{
    /// <summary>How fast repetition stops counting, in thousandths: 1.2, the usual value.</summary>
    public const int K1 = 1_200;

    /// <summary>How much long documents are discounted, in thousandths: 0.75, the usual value.</summary>
    public const int B = 750;

    /// <summary>A corpus of no documents; every term is equally rare in it.</summary>
    public static readonly TextCorpus Empty = new(0, 0, ImmutableDictionary<ulong, int>.Empty);

    readonly ImmutableDictionary<ulong, int> frequencies;

    TextCorpus(int documents, long words, ImmutableDictionary<ulong, int> frequencies)
    {
        Documents = documents;
        Words = words;
        this.frequencies = frequencies;
    }

    /// <summary>Number of documents counted.</summary>
    public int Documents { get; }

    /// <summary>Counted words of all documents together.</summary>
    public long Words { get; }

    /// <summary>Counts all documents.</summary>
    public static TextCorpus Of(IEnumerable<TermVector> documents)
    {
        var counted = new Dictionary<ulong, int>();
        var (number, words) = (0, 0L);
        foreach (var document in documents)
        {
            number++;
            words += document.Length;
            foreach (var hash in document.Hashes)
                counted[hash] = counted.GetValueOrDefault(hash) + 1;
        }
        return new(number, words, counted.ToImmutableDictionary());
    }

    /// <summary>Counts all texts.</summary>
    public static TextCorpus Of(IEnumerable<string> texts) => Of(texts.Select(TermVector.Of));

    /// <summary>The part of a corpus that an export carries: totals and the document frequency of some terms.</summary>
    public static TextCorpus Excerpt(int documents, long words, IEnumerable<KeyValuePair<string, int>> frequencies) =>
        new(Math.Clamp(documents, 0, 1_000_000_000), Math.Max(0, words),
            frequencies.ToImmutableDictionary(f => TermVector.Hash(f.Key), f => Math.Max(0, f.Value)));

    /// <summary>In how many documents a term occurs, 0..<see cref="Documents"/>.</summary>
    public int Frequency(ulong term) => Math.Min(frequencies.GetValueOrDefault(term), Documents);

    /// <summary>
    /// Rarity of a term in thousandths of a natural logarithm; 0 is "in every document", about 14,000 for one in a
    /// million.
    /// </summary>
    public int Rarity(ulong term) => FixedLog.Milli(2L * Documents + 2, 2L * Frequency(term) + 1);

    /// <summary>
    /// The norm of a document's length: 1000 for an average one; <c>1 - B + B · length / average</c> in thousandths.
    /// </summary>
    public int LengthNorm(int length) => Words == 0 || Documents == 0 ? 1_000
        : (int)Math.Min(1_000 - B + (long)B * length * Documents / Words, 10_000);
}
