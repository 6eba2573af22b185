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
    readonly FacetTally[] tallies;
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
        tallies = [.. facets.Select(_ => new FacetTally())];
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
        tallies.Index().ToDictionary(t => query.Facets[t.Index], t => t.Item.Most(query.MostValues)));

    void Sift(Part<SearchSegment> part)
    {
        Mark(part);
        total += Places.Count(Mask(All, part));
        for (var i = 0; i < facets.Length; i++)
            tallies[i].Add(part.Segment, facets[i].Facet, Mask(facets[i].Mask, part), scratch);
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
                foreach (var value in entry.Facets[facets[i].Facet]) tallies[i].Add(value);
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
}
