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
        newest = [.. index.Delta.Where(e => conditions.All(e.Holds)).Select(e => e.Key)];
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
