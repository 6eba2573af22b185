using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search;

/// <summary>
/// Counts words text after text, so that what two documents share is read once: count what both say, take one vector,
/// count on, take the other. Can be used again for the next document; not by two threads.
/// </summary>
public sealed class WordCount
{
    readonly Dictionary<ulong, int> places = [];
    Grow<ulong> hashes = new();
    Grow<int> counts = new();
    Grow<string> terms = new();

    /// <summary>Counted words, repetitions included.</summary>
    public int Length { get; private set; }

    /// <summary>Begins a new document.</summary>
    public WordCount Clear()
    {
        places.Clear();
        (hashes.Count, counts.Count, terms.Count, Length) = (0, 0, 0, 0);
        return this;
    }

    /// <summary>Counts the words of a text (its first <see cref="Tokenizer.MaxText"/> characters).</summary>
    public WordCount Add(string? text)
    {
        var words = new WordReader(text, stackalloc char[Tokenizer.MaxWord]);
        while (words.Next())
            if (!StopWords.Contains(words.Word)) Count(TermVector.Stem(words.Word));
        return this;
    }

    /// <summary>What was counted since the beginning.</summary>
    public TermVector Vector()
    {
        if (Length == 0) return TermVector.Empty;
        var order = new int[hashes.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var sorted = hashes.Span.ToArray();
        Array.Sort(sorted, order);
        var (impacts, sortedTerms) = (new byte[order.Length], new string[order.Length]);
        for (var i = 0; i < order.Length; i++)
        {
            impacts[i] = Bm25.Impact(counts.Items[order[i]], Length);
            sortedTerms[i] = terms.Items[order[i]];
        }
        return new(sorted, impacts, sortedTerms, Length);
    }

    void Count(ReadOnlySpan<char> term)
    {
        Length++;
        var hash = TermVector.Hash(term);
        if (places.TryGetValue(hash, out var at))
        {
            counts.Items[at]++;
            return;
        }
        places.Add(hash, counts.Count);
        hashes.Add(hash);
        counts.Add(1);
        terms.Add(new string(term));
    }
}
