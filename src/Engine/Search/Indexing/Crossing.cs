using System.Runtime.CompilerServices;
using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>
/// Where the documents of a search segment stand in a segment of the match index; -1: not there. Made once for a pair
/// of segments and kept as long as both.
/// </summary>
static class Crossing
{
    static readonly ConditionalWeakTable<SearchSegment, ConditionalWeakTable<Segment, int[]>> known = [];

    public static int[] Of(SearchSegment from, Segment to) =>
        known.GetValue(from, _ => []).GetValue(to, _ => Make(from, to));

    static int[] Make(SearchSegment from, Segment to)
    {
        var places = new int[from.Count];
        if (from.Count < to.Count / 16)
            for (var at = 0; at < places.Length; at++) places[at] = to.Find(from.Keys[at]);
        else
        {
            Array.Fill(places, -1);
            for (int i = 0, j = 0; i < from.Count && j < to.Count;)
            {
                var order = from.Keys[from.ByKey[i]].CompareTo(to.Keys[to.ByKey[j]]);
                if (order == 0) places[from.ByKey[i]] = to.ByKey[j];
                if (order <= 0) i++;
                if (order >= 0) j++;
            }
        }
        GC.KeepAlive(from);
        GC.KeepAlive(to);
        return places;
    }
}
