namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// Freezes the newest and brings parts together, beside the readers and the writer: built from one version and applied
/// to a later one, to which it carries over who left in the meantime.
/// </summary>
/// <param name="old">The parts that are brought together.</param>
/// <param name="newest">The newest of the version it was built from.</param>
/// <param name="frozen">So many of them, from the first on.</param>
/// <param name="made">Both, without who had left.</param>
sealed class Tidying<TSegment, T>(Part<TSegment>[] old, Delta<T> newest, int frozen, TSegment made)
    where TSegment : KeyedSegment
{
    // Parts of about one size are brought together when there are so many of them; then each is so many times larger.
    const int Fan = 4, Smallest = 4_096;

    /// <summary>What is due: parts to bring together, or so many of the newest to freeze; null: nothing.</summary>
    public static (Part<TSegment>[] Parts, int Newest)? Due(IReadOnlyList<Part<TSegment>> parts, Delta<T> newest)
    {
        var crowded = parts.GroupBy(Tier).FirstOrDefault(tier => tier.Count() >= Fan)?.ToArray()
            ?? [.. parts.Where(p => p.DeadCount * 3 > p.Segment.Count).Take(1)];
        if (crowded.Length > 0) return (crowded, 0);
        return newest.Count >= Newest.WorthFreezing ? ([], newest.Count) : null;
    }

    /// <summary>A later version, tidied, largest part first; null when what this was built from is not there.</summary>
    public (Part<TSegment>[] Parts, Delta<T> Newest)? Apply(IReadOnlyList<Part<TSegment>> parts, Delta<T> now)
    {
        // Parts are copied when somebody leaves them: they are known again by their segment.
        var current = parts.Where(p => Array.Exists(old, o => o.Segment == p.Segment)).ToArray();
        if (current.Length != old.Length || frozen > 0 && !now.Continues(newest)) return null;
        var part = new Part<TSegment>(made, null, 0);
        foreach (var (was, isNow) in old.Select(o => (o, Array.Find(current, p => p.Segment == o.Segment)!)))
            if (isNow.DeadCount > was.DeadCount)
                for (var at = 0; at < was.Segment.Count; at++)
                    if (was.IsAlive(at) && !isNow.IsAlive(at)) Leave(was.Segment.Keys[at]);
        for (var at = 0; at < frozen; at++)
            if (newest.IsAlive(at) && !now.IsAlive(at)) Leave(newest.KeyAt(at));
        return ([.. parts.Where(p => !current.Contains(p)).Append(part).Where(p => p.Alive > 0)
            .OrderByDescending(p => p.Segment.Count)], now.From(frozen));

        void Leave(Key key)
        {
            if (part.Find(key) is >= 0 and var at) part = part.Without(at);
        }
    }

    // 0 for the smallest, then one more for each time the fan.
    static int Tier(Part<TSegment> part)
    {
        var tier = 0;
        for (long size = Smallest; size < part.Segment.Count; size *= Fan) tier++;
        return tier;
    }
}
