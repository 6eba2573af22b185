namespace Guildhall.Engine.Matching.Indexing;

/// <summary>Reads a part of the matching index out again.</summary>
static class SegmentCopy
{
    /// <summary>Copies the living into a draft.</summary>
    public static void CopyTo(this Part<Segment> part, SegmentDraft draft)
    {
        var s = part.Segment;
        var first = new int[s.Count + 1];
        Postings(s, (at, _, _) => first[at + 1]++);
        for (var i = 0; i < s.Count; i++) first[i + 1] += first[i];
        var (terms, impacts) = (new int[s.TermDocs.Length], new byte[s.TermDocs.Length]);
        var next = first.AsSpan(0, s.Count).ToArray();
        var ids = new int[s.Terms.Length];
        for (var t = 0; t < ids.Length; t++) ids[t] = draft.Term(s.Terms[t]);
        Postings(s, (at, term, impact) => (terms[next[at]], impacts[next[at]++]) = (ids[term], impact));
        for (var at = 0; at < s.Count; at++)
        {
            if (!part.IsAlive(at)) continue;
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
    public static void Count(this Part<Segment> part, Dictionary<ulong, int> counts)
    {
        var s = part.Segment;
        for (var t = 0; t < s.Terms.Length; t++)
        {
            var found = s.TermRun[s.TermRuns[t + 1]].Start - s.TermRun[s.TermRuns[t]].Start;
            counts[s.Terms[t]] = counts.GetValueOrDefault(s.Terms[t]) + found;
        }
        if (part.DeadCount > 0)
            Postings(s, (at, term, _) =>
            {
                if (!part.IsAlive(at)) counts[s.Terms[term]]--;
            });
        GC.KeepAlive(s);
    }

    static void Postings(Segment s, Action<int, int, byte> each)
    {
        for (var t = 0; t < s.Terms.Length; t++)
            for (var run = s.TermRuns[t]; run < s.TermRuns[t + 1]; run++)
                for (var i = s.TermRun[run].Start; i < s.TermRun[run + 1].Start; i++)
                    each(s.TermRun[run].Block << KeyedSegment.BlockShift | s.TermDocs[i], t, s.TermImpacts[i]);
    }
}
