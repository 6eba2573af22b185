using Guildhall.Engine.Search.Indexing;

namespace Guildhall.Engine.Search;

/// <summary>The words of an index, for correcting and completing what somebody types.</summary>
public static class SearchWords
{
    /// <summary>Whether anybody uses a word.</summary>
    public static bool Knows(this SearchIndex index, string term) => index.Frequency(term) > 0;

    /// <summary>How many use a word; some that have gone may still be counted.</summary>
    public static int Frequency(this SearchIndex index, string term)
    {
        var key = SearchKey.Word(term);
        var count = index.Delta.Living.Count(e => e[key] > 0);
        foreach (var part in index.Parts)
            if (part.Segment.FindTerm(key) is >= 0 and var at) count += part.Segment.Frequency(at);
        return count;
    }

    /// <summary>Words that begin like this, those used most first.</summary>
    public static IReadOnlyList<string> Endings(this SearchIndex index, string start, int most) =>
        [.. From(index, start, _ => 0).OrderByDescending(w => w.Value.Uses).ThenBy(w => w.Key, StringComparer.Ordinal)
            .Take(most).Select(w => w.Key)];

    /// <summary>Words that this is probably a mistyped form of, the nearest first, then those used most.</summary>
    public static IReadOnlyList<string> Corrections(this SearchIndex index, string term, int most) =>
        Spelling.Allowed(term.Length) == 0 ? [] :
        [.. From(index, term[..1], word => Spelling.IsTypo(term, word)
                ? Spelling.Distance(term, word, Spelling.Allowed(Math.Min(term.Length, word.Length))) : null)
            .OrderBy(w => w.Value.Far).ThenByDescending(w => w.Value.Uses).ThenBy(w => w.Key, StringComparer.Ordinal)
            .Take(most).Select(w => w.Key)];

    static Dictionary<string, (int Far, int Uses)> From(SearchIndex index, string start, Func<string, int?> accept)
    {
        var found = new Dictionary<string, (int Far, int Uses)>();
        void Note(string word, int uses)
        {
            if (found.TryGetValue(word, out var known)) found[word] = (known.Far, known.Uses + uses);
            else if (accept(word) is { } far) found[word] = (far, uses);
        }

        foreach (var part in index.Parts)
        {
            var s = part.Segment;
            for (var w = First(s.Words, start); w < s.Words.Count && s.Words[w].StartsWith(start); w++)
                Note(s.Words[w].ToString(), s.Uses[w]);
            GC.KeepAlive(s);
        }
        foreach (var entry in index.Delta.Living)
            foreach (var word in entry.Terms.Terms)
                if (word.StartsWith(start, StringComparison.Ordinal)) Note(word, 1);
        return found;
    }

    static int First(Strings words, ReadOnlySpan<char> start)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (words[middle].SequenceCompareTo(start) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
