using System.Numerics;
using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>
/// One search over one version: each condition as one bit a document, column by column; what passes all is counted
/// and ordered, what passes all but those of one dimension counts that dimension's facet.
/// </summary>
sealed partial class Sifting
{
    const int All = 0;

    readonly SearchQuery query;
    readonly SearchCondition[][] groups;
    readonly (int Facet, int Mask)[] facets;
    readonly Dictionary<string, int>[] counts;
    readonly int[] without; // by mask: the group it leaves out
    readonly TopHits top;
    readonly SearchScratch scratch = SearchScratch.Mine;
    int total;

    Sifting(SearchSchema schema, SearchQuery query)
    {
        this.query = query;
        var dimensions = query.Conditions.Select(c => c.Dimension).Distinct().ToArray();
        groups = [.. dimensions.Select(d => query.Conditions.Where(c => c.Dimension == d).ToArray())];
        var left = new List<int> { -1 };
        facets = new (int, int)[query.Facets.Count];
        for (var i = 0; i < facets.Length; i++)
        {
            var own = Array.IndexOf(dimensions, query.Facets[i]);
            if (own >= 0) left.Add(own);
            facets[i] = (schema.Facets.Index().First(f => f.Item == query.Facets[i]).Index,
                own < 0 ? All : left.Count - 1);
        }
        without = [.. left];
        counts = [.. facets.Select(_ => new Dictionary<string, int>())];
        top = new(query.Skip + query.Take, query.After);
    }

    public static SearchFound Run(SearchIndex index, SearchQuery query)
    {
        var sifting = new Sifting(index.Schema, query);
        foreach (var part in index.Parts) sifting.Sift(part);
        foreach (var entry in index.Delta.Living) sifting.Sift(entry);
        return sifting.Found();
    }

    /// <summary>Everybody who passes, by part; of the delta, by its order.</summary>
    public static ulong[][] Passing(SearchIndex index, IReadOnlyList<SearchCondition> conditions)
    {
        var sifting = new Sifting(index.Schema, new() { Conditions = conditions });
        return [.. index.Parts.Select(part =>
        {
            sifting.Mark(part);
            return sifting.Mask(All, part).ToArray();
        })];
    }

    SearchFound Found() => new(top.InOrder(query.Skip), total, top.Seen > query.Skip + query.Take,
        facets.Index().ToDictionary(f => query.Facets[f.Index], f => counts[f.Index].Where(c => c.Value > 0)
            .Select(c => new FacetValue(c.Key, c.Value)).OrderByDescending(c => c.Count)
            .ThenBy(c => c.Value, StringComparer.Ordinal).Take(query.MostValues).ToArray()));

    void Sift(Part<SearchSegment> part)
    {
        Mark(part);
        total += Places.Count(Mask(All, part));
        foreach (var together in facets.Index().GroupBy(f => f.Item.Mask))
            Count(part, Mask(together.Key, part), [.. together.Select(f => (f.Item.Facet, counts[f.Index]))]);
        Order(part, Mask(All, part));
        GC.KeepAlive(part.Segment);
    }

    void Sift(SearchEntry entry)
    {
        var failed = -1;
        for (var g = 0; g < groups.Length; g++)
        {
            if (Array.TrueForAll(groups[g], entry.Holds)) continue;
            if (failed >= 0) return;
            failed = g;
        }
        for (var i = 0; i < facets.Length; i++)
            if (failed < 0 || without[facets[i].Mask] == failed)
                foreach (var value in entry.Facets[facets[i].Facet])
                    counts[i][value] = counts[i].GetValueOrDefault(value) + 1;
        if (failed >= 0) return;
        total++;
        top.Take(entry.Rank(query.Rank), entry.Key);
    }

    Span<ulong> Mask(int mask, Part<SearchSegment> part) =>
        scratch.Masks[mask].AsSpan(0, part.Segment.BlockCount * SearchSegment.BlockWords);

    // Everybody alive, then group after group taken off the masks it belongs to.
    void Mark(Part<SearchSegment> part)
    {
        var words = part.Segment.BlockCount * SearchSegment.BlockWords;
        scratch.Room(without.Length, words);
        var living = Mask(All, part);
        Places.Fill(living, part.Segment.Count);
        if (part.Dead is { } dead)
            for (var block = 0; block < dead.Length; block++)
                for (var w = 0; dead[block] is { } page && w < page.Length; w++)
                    living[block * SearchSegment.BlockWords + w] &= ~page[w];
        for (var m = 1; m < without.Length; m++) living.CopyTo(Mask(m, part));
        var group = scratch.Group.AsSpan(0, words);
        var one = scratch.One.AsSpan(0, words);
        for (var g = 0; g < groups.Length; g++)
        {
            for (var c = 0; c < groups[g].Length; c++)
            {
                var into = c == 0 ? group : one;
                Meet(groups[g][c], part.Segment, into);
                if (c > 0) Places.And(group, one);
            }
            for (var m = 0; m < without.Length; m++)
                if (without[m] != g) Places.And(Mask(m, part), group);
        }
    }

    // Facets that the same people count for are counted in one pass.
    unsafe void Count(
        Part<SearchSegment> part, ReadOnlySpan<ulong> passing, (int Facet, Dictionary<string, int> Counts)[] together)
    {
        var s = part.Segment;
        var number = Places.Count(passing);
        if (number == 0) return;
        var sums = scratch.Counts(s.Labels.Count);
        // Of many that pass it is cheaper to take off those that do not.
        var most = number > s.Count / 2;
        var (from, to) = (together.Min(t => t.Facet), together.Max(t => t.Facet) + 1);
        var words = (s.Count + 63) >> 6;
        fixed (int* sum = sums)
            for (var w = 0; w < words; w++)
            {
                var word = most ? ~passing[w] : passing[w];
                if (w == words - 1 && (s.Count & 63) != 0) word &= (1UL << (s.Count & 63)) - 1;
                for (; word != 0; word &= word - 1)
                {
                    var at = (64 * w + BitOperations.TrailingZeroCount(word)) * s.Facets;
                    for (int i = s.FacetFirst[at + from], end = s.FacetFirst[at + to]; i < end; i++)
                        sum[s.FacetCodes[i]]++;
                }
            }
        foreach (var (facet, counts) in together)
            for (var code = 0; code < sums.Length; code++)
            {
                if (s.FacetOf[code] != facet) continue;
                var count = most ? s.FacetTotals[code] - sums[code] : sums[code];
                if (count == 0) continue;
                var value = s.LabelTexts[code];
                counts[value] = counts.GetValueOrDefault(value) + count;
            }
    }
}
