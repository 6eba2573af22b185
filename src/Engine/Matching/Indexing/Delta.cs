namespace Guildhall.Engine.Matching.Indexing;

/// <summary>How many of the newest there may be.</summary>
static class Newest
{
    /// <summary>So many are worth a segment of their own, made beside readers and writer.</summary>
    public const int WorthFreezing = 512;

    /// <summary>
    /// So many and no more: whoever adds another one freezes them first. Background work once a second is late by
    /// thousands of changes before that happens.
    /// </summary>
    public const int Capacity = 8 * WorthFreezing;
}

/// <summary>
/// The newest, in the order they came, before they are frozen into a segment. Immutable to its readers: later versions
/// share the arrays and see more of them.
/// </summary>
sealed class Delta<T>
{
    sealed class Shared(int room)
    {
        public readonly T[] Items = new T[room];
        public readonly Key[] Keys = new Key[room];
        public int Used;
    }

    const int FirstRoom = 64;

    readonly Shared shared;
    readonly ulong[] dead;
    readonly object line;

    Delta(Shared shared, int count, ulong[] dead, int alive, object line)
    {
        (this.shared, Count, this.dead, Alive, this.line) = (shared, count, dead, alive, line);
    }

    public static Delta<T> Empty => new(new(FirstRoom), 0, new ulong[Newest.Capacity / 64], 0, new());

    /// <summary>Places taken, by the living and the dead.</summary>
    public int Count { get; }

    public int Alive { get; }

    public bool IsFull => Count == Newest.Capacity;

    public T this[int at] => shared.Items[at];

    public Key KeyAt(int at) => shared.Keys[at];

    public bool IsAlive(int at) => (dead[at >> 6] >> (at & 63) & 1) == 0;

    public IEnumerable<T> Living
    {
        get
        {
            for (var at = 0; at < Count; at++)
                if (IsAlive(at)) yield return shared.Items[at];
        }
    }

    public int Find(Key key)
    {
        for (var at = shared.Keys.AsSpan(0, Count).LastIndexOf(key); at >= 0;
             at = shared.Keys.AsSpan(0, at).LastIndexOf(key))
            if (IsAlive(at)) return at;
        return -1;
    }

    /// <summary>The next version, with one more. There must be room.</summary>
    public Delta<T> With(Key key, T item)
    {
        // Two versions may grow from one: only the first may use the shared place, the other takes a copy.
        var own = Count < shared.Items.Length
            && Interlocked.CompareExchange(ref shared.Used, Count + 1, Count) == Count ? shared : Copy();
        own.Keys[Count] = key;
        own.Items[Count] = item;
        return new(own, Count + 1, dead, Alive + 1, line);
    }

    public Delta<T> Without(int at)
    {
        ulong[] copy = [.. dead];
        copy[at >> 6] |= 1UL << (at & 63);
        return new(shared, Count, copy, Alive - 1, line);
    }

    /// <summary>Whether this one grew out of the other, so that places mean the same in both.</summary>
    public bool Continues(Delta<T> other) => line == other.line;

    /// <summary>A new delta with those from a place on.</summary>
    public Delta<T> From(int first)
    {
        var rest = Empty;
        for (var at = first; at < Count; at++)
            if (IsAlive(at)) rest = rest.With(shared.Keys[at], shared.Items[at]);
        return rest;
    }

    Shared Copy()
    {
        var copy = new Shared(Count < shared.Items.Length ? shared.Items.Length : 2 * Count) { Used = Count + 1 };
        Array.Copy(shared.Items, copy.Items, Count);
        Array.Copy(shared.Keys, copy.Keys, Count);
        return copy;
    }
}
