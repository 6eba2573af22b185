using Guildhall.Engine.Matching.Indexing;
using Guildhall.Engine.Search.Indexing;

namespace Guildhall.Engine.Search;

/// <summary>Everybody in one version of an index who meets some conditions.</summary>
public sealed class SearchSet
{
    readonly SearchIndex index;
    readonly ulong[][] passing;
    readonly HashSet<Key> newest;

    internal SearchSet(SearchIndex index, IReadOnlyList<SearchCondition> conditions)
    {
        this.index = index;
        passing = Sifting.Passing(index, conditions);
        newest = [.. index.Delta.Living.Where(e => conditions.All(e.Holds)).Select(e => e.Key)];
        Count = newest.Count + passing.Sum(p => Places.Count(p));
    }

    /// <summary>How many they are.</summary>
    public int Count { get; }

    /// <summary>Whether somebody is among them.</summary>
    public bool Contains(Guid id)
    {
        var key = Key.Of(id);
        if (newest.Contains(key)) return true;
        for (var i = 0; i < passing.Length; i++)
            if (index.Parts[i].Segment.Find(key) is >= 0 and var at && (passing[i][at >> 6] >> (at & 63) & 1) != 0)
                return true;
        return false;
    }

    /// <summary>In the order of the match index, by part and block: everybody who is not among them.</summary>
    internal ulong[][][] Without(Roster roster)
    {
        var without = new ulong[roster.Parts.Length][][];
        for (var p = 0; p < without.Length; p++)
        {
            var part = roster.Parts[p];
            var pages = without[p] = new ulong[part.Segment.BlockCount][];
            for (var block = 0; block < pages.Length; block++)
                Array.Fill(pages[block] = new ulong[Segment.BlockSize / 64], ulong.MaxValue);
            for (var i = 0; i < passing.Length; i++)
            {
                var crossing = Crossing.Of(index.Parts[i].Segment, part.Segment);
                foreach (var at in Places.In(passing[i]))
                    if (crossing[at] is >= 0 and var to) Allow(pages, to);
            }
            foreach (var key in newest)
                if (part.Find(key) is >= 0 and var to) Allow(pages, to);
            for (var block = 0; block < pages.Length; block++)
                for (var w = 0; part.Dead?[block] is { } dead && w < dead.Length; w++) pages[block][w] |= dead[w];
        }
        return without;

        static void Allow(ulong[][] pages, int at) =>
            pages[at >> Segment.BlockShift][(at & Segment.BlockMask) >> 6] &= ~(1UL << (at & 63));
    }

    /// <summary>Who they are, in no order.</summary>
    public IEnumerable<Guid> Ids
    {
        get
        {
            for (var i = 0; i < passing.Length; i++)
                for (var at = 0; at < index.Parts[i].Segment.Count; at++)
                    if ((passing[i][at >> 6] >> (at & 63) & 1) != 0) yield return index.Parts[i].Segment.Keys[at].Id;
            foreach (var key in newest) yield return key.Id;
        }
    }
}
