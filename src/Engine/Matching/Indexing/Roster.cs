using System.Collections.Immutable;
using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// Every freelancer at one moment: segments with their dead, and the delta. Immutable; a change makes the next version,
/// which holds the mark on the old copy and the new entry both, so that nobody is ever missing or there twice.
/// </summary>
sealed class Roster
{
    /// <summary>As source of a hit: the delta.</summary>
    public const int FromDelta = -1;

    public static readonly Roster Empty = new([], Delta<PreparedFreelancer>.Empty, 0);

    Roster(ImmutableArray<Part<Segment>> parts, Delta<PreparedFreelancer> delta, int dimensions)
    {
        (Parts, Delta, Dimensions) = (parts, delta, dimensions);
        foreach (var part in parts) Count += part.Alive;
        Count += delta.Alive;
    }

    /// <summary>Largest first.</summary>
    public ImmutableArray<Part<Segment>> Parts { get; }

    public Delta<PreparedFreelancer> Delta { get; }

    public int Dimensions { get; }

    public int Count { get; }

    public static Roster Of(IEnumerable<PreparedFreelancer> freelancers, int dimensions)
    {
        var draft = new SegmentDraft(dimensions);
        foreach (var freelancer in freelancers) draft.Add(freelancer);
        return draft.Count == 0 ? new([], Delta<PreparedFreelancer>.Empty, dimensions)
            : Of(SegmentBuilder.Build(draft));
    }

    public static Roster Of(Segment segment) =>
        new([new(segment, null, 0)], Delta<PreparedFreelancer>.Empty, segment.Dimensions);

    public Roster With(PreparedFreelancer freelancer)
    {
        var roster = Without(Key.Of(freelancer.Id));
        if (roster.Delta.IsFull) roster = roster.Tidied(roster.Together([], roster.Delta.Count));
        return new(roster.Parts, roster.Delta.With(Key.Of(freelancer.Id), freelancer),
            roster.Dimensions > 0 ? roster.Dimensions : freelancer.Vector.Dimensions);
    }

    public Roster Without(Key key)
    {
        if (Delta.Find(key) is >= 0 and var at) return new(Parts, Delta.Without(at), Dimensions);
        for (var i = 0; i < Parts.Length; i++)
            if (Parts[i].Find(key) is >= 0 and var place)
                return new(Parts.SetItem(i, Parts[i].Without(place)), Delta, Dimensions);
        return this;
    }

    /// <summary>Somebody as the scorer reads one, with the words of this query.</summary>
    public PreparedFreelancer? Find(Key key, TextQuery query)
    {
        if (Delta.Find(key) is >= 0 and var at) return Delta[at];
        foreach (var part in Parts)
            if (part.Find(key) is >= 0 and var place) return part.Segment.Read(place, part.Segment.Known(query));
        return null;
    }

    public bool Contains(Key key)
    {
        if (Delta.Find(key) >= 0) return true;
        foreach (var part in Parts)
            if (part.Find(key) >= 0) return true;
        return false;
    }

    /// <summary>Everybody, with the words of this query.</summary>
    public IEnumerable<PreparedFreelancer> All(TextQuery query)
    {
        foreach (var part in Parts)
        {
            foreach (var freelancer in part.Segment.Read(part.Segment.Known(query), part.IsAlive))
                yield return freelancer;
        }
        for (var at = 0; at < Delta.Count; at++)
            if (Delta.IsAlive(at)) yield return Delta[at];
    }

    /// <summary>Those found, in their order, with the words of this query.</summary>
    public IEnumerable<PreparedFreelancer> Read(IEnumerable<Hit> hits, TextQuery query)
    {
        var terms = new KnownTerm[]?[Parts.Length];
        foreach (var hit in hits)
            if (hit.Source == FromDelta) yield return Delta[hit.At];
            else
            {
                var segment = Parts[hit.Source].Segment;
                yield return segment.Read(hit.At, terms[hit.Source] ??= segment.Known(query));
            }
    }

