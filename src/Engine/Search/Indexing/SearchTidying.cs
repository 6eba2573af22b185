using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>
/// Freezes the newest and brings parts together, beside the readers and the writer: built from one version and applied
/// to a later one, to which it carries over who left in the meantime.
/// </summary>
sealed class SearchTidying
{
    const int Fan = 4, WorthFreezing = SearchIndex.DeltaCapacity / 2;

    readonly SearchPart[] old;
    readonly SearchEntry[] frozen;
    readonly SearchSegment made;

    public SearchTidying(SearchSchema schema, SearchPart[] old, SearchEntry[] frozen)
    {
        (this.old, this.frozen) = (old, frozen);
        var draft = new SearchDraft(schema);
        foreach (var part in old) part.CopyTo(draft);
        foreach (var entry in frozen) draft.Add(entry);
        made = SearchBuilder.Build(draft);
    }

    /// <summary>The work that is due, done; null when there is none.</summary>
    public static SearchTidying? Due(SearchIndex index)
    {
        var crowded = index.Parts.GroupBy(Tier).FirstOrDefault(tier => tier.Count() >= Fan)?.ToArray()
            ?? [.. index.Parts.Where(p => p.DeadCount * 3 > p.Segment.Count).Take(1)];
        if (crowded.Length > 0) return new(index.Schema, crowded, []);
        return index.Delta.Length >= WorthFreezing ? new(index.Schema, [], index.Delta) : null;
    }

    /// <summary>The parts and the delta after it; null when what this was built from is no longer there.</summary>
    public (SearchPart[] Parts, SearchEntry[] Delta)? Apply(SearchIndex now)
    {
        // Parts are copied when somebody leaves them: they are known again by their segment.
        var current = now.Parts.Where(p => Array.Exists(old, o => o.Segment == p.Segment)).ToArray();
        if (current.Length != old.Length) return null;
        var part = new SearchPart(made, null, 0);
        foreach (var (was, isNow) in old.Select(o => (o, Array.Find(current, p => p.Segment == o.Segment)!)))
            if (isNow.DeadCount > was.DeadCount)
                for (var at = 0; at < was.Segment.Count; at++)
                    if (was.IsAlive(at) && !isNow.IsAlive(at)) Leave(was.Segment.Keys[at]);
        var moved = frozen.ToHashSet();
        var rest = now.Delta.Where(entry => !moved.Remove(entry)).ToArray();
        foreach (var gone in moved) Leave(gone.Key);
        return ([.. now.Parts.Where(p => !current.Contains(p)).Append(part).Where(p => p.Alive > 0)
            .OrderByDescending(p => p.Segment.Count)], rest);

        void Leave(Key key)
        {
            if (part.Find(key) is >= 0 and var at) part = part.Without(at);
        }
    }

    // 0 for up to two deltas, then one more for each time the fan.
    static int Tier(SearchPart part)
    {
        var tier = 0;
        for (var size = 2L * SearchIndex.DeltaCapacity; size < part.Segment.Count; size *= Fan) tier++;
        return tier;
    }
}
