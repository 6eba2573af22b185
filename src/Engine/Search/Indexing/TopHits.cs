using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>The first of an order, and how many there were.</summary>
sealed class TopHits(int k, SearchHit? after)
{
    // A heap with the last in the order on top.
    readonly List<(long Number, Key Key)> hits = [];
    readonly (long Number, Key Key)? after = after is { } hit ? (hit.Key, Key.Of(hit.Id)) : null;

    /// <summary>All that stand after the given one.</summary>
    public int Seen { get; private set; }

    /// <summary>What the next needs at least to get in; null while anybody is welcome.</summary>
    public long? Floor => hits.Count < k ? null : k == 0 ? long.MaxValue : hits[0].Number;

    /// <param name="number">What they are ordered by.</param>
    /// <param name="key">Read only where the number does not decide.</param>
    public void Take(long number, in Key key)
    {
        if (after is { } start && !IsAfter(number, key, start)) return;
        Seen++;
        if (hits.Count < k)
        {
            hits.Add((number, key));
            for (var at = hits.Count - 1; at > 0 && IsAfter(hits[at], hits[(at - 1) / 2]); at = (at - 1) / 2)
                (hits[at], hits[(at - 1) / 2]) = (hits[(at - 1) / 2], hits[at]);
        }
        else if (k > 0 && !IsAfter(number, key, hits[0])) Sink((number, key));
    }

    /// <summary>Counts some that need not be looked at.</summary>
    public void Pass(int count) => Seen += count;

    /// <summary>Whether everybody must be looked at to be counted: with a beginning, not everybody counts.</summary>
    public bool HasBeginning => after is not null;

    public SearchHit[] InOrder(int skip)
    {
        var all = hits.ToArray();
        Array.Sort(all, (a, b) => a == b ? 0 : IsAfter(a, b) ? 1 : -1);
        return [.. all.Skip(skip).Select(h => new SearchHit(h.Key.Id, h.Number))];
    }

    static bool IsAfter((long Number, Key Key) a, (long Number, Key Key) b) => IsAfter(a.Number, a.Key, b);

    static bool IsAfter(long number, in Key key, (long Number, Key Key) other) =>
        number != other.Number ? number < other.Number : key > other.Key;

    void Sink((long, Key) hit)
    {
        var at = 0;
        for (var child = 1; child < hits.Count; child = 2 * at + 1)
        {
            if (child + 1 < hits.Count && IsAfter(hits[child + 1], hits[child])) child++;
            if (!IsAfter(hits[child], hit)) break;
            hits[at] = hits[child];
            at = child;
        }
        hits[at] = hit;
    }
}
