namespace Guildhall.Engine.Matching.Fairness;

/// <summary>Ways of ordering a head of a list so that groups stand as they are among those who could.</summary>
public enum RerankKind
{
    /// <summary>By the score alone.</summary>
    None,
    /// <summary>
    /// At each position the best of a group that is owed a place, or else of one that may still have one.
    /// </summary>
    DetGreedy,
    /// <summary>Places are owed by deadlines; within them the better stand higher.</summary>
    DetConstSort,
}

/// <summary>
/// The two deterministic algorithms of Geyik, Ambler and Kenthapadi (2019). They move people, never a score: within a
/// group the better always stands higher.
/// </summary>
public static class Reranking
{
    /// <summary>Positions of <paramref name="scored"/> in the new order; all of them.</summary>
    /// <param name="scored">Score and group, best first.</param>
    /// <param name="desired">Parts of the groups; every group of the list is in it.</param>
    /// <param name="kind">How.</param>
    public static int[] Order(IReadOnlyList<(int Score, string Group)> scored,
        IReadOnlyDictionary<string, double> desired, RerankKind kind) => kind switch
    {
        RerankKind.DetGreedy => Greedy(scored, desired),
        RerankKind.DetConstSort => ConstSort(scored, desired),
        _ => [.. Enumerable.Range(0, scored.Count)],
    };

    static Dictionary<string, Queue<int>> Queues(IReadOnlyList<(int Score, string Group)> scored) =>
        Enumerable.Range(0, scored.Count).GroupBy(i => scored[i].Group)
            .ToDictionary(g => g.Key, g => new Queue<int>(g.OrderByDescending(i => scored[i].Score).ThenBy(i => i)));

    static int[] Greedy(IReadOnlyList<(int Score, string Group)> scored, IReadOnlyDictionary<string, double> desired)
    {
        var queues = Queues(scored);
        var placed = queues.Keys.ToDictionary(g => g, _ => 0);
        var order = new int[scored.Count];
        for (var k = 1; k <= order.Length; k++)
        {
            var left = queues.Where(q => q.Value.Count > 0).Select(q => q.Key).ToArray();
            var owed = left.Where(g => placed[g] < Floor(k * desired[g])).ToArray();
            var may = left.Where(g => placed[g] < Math.Ceiling(k * desired[g] - 1e-9)).ToArray();
            var from = owed.Length > 0 ? owed : may.Length > 0 ? may : left;
            var next = from.MinBy(g => (-scored[queues[g].Peek()].Score, queues[g].Peek()))!;
            order[k - 1] = queues[next].Dequeue();
            placed[next]++;
        }
        return order;
    }

    static int[] ConstSort(
        IReadOnlyList<(int Score, string Group)> scored, IReadOnlyDictionary<string, double> desired)
    {
        var queues = Queues(scored);
        var placed = queues.Keys.ToDictionary(g => g, _ => 0);
        var (order, deadlines) = (new List<int>(scored.Count), new List<int>(scored.Count));
        for (var k = 1; k <= scored.Count; k++)
            foreach (var group in queues.Keys
                .Where(g => queues[g].Count > 0 && placed[g] < Floor(k * desired[g]))
                .OrderBy(g => (-scored[queues[g].Peek()].Score, queues[g].Peek())).ToArray())
            {
                order.Add(queues[group].Dequeue());
                deadlines.Add(k);
                placed[group]++;
                // Upwards past whoever scores less and keeps their deadline one place lower.
                for (var at = order.Count - 1; at > 0 && deadlines[at - 1] > at
                    && scored[order[at - 1]].Score < scored[order[at]].Score; at--)
                {
                    (order[at - 1], order[at]) = (order[at], order[at - 1]);
                    (deadlines[at - 1], deadlines[at]) = (deadlines[at], deadlines[at - 1]);
                }
            }
        // Fractions of a place are owed to nobody: who is left follows by score.
        order.AddRange(queues.Values.SelectMany(q => q).OrderBy(i => (-scored[i].Score, i)));
        return [.. order];
    }

    // Seven tenths of ten is seven, whatever binary fractions say.
    static int Floor(double places) => (int)Math.Floor(places + 1e-9);
}
