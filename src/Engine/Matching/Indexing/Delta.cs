namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// The newest freelancers, in the order they came, before they are frozen into a segment. Immutable to its readers:
/// later versions share the arrays and see more of them.
/// </summary>
sealed class Delta
{
    /// <summary>Places in a delta.</summary>
    public const int Capacity = 2_048;

    sealed class Shared
    {
        public readonly PreparedFreelancer[] Items = new PreparedFreelancer[Capacity];
        public readonly Key[] Keys = new Key[Capacity];
        public int Used;
    }

    public static Delta Empty => new(new(), 0, new ulong[Capacity / 64], 0, new());

    readonly Shared shared;
    readonly ulong[] dead;
    readonly object line;

    Delta(Shared shared, int count, ulong[] dead, int alive, object line)
    {
        (this.shared, Count, this.dead, Alive, this.line) = (shared, count, dead, alive, line);
    }

    /// <summary>Places taken, by the living and the dead.</summary>
    public int Count { get; }

    public int Alive { get; }

    public PreparedFreelancer this[int at] => shared.Items[at];

    public bool IsAlive(int at) => (dead[at >> 6] >> (at & 63) & 1) == 0;

    public int Find(Key key)
    {
        for (var at = shared.Keys.AsSpan(0, Count).LastIndexOf(key); at >= 0;
             at = shared.Keys.AsSpan(0, at).LastIndexOf(key))
            if (IsAlive(at)) return at;
        return -1;
    }

    /// <summary>The next version, with one more. There must be room.</summary>
    public Delta With(PreparedFreelancer freelancer)
    {
        // Two versions may grow from one: only the first may use the shared place, the other takes a copy.
        var own = Interlocked.CompareExchange(ref shared.Used, Count + 1, Count) == Count ? shared : Copy();
        own.Keys[Count] = Key.Of(freelancer.Id);
        own.Items[Count] = freelancer;
        return new(own, Count + 1, dead, Alive + 1, line);
    }

    public Delta Without(int at)
    {
        ulong[] copy = [.. dead];
        copy[at >> 6] |= 1UL << (at & 63);
        return new(shared, Count, copy, Alive - 1, line);
    }

    /// <summary>Whether this one grew out of the other, so that places mean the same in both.</summary>
    public bool Continues(Delta other) => line == other.line;

    /// <summary>A new delta with those from a place on.</summary>
    public Delta From(int first)
    {
        var rest = Empty;
        for (var at = first; at < Count; at++)
            if (IsAlive(at)) rest = rest.With(shared.Items[at]);
        return rest;
    }

    public void Search(JobPlan plan, Sink sink, int source, Func<Guid, bool>? where = null)
    {
        for (var at = 0; at < Count; at++)
        {
            if (!IsAlive(at)) continue;
            var (key, freelancer) = (shared.Keys[at], shared.Items[at]);
            if (where is not null && !where(key.Id)) continue;
            if (sink.Floor >= 0 && sink.Refuses(Scorer.Ceiling(plan.Job, freelancer), key)) continue;
            sink.Take(Scorer.Points(plan.Job, freelancer, plan.Today), key, source, at);
        }
    }

    Shared Copy()
    {
        var copy = new Shared { Used = Count + 1 };
        Array.Copy(shared.Items, copy.Items, Count);
        Array.Copy(shared.Keys, copy.Keys, Count);
        return copy;
    }
}
