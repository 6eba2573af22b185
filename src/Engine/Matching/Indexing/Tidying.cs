namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// Freezes the delta and brings parts together, beside the readers and the writer: built from one version and applied
/// to a later one, to which it carries over who left in the meantime.
/// </summary>
sealed class Tidying
{
    // Parts of about one size are brought together when there are so many of them; then each is so many times larger.
    const int Fan = 4, DeltaWorthFreezing = Delta.Capacity / 2;

    readonly Part[] old;
    readonly int frozen;
    readonly Segment made;
    readonly Roster from;

    public Tidying(Roster from, Part[] old, int frozen)
    {
        (this.from, this.old, this.frozen) = (from, old, frozen);
        var draft = new SegmentDraft(from.Dimensions);
        foreach (var part in old) part.CopyTo(draft);
        for (var at = 0; at < frozen; at++)
            if (from.Delta.IsAlive(at)) draft.Add(from.Delta[at]);
        made = SegmentBuilder.Build(draft);
    }

    /// <summary>The work that is due, done; null when there is none. As long as building what it replaces.</summary>
    public static Tidying? Due(Roster roster)
    {
        var crowded = roster.Parts.GroupBy(Tier).FirstOrDefault(tier => tier.Count() >= Fan)?.ToArray()
            ?? [.. roster.Parts.Where(p => p.DeadCount * 3 > p.Segment.Count).Take(1)];
        var frozen = roster.Delta.Count >= DeltaWorthFreezing ? roster.Delta.Count : 0;
        if (crowded.Length > 0) return new(roster, crowded, 0);
        return frozen > 0 ? new(roster, [], frozen) : null;
    }

    /// <summary>
    /// The given version, tidied; unchanged when what this was built from is no longer there.
    /// </summary>
    public Roster Apply(Roster now)
    {
        // Parts are copied when somebody leaves them: they are known again by their segment.
        var current = now.Parts.Where(p => Array.Exists(old, o => o.Segment == p.Segment)).ToArray();
        if (current.Length != old.Length || frozen > 0 && !now.Delta.Continues(from.Delta)) return now;
        var part = new Part(made, null, 0);
        foreach (var (was, isNow) in old.Select(o => (o, Array.Find(current, p => p.Segment == o.Segment)!)))
            if (isNow.DeadCount > was.DeadCount)
                for (var at = 0; at < was.Segment.Count; at++)
                    if (was.IsAlive(at) && !isNow.IsAlive(at)) Leave(was.Segment.Keys[at]);
        for (var at = 0; at < frozen; at++)
            if (from.Delta.IsAlive(at) && !now.Delta.IsAlive(at)) Leave(Key.Of(from.Delta[at].Id));
        return now.Replace(current, part, frozen);

        void Leave(Key key)
        {
            if (part.Find(key) is >= 0 and var at) part = part.Without(at);
        }
    }

    // 0 for up to two deltas, then one more for each time the fan.
    static int Tier(Part part)
    {
        var tier = 0;
        for (var size = 2L * Delta.Capacity; size < part.Segment.Count; size *= Fan) tier++;
        return tier;
    }
}
