using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>
/// A segment and who of it has gone: a bit for each place, in pages of one block, copied when they change.
/// </summary>
sealed record SearchPart(SearchSegment Segment, ulong[]?[]? Dead, int DeadCount)
{
    public int Alive => Segment.Count - DeadCount;

    public bool IsAlive(int at) =>
        Dead?[at >> SearchSegment.BlockShift] is not { } page
        || (page[(at & SearchSegment.BlockMask) >> 6] >> (at & 63) & 1) == 0;

    /// <summary>Where somebody alive is, or -1.</summary>
    public int Find(Key key) => Segment.Find(key) is >= 0 and var at && IsAlive(at) ? at : -1;

    public SearchPart Without(int at)
    {
        var pages = Dead is null ? new ulong[]?[Segment.BlockCount] : [.. Dead];
        ref var page = ref pages[at >> SearchSegment.BlockShift];
        page = page is null ? new ulong[SearchSegment.BlockWords] : [.. page];
        page[(at & SearchSegment.BlockMask) >> 6] |= 1UL << (at & 63);
        return this with { Dead = pages, DeadCount = DeadCount + 1 };
    }

    /// <summary>Copies the living into a draft of the same schema.</summary>
    public void CopyTo(SearchDraft draft)
    {
        var s = Segment;
        var first = new int[s.Count + 1];
        Postings((at, _, _) => first[at + 1]++);
        for (var i = 0; i < s.Count; i++) first[i + 1] += first[i];
        var (terms, values) = (new int[first[^1]], new byte[first[^1]]);
        var next = first.AsSpan(0, s.Count).ToArray();
        var ids = new int[s.Terms.Length];
        for (var t = 0; t < ids.Length; t++) ids[t] = draft.Term(s.Terms[t]);
        Postings((at, term, value) => (terms[next[at]], values[next[at]++]) = (ids[term], value));
        for (var w = 0; w < s.Words.Count; w++)
            if (!draft.Words.ContainsKey(ids[s.WordTerms[w]]))
                draft.Words.Add(ids[s.WordTerms[w]], s.Words[w].ToString());
        var codes = new ushort[s.Labels.Count];
        for (var c = 0; c < codes.Length; c++) codes[c] = draft.Label(s.FacetOf[c], s.Labels[c].ToString());
        var numbers = new long[draft.Schema.Numbers];
        for (var at = 0; at < s.Count; at++)
        {
            if (!IsAlive(at)) continue;
            draft.Ids.Add(terms.AsSpan(first[at]..first[at + 1]));
            draft.Values.Add(values.AsSpan(first[at]..first[at + 1]));
            for (var f = 0; f < s.Facets; f++)
            {
                var (from, to) = (s.FacetFirst[at * s.Facets + f], s.FacetFirst[at * s.Facets + f + 1]);
                for (var i = from; i < to; i++) draft.FacetCodes.Add(codes[s.FacetCodes[i]]);
                draft.FacetFirst.Add(draft.FacetCodes.Count);
            }
            for (var c = 0; c < numbers.Length; c++) numbers[c] = s.Numbers[c * s.Count + at];
            draft.Finish(s.Keys[at], numbers);
        }
        GC.KeepAlive(s);
    }

    /// <summary>In how many of the living each word stands, added to the counts.</summary>
    public void Count(Dictionary<ulong, int> counts)
    {
        var s = Segment;
        var isWord = DeadCount > 0 ? new bool[s.Terms.Length] : [];
        for (var w = 0; w < s.Words.Count; w++)
        {
            var term = s.WordTerms[w];
            if (DeadCount > 0) isWord[term] = true;
            counts[s.Terms[term]] = counts.GetValueOrDefault(s.Terms[term]) + s.Frequency(term);
        }
        if (DeadCount > 0)
            Postings((at, term, _) =>
            {
                if (isWord[term] && !IsAlive(at)) counts[s.Terms[term]]--;
            });
        GC.KeepAlive(s);
    }

    void Postings(Action<int, int, byte> each)
    {
        var s = Segment;
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
