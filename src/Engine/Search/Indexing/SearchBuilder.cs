using System.Runtime.CompilerServices;
using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>Turns a draft into a segment.</summary>
sealed class SearchBuilder
{
    readonly SearchDraft draft;
    readonly int[] order;      // terms in ascending order of their keys
    readonly int[] place;      // the opposite: term of the draft → term of the segment
    readonly int[] first;      // postings of each term, in the order of the segment
    readonly ushort[] docs;
    readonly byte[] values;
    readonly ushort[] blocks;  // the block of each posting

    SearchBuilder(SearchDraft draft)
    {
        this.draft = draft;
        order = [.. Enumerable.Range(0, draft.Terms.Count)];
        Array.Sort(draft.Terms.Span.ToArray(), order);
        place = new int[order.Length];
        for (var i = 0; i < order.Length; i++) place[order[i]] = i;
        first = new int[order.Length + 1];
        foreach (var id in draft.Ids.Span) first[place[id] + 1]++;
        for (var i = 0; i < order.Length; i++) first[i + 1] += first[i];
        var next = first.AsSpan(0, order.Length).ToArray();
        (docs, values, blocks) = (new ushort[draft.Ids.Count], new byte[draft.Ids.Count], new ushort[draft.Ids.Count]);
        for (var at = 0; at < draft.Count; at++)
            for (var i = draft.First.Items[at]; i < draft.First.Items[at + 1]; i++)
            {
                ref var to = ref next[place[draft.Ids.Items[i]]];
                (docs[to], values[to]) = ((ushort)(at & SearchSegment.BlockMask), draft.Values.Items[i]);
                blocks[to++] = (ushort)(at >> SearchSegment.BlockShift);
            }
    }

    public static SearchSegment Build(SearchDraft draft) => new SearchBuilder(draft).Build();

    SearchSegment Build()
    {
        var (runs, kept, bits) = Measure();
        var facets = new FacetRows(draft);
        var (labelFirst, labelChars) = Joined(facets.Labels.Select(l => l.Value));
        var words = draft.Words.OrderBy(w => w.Value, StringComparer.Ordinal).ToArray();
        var (wordFirst, wordChars) = Joined(words.Select(w => w.Value));
        var n = draft.Count;
        var layout = SegmentLayout.Make(SearchIndex.Kind(draft.Schema), n, draft.Schema.Facets.Count,
        [
            (n, 16), (n, 4), (order.Length, 8), (order.Length + 1, 4), (runs, 8), (kept, 2), (kept, 1), (bits, 8),
            (n * draft.Schema.Numbers, 8), (facets.Places.Length, Unsafe.SizeOf<FacetPlace>()),
            (n * facets.Columns.Count, 2), (facets.First.Length, 4), (facets.Numbers.Length, 2),
            (facets.Labels.Length, 4), (facets.Labels.Length, 4), (labelFirst.Length, 4), (labelChars.Length, 2),
            (wordFirst.Length, 4), (wordChars.Length, 2), (words.Length, 4),
        ]);
        var segment = new SearchSegment(layout.Slab);
        Postings(segment);
        draft.Keys.Span.CopyTo(segment.Keys.Span);
        int[] byKey = [.. Enumerable.Range(0, n)];
        Array.Sort(draft.Keys.Span.ToArray(), byKey);
        byKey.CopyTo(segment.ByKey.Span);
        for (var at = 0; at < n; at++)
            for (var c = 0; c < draft.Schema.Numbers; c++)
                segment.Numbers[c * n + at] = draft.Numbers.Items[at * draft.Schema.Numbers + c];
        segment.Facets.Fill(facets.Places);
        for (var c = 0; c < facets.Columns.Count; c++) facets.Columns[c].CopyTo(segment.FacetColumns.Slice(c * n, n));
        segment.RowFirst.Fill(facets.First);
        segment.RowValues.Fill(facets.Numbers);
        for (var facet = 0; facet < draft.Schema.Facets.Count; facet++)
            for (var at = 0; at < n; at++)
                foreach (var value in segment.ValuesOf(facet, at))
                    segment.LabelTotals[segment.Facets[facet].Label + value]++;
        for (var label = 0; label < facets.Labels.Length; label++)
            segment.LabelTerms[label] = place[draft.Term(Asked(facets.Labels[label]))];
        layout.Column<int>((int)SearchSection.LabelFirst).Fill(labelFirst);
        layout.Column<char>((int)SearchSection.LabelChars).Fill(labelChars);
        layout.Column<int>((int)SearchSection.WordFirst).Fill(wordFirst);
        layout.Column<char>((int)SearchSection.WordChars).Fill(wordChars);
        for (var w = 0; w < words.Length; w++) segment.WordTerms[w] = place[words[w].Key];
        return segment;
    }

    ulong Asked((int Facet, string Value) label) => draft.Schema.Facets[label.Facet] == SearchSchema.Skills
        ? SearchKey.Skill(int.Parse(label.Value)) : SearchKey.Label(draft.Schema.Facets[label.Facet], label.Value);

    static (int[] First, char[] Chars) Joined(IEnumerable<string> texts)
    {
        var (first, chars) = (new Grow<int>(), new Grow<char>());
        first.Add(0);
        foreach (var text in texts)
        {
            chars.Add(text);
            first.Add(chars.Count);
        }
        return (first.Span.ToArray(), chars.Span.ToArray());
    }

    // A list whose values are all one says no more than a bitmap.
    bool IsDense(int from, int to) =>
        to - from >= SearchSegment.DenseFrom && !values.AsSpan(from..to).ContainsAnyExcept((byte)1);

    int EndOfRun(int at, int end)
    {
        var block = blocks[at];
        while (at < end && blocks[at] == block) at++;
        return at;
    }

    (int Runs, int Kept, int Bits) Measure()
    {
        var (runs, kept, bits) = (0, 0, 0);
        for (var term = 0; term < order.Length; term++)
            for (int from = first[term], to; from < first[term + 1]; from = to, runs++)
            {
                to = EndOfRun(from, first[term + 1]);
                if (IsDense(from, to)) bits += SearchSegment.BlockWords;
                else kept += to - from;
            }
        return (runs, kept, bits);
    }

    void Postings(SearchSegment segment)
    {
        var (run, kept, bits) = (0, 0, 0);
        for (var term = 0; term < order.Length; term++)
        {
            segment.Terms[term] = draft.Terms.Items[order[term]];
            segment.TermFirst[term] = run;
            for (int from = first[term], to; from < first[term + 1]; from = to, run++)
            {
                to = EndOfRun(from, first[term + 1]);
                if (IsDense(from, to))
                {
                    segment.Runs[run] = new(bits, blocks[from], to - from, true);
                    for (var i = from; i < to; i++) segment.Bits[bits + (docs[i] >> 6)] |= 1UL << (docs[i] & 63);
                    bits += SearchSegment.BlockWords;
                    continue;
                }
                segment.Runs[run] = new(kept, blocks[from], to - from, false);
                docs.AsSpan(from..to).CopyTo(segment.Docs.Slice(kept, to - from));
                values.AsSpan(from..to).CopyTo(segment.Values.Slice(kept, to - from));
                kept += to - from;
            }
        }
        segment.TermFirst[order.Length] = run;
    }
}
