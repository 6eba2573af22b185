namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// Where scored freelancers go, and what the next must have to be worth scoring: a score above <see cref="Floor"/>, or
/// equal to it with an id not after <see cref="Latest"/>.
/// </summary>
abstract class Sink
{
    /// <summary>-1 while anything is welcome.</summary>
    public int Floor { get; protected set; } = -1;

    public Key Latest { get; protected set; } = Key.Last;

    public abstract void Take(int score, Key key, int source, int at);

    public bool Refuses(int most, Key key) => most < Floor || most == Floor && key > Latest;
}

/// <summary>Somebody found: in which part of the index, and where there.</summary>
readonly record struct Hit(int Score, Key Key, int Source, int At)
{
    public bool IsWorseThan(in Hit other) => Score != other.Score ? Score < other.Score : Key > other.Key;
}

/// <summary>
/// Keeps the best; of equal scores the lower id. With a beginning, the best of those that come after it.
/// </summary>
sealed class TopSink(int k, Func<Guid, bool>? where, (int Score, Key Key)? after = null) : Sink
{
    // A heap with the worst on top.
    Hit[] hits = new Hit[Math.Min(k, 64)];
    int count;

    public override void Take(int score, Key key, int source, int at)
    {
        var hit = new Hit(score, key, source, at);
        if (k == 0 || count == k && !hits[0].IsWorseThan(hit)) return;
        if (after is var (last, its) && (score > last || score == last && !(key > its))) return;
        if (where is not null && !where(key.Id)) return;
        if (count < k)
        {
            if (count == hits.Length) Array.Resize(ref hits, Math.Min(k, 2 * count));
            Rise(count++, hit);
        }
        else Sink(hit);
        if (count == k) (Floor, Latest) = (hits[0].Score, hits[0].Key);
    }

    /// <summary>Best first.</summary>
    public Hit[] Best()
    {
        var best = hits.AsSpan(0, count).ToArray();
        Array.Sort(best, (a, b) => a == b ? 0 : a.IsWorseThan(b) ? 1 : -1);
        return best;
    }

    void Rise(int at, in Hit hit)
    {
        for (; at > 0 && hit.IsWorseThan(hits[(at - 1) / 2]); at = (at - 1) / 2) hits[at] = hits[(at - 1) / 2];
        hits[at] = hit;
    }

    void Sink(in Hit hit)
    {
        var at = 0;
        for (var child = 1; child < count; child = 2 * at + 1)
        {
            if (child + 1 < count && hits[child + 1].IsWorseThan(hits[child])) child++;
            if (!hits[child].IsWorseThan(hit)) break;
            hits[at] = hits[child];
            at = child;
        }
        hits[at] = hit;
    }
}

/// <summary>Collects everybody who reaches a score.</summary>
sealed class AllSink : Sink
{
    public AllSink(int floor) => Floor = floor;

    public List<Hit> Hits { get; } = [];

    public override void Take(int score, Key key, int source, int at)
    {
        if (score >= Floor) Hits.Add(new(score, key, source, at));
    }
}
