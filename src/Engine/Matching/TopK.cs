namespace Guildhall.Engine.Matching;

/// <summary>Keeps the k highest scores; of equal scores the lower position.</summary>
sealed class TopK(int k)
{
    readonly int size = Math.Clamp(k, 0, Ranker.MaxResults);
    readonly PriorityQueue<int, (int Score, int At)> worstFirst = new(order);

    static readonly Comparer<(int Score, int At)> order = Comparer<(int Score, int At)>.Create(
        (a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.At.CompareTo(a.At));

    public void Offer(int score, int at)
    {
        if (worstFirst.Count < size) worstFirst.Enqueue(at, (score, at));
        else if (size > 0) worstFirst.EnqueueDequeue(at, (score, at));
    }

    /// <summary>Positions, best first.</summary>
    public IReadOnlyList<int> Best()
    {
        var best = new int[worstFirst.Count];
        for (var i = best.Length - 1; i >= 0; i--) best[i] = worstFirst.Dequeue();
        return best;
    }
}
