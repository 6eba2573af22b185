using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>Reads a part of a search index out again.</summary>
static class SearchCopy
{
    /// <summary>Copies the living into a draft of the same schema.</summary>
    public static void CopyTo(this Part<SearchSegment> part, SearchDraft draft)
    {
        var s = part.Segment;
        var first = new int[s.Count + 1];
        Postings(s, (at, _, _) => first[at + 1]++);
        for (var i = 0; i < s.Count; i++) first[i + 1] += first[i];
        var (terms, values) = (new int[first[^1]], new byte[first[^1]]);
        var next = first.AsSpan(0, s.Count).ToArray();
        var ids = new int[s.Terms.Length];
        for (var t = 0; t < ids.Length; t++) ids[t] = draft.Term(s.Terms[t]);
        Postings(s, (at, term, value) => (terms[next[at]], values[next[at]++]) = (ids[term], value));
        for (var w = 0; w < s.Words.Count; w++)
            if (!draft.Words.ContainsKey(ids[s.WordTerms[w]]))
                draft.Words.Add(ids[s.WordTerms[w]], s.Words[w].ToString());
        var facets = draft.Schema.Facets.Count;
        var codes = new ushort[s.Labels.Count];
        for (var facet = 0; facet < facets; facet++)
            for (var label = s.Facets[facet].Label; label < s.Facets[facet + 1].Label; label++)
                codes[label] = draft.Label(facet, s.Labels[label].ToString());
        var numbers = new long[draft.Schema.Numbers];
        for (var at = 0; at < s.Count; at++)
        {
            if (!part.IsAlive(at)) continue;
            draft.Ids.Add(terms.AsSpan(first[at]..first[at + 1]));
            draft.Values.Add(values.AsSpan(first[at]..first[at + 1]));
            for (var facet = 0; facet < facets; facet++)
            {
                foreach (var value in s.ValuesOf(facet, at))
                    draft.FacetCodes.Add(codes[s.Facets[facet].Label + value]);
                draft.FacetFirst.Add(draft.FacetCodes.Count);
            }
            for (var c = 0; c < numbers.Length; c++) numbers[c] = s.Numbers[c * s.Count + at];
            draft.Finish(s.Keys[at], numbers);
        }
        GC.KeepAlive(s);
    }

    /// <summary>In how many of the living each word stands, added to the counts.</summary>
    public static void Count(this Part<SearchSegment> part, Dictionary<ulong, int> counts)
    {
        var s = part.Segment;
        var isWord = part.DeadCount > 0 ? new bool[s.Terms.Length] : [];
        for (var w = 0; w < s.Words.Count; w++)
        {
            var term = s.WordTerms[w];
            if (part.DeadCount > 0) isWord[term] = true;
            counts[s.Terms[term]] = counts.GetValueOrDefault(s.Terms[term]) + s.Frequency(term);
        }
        if (part.DeadCount > 0)
            Postings(s, (at, term, _) =>
            {
                if (isWord[term] && !part.IsAlive(at)) counts[s.Terms[term]]--;
            });
        GC.KeepAlive(s);
    }

    static void Postings(SearchSegment s, Action<int, int, byte> each)
    {
        for (var term = 0; term < s.Terms.Length; term++)
            for (var r = s.TermFirst[term]; r < s.TermFirst[term + 1]; r++)
            {
                var run = s.Runs[r];
                var start = run.Block << SearchSegment.BlockShift;
                if (!run.IsDense)
                    for (var i = run.Start; i < run.Start + run.Count; i++) each(start | s.Docs[i], term, s.Values[i]);
                else
                    foreach (var place in Places.In(s.Bits.Slice(run.Start, SearchSegment.BlockWords)))
                        each(start | place, term, 1);
            }
    }
}