    public Facts FactsOf(in Hit hit) =>
        hit.Source == FromDelta ? Delta[hit.At].Facts : Parts[hit.Source].Segment.Facts[hit.At];

    public void Search(JobPlan plan, Sink sink)
    {
        for (var i = 0; i < Parts.Length; i++) BlockSearch.Run(Parts[i].Segment, Parts[i].Dead, i, plan, sink);
        Search(plan, sink, null);
    }

    /// <summary>The same among some: by part the pages of those who are not, and who is of the newest.</summary>
    public void Search(JobPlan plan, Sink sink, IReadOnlyList<ulong[][]> without, Func<Guid, bool> newest)
    {
        for (var i = 0; i < Parts.Length; i++) BlockSearch.Run(Parts[i].Segment, without[i], i, plan, sink);
        Search(plan, sink, newest);
    }

    void Search(JobPlan plan, Sink sink, Func<Guid, bool>? where)
    {
        for (var at = 0; at < Delta.Count; at++)
        {
            if (!Delta.IsAlive(at)) continue;
            var (key, freelancer) = (Delta.KeyAt(at), Delta[at]);
            if (where is not null && !where(key.Id)) continue;
            if (sink.Floor >= 0 && sink.Refuses(Scorer.Ceiling(plan.Job, freelancer), key)) continue;
            sink.Take(Scorer.Points(plan.Job, freelancer, plan.Today), key, FromDelta, at);
        }
    }

    /// <summary>Counts the words of everybody again.</summary>
    public TextCorpus Corpus()
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var part in Parts) part.Count(counts);
        for (var at = 0; at < Delta.Count; at++)
            if (Delta.IsAlive(at))
                foreach (var hash in Delta[at].Terms.Hashes) counts[hash] = counts.GetValueOrDefault(hash) + 1;
        return TextCorpus.Of(Count, counts);
    }

    /// <summary>How many have each skill.</summary>
    public Dictionary<int, int> Supply()
    {
        var found = new Dictionary<int, int>();
        foreach (var part in Parts)
        {
            var counts = new int[part.Segment.Skills.Length];
            for (var at = 0; at < part.Segment.Count; at++)
                if (part.IsAlive(at))
                    for (var i = part.Segment.Facts[at].Skills; i < part.Segment.Facts[at + 1].Skills; i++)
                        counts[part.Segment.OwnSkills[i]]++;
            for (var i = 0; i < counts.Length; i++)
                found[part.Segment.Skills[i]] = found.GetValueOrDefault(part.Segment.Skills[i]) + counts[i];
            GC.KeepAlive(part.Segment);
        }
        for (var at = 0; at < Delta.Count; at++)
            if (Delta.IsAlive(at))
                foreach (var skill in Delta[at].Skills) found[skill] = found.GetValueOrDefault(skill) + 1;
        return found;
    }

    /// <summary>Work that is due, or all of it, done; null when none is due.</summary>
    public Tidying<Segment, PreparedFreelancer>? Due(bool all) =>
        (all ? ([.. Parts], Delta.Count) : Tidying<Segment, PreparedFreelancer>.Due(Parts, Delta))
            is var (parts, newest) ? Together(parts, newest) : null;

    /// <summary>This version, tidied; the same when it was tidied otherwise in the meantime.</summary>
    public Roster Tidied(Tidying<Segment, PreparedFreelancer> done) =>
        done.Apply(Parts, Delta) is var (parts, delta) ? new([.. parts], delta, Dimensions) : this;

    Tidying<Segment, PreparedFreelancer> Together(Part<Segment>[] parts, int newest)
    {
        var draft = new SegmentDraft(Dimensions);
        foreach (var part in parts) part.CopyTo(draft);
        for (var at = 0; at < newest; at++)
            if (Delta.IsAlive(at)) draft.Add(Delta[at]);
        return new(parts, Delta, newest, SegmentBuilder.Build(draft));
    }
}
