namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// A segment and who of it has gone: a bit for each place, in pages of one block, copied when they change.
/// </summary>
sealed record Part(Segment Segment, ulong[]?[]? Dead, int DeadCount)
{
    public int Alive => Segment.Count - DeadCount;

    public bool IsAlive(int at) =>
        Dead?[at >> Segment.BlockShift] is not { } page
        || (page[(at & Segment.BlockMask) >> 6] >> (at & 63) & 1) == 0;

    /// <summary>Where somebody alive is, or -1.</summary>
    public int Find(Key key) => Segment.Find(key) is >= 0 and var at && IsAlive(at) ? at : -1;

    public Part Without(int at)
    {
        var pages = Dead is null ? new ulong[]?[Segment.BlockCount] : [.. Dead];
        ref var page = ref pages[at >> Segment.BlockShift];
        page = page is null ? new ulong[Segment.BlockSize / 64] : [.. page];
        page[(at & Segment.BlockMask) >> 6] |= 1UL << (at & 63);
        return this with { Dead = pages, DeadCount = DeadCount + 1 };
    }

    /// <summary>Copies the living into a draft.</summary>
    public void CopyTo(SegmentDraft draft)
    {
        var s = Segment;
        var first = new int[s.Count + 1];
        Postings((at, _, _) => first[at + 1]++);
        for (var i = 0; i < s.Count; i++) first[i + 1] += first[i];
        var (terms, impacts) = (new int[s.TermDocs.Length], new byte[s.TermDocs.Length]);
        var next = first.AsSpan(0, s.Count).ToArray();
        var ids = new int[s.Terms.Length];
        for (var t = 0; t < ids.Length; t++) ids[t] = draft.Term(s.Terms[t]);
        Postings((at, term, impact) => (terms[next[at]], impacts[next[at]++]) = (ids[term], impact));
        for (var at = 0; at < s.Count; at++)
        {
            if (!IsAlive(at)) continue;
            for (var i = s.Facts[at].Skills; i < s.Facts[at + 1].Skills; i++)
                draft.Skills.Add(s.Skills[s.OwnSkills[i]]);
            draft.Codes.Add(s.OwnCodes.Slice(s.Facts[at].Skills, s.Facts[at + 1].Skills - s.Facts[at].Skills));
            draft.TermIds.Add(terms.AsSpan(first[at]..first[at + 1]));
            draft.Impacts.Add(impacts.AsSpan(first[at]..first[at + 1]));
            draft.Finish(s.Keys[at], s.Facts[at], s.Details[at], s.LanguagesOf(s.Facts[at].Languages),
                s.VectorOf(at));
        }
        GC.KeepAlive(s);
    }

    /// <summary>In how many of the living each term stands, added to the counts.</summary>
    public void Count(Dictionary<ulong, int> counts)
    {
        for (var t = 0; t < Segment.Terms.Length; t++)
        {
            var found = Segment.TermRun[Segment.TermRuns[t + 1]].Start - Segment.TermRun[Segment.TermRuns[t]].Start;
            counts[Segment.Terms[t]] = counts.GetValueOrDefault(Segment.Terms[t]) + found;
        }
        if (DeadCount > 0)
            Postings((at, term, _) =>
            {
                if (!IsAlive(at)) counts[Segment.Terms[term]]--;
            });
        GC.KeepAlive(Segment);
    }

    void Postings(Action<int, int, byte> each)
    {
        var s = Segment;
        for (var t = 0; t < s.Terms.Length; t++)
            for (var run = s.TermRuns[t]; run < s.TermRuns[t + 1]; run++)
                for (var i = s.TermRun[run].Start; i < s.TermRun[run + 1].Start; i++)
                    each(s.TermRun[run].Block << Segment.BlockShift | s.TermDocs[i], t, s.TermImpacts[i]);
    }
}
