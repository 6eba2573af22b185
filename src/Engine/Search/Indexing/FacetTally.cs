using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>
/// How many have each value of one facet, over all parts and the newest. Every part's values are in order of the
/// alphabet, so that those of several are brought together in one walk.
/// </summary>
sealed class FacetTally
{
    // Of one document, as SearchSegment.Costs: measured.
    const long RowCost = 20;

    readonly SortedDictionary<string, int> newest = new(StringComparer.Ordinal);
    List<FacetValue> values = [];

    /// <summary>One of the newest has this value.</summary>
    public void Add(string value) => newest[value] = newest.GetValueOrDefault(value) + 1;

    /// <summary>Those of a part who are in the set.</summary>
    public void Add(SearchSegment s, int facet, ReadOnlySpan<ulong> set, SearchScratch scratch)
    {
        var number = Places.Count(set);
        if (number == 0) return;
        var (begin, end) = (s.Facets[facet].Label, s.Facets[facet + 1].Label);
        var sums = scratch.Counts(end - begin);
        // Of many it is cheaper to take off those who are not in it.
        var others = number > s.Count / 2;
        if (s.Facets[facet].Column >= 0)
            Combined(s, facet, set, others, sums, scratch.Rows(s.Facets[facet + 1].Row - s.Facets[facet].Row));
        else if (RowCost * (others ? s.Count - number : number) < s.Costs[facet])
            OneByOne(s, facet, set, others, sums);
        else
        {
            others = false;
            ByValue(s, begin, set, sums);
        }
        var counted = new List<FacetValue>();
        for (var i = 0; i < sums.Length; i++)
            if ((others ? s.LabelTotals[begin + i] - sums[i] : sums[i]) is > 0 and var count)
                counted.Add(new(s.LabelTexts[begin + i], count));
        values = Together(values, counted);
    }

    /// <summary>So many values, those with most first; of equal ones the first of the alphabet.</summary>
    public FacetValue[] Most(int count)
    {
        var all = Together(values, [.. newest.Select(n => new FacetValue(n.Key, n.Value))]);
        var best = new PriorityQueue<int, ulong>();
        for (var i = 0; i < all.Count; i++)
        {
            var worth = (ulong)all[i].Count << 32 | (uint)~i;
            if (best.Count < count) best.Enqueue(i, worth);
            else best.EnqueueDequeue(i, worth);
        }
        var first = new FacetValue[best.Count];
        for (var i = first.Length - 1; i >= 0; i--) first[i] = all[best.Dequeue()];
        return first;
    }

    static unsafe void Combined(
        SearchSegment s, int facet, ReadOnlySpan<ulong> set, bool others, Span<int> sums, Span<int> rows)
    {
        var column = s.FacetColumns.Start + (long)s.Facets[facet].Column * s.Count;
        fixed (int* row = rows)
            for (var w = 0; w < set.Length; w++)
                for (var word = Word(s, set, w, others); word != 0; word &= word - 1)
                    row[column[64 * w + BitOperations.TrailingZeroCount(word)]]++;
        var first = s.Facets[facet].Row;
        for (var r = 0; r < rows.Length; r++)
            for (var i = s.RowFirst[first + r]; rows[r] > 0 && i < s.RowFirst[first + r + 1]; i++)
                sums[s.RowValues[i]] += rows[r];
    }

    // Their rows lie far apart: those of many are sent for before the first is read.
    static unsafe void OneByOne(SearchSegment s, int facet, ReadOnlySpan<ulong> set, bool others, Span<int> sums)
    {
        const int batch = 256;
        var rows = s.RowFirst.Start + s.Facets[facet].Row;
        var values = s.RowValues.Start;
        int* from = stackalloc int[batch + 64], to = stackalloc int[batch + 64];
        var count = 0;
        fixed (int* sum = sums)
            for (var w = 0; w < set.Length; w++)
            {
                for (var word = Word(s, set, w, others); word != 0; word &= word - 1)
                {
                    var row = rows + 64 * w + BitOperations.TrailingZeroCount(word);
                    (from[count], to[count]) = (row[0], row[1]);
                    if (Sse.IsSupported) Sse.Prefetch0(values + from[count]);
                    count++;
                }
                if (count < batch && w < set.Length - 1) continue;
                for (var i = 0; i < count; i++)
                    for (var v = from[i]; v < to[i]; v++) sum[values[v]]++;
                count = 0;
            }
    }

    // Each value's postings and the set: who is in both.
    static unsafe void ByValue(SearchSegment s, int begin, ReadOnlySpan<ulong> set, Span<int> sums)
    {
        fixed (ulong* bits = set)
            for (var i = 0; i < sums.Length; i++)
            {
                var term = s.LabelTerms[begin + i];
                var sum = 0UL;
                for (var r = s.TermFirst[term]; r < s.TermFirst[term + 1]; r++)
                {
                    var run = s.Runs[r];
                    var block = bits + run.Block * SearchSegment.BlockWords;
                    if (run.IsDense)
                    {
                        var dense = s.Bits.Start + run.Start;
                        for (var w = 0; w < SearchSegment.BlockWords; w++)
                            sum += (ulong)BitOperations.PopCount(dense[w] & block[w]);
                        continue;
                    }
                    var docs = s.Docs.Start + run.Start;
                    for (var d = 0; d < run.Count; d++) sum += block[docs[d] >> 6] >> docs[d] & 1;
                }
                sums[i] = (int)sum;
            }
    }

    // Sixty-four of the set, or of those who are not in it.
    static ulong Word(SearchSegment s, ReadOnlySpan<ulong> set, int w, bool others) => !others ? set[w]
        : 64 * w + 64 <= s.Count ? ~set[w] : 64 * w >= s.Count ? 0 : ~set[w] & (1UL << (s.Count & 63)) - 1;

    static List<FacetValue> Together(List<FacetValue> some, List<FacetValue> others)
    {
        if (some.Count == 0) return others;
        if (others.Count == 0) return some;
        var all = new List<FacetValue>(some.Count + others.Count);
        for (int i = 0, j = 0; i < some.Count || j < others.Count;)
        {
            var order = i == some.Count ? 1 : j == others.Count ? -1
                : string.CompareOrdinal(some[i].Value, others[j].Value);
            all.Add(order < 0 ? some[i++] : order > 0 ? others[j++]
                : new(some[i].Value, some[i++].Count + others[j++].Count));
        }
        return all;
    }
}
