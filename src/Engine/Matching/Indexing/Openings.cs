using System.Collections.Immutable;
using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching.Indexing;

/// <summary>Every open job at one moment: blocks with their dead, the newest in small ones. Immutable.</summary>
sealed class Openings
{
    // So many newest jobs stand in blocks of one before they are brought together.
    const int Fan = 16;

    sealed record Shelf(JobBlock Block, ImmutableHashSet<int> Dead)
    {
        public int Alive => Block.Jobs.Length - Dead.Count;

        public int Find(Key key) => Block.Find(key) is >= 0 and var at && !Dead.Contains(at) ? at : -1;

        public IEnumerable<(JobDocument, TermVector)> Living => Block.Jobs.Where((_, i) => !Dead.Contains(i));
    }

    public static readonly Openings Empty = new([]);

    readonly ImmutableArray<Shelf> shelves;

    Openings(ImmutableArray<Shelf> shelves) => this.shelves = shelves;

    public int Count => shelves.Sum(s => s.Alive);

    public IEnumerable<JobDocument> All => shelves.SelectMany(s => s.Living.Select(j => j.Item1));

    public static Openings Of(IEnumerable<JobDocument> jobs) =>
        new([.. jobs.OrderBy(MainSkill).Select(j => (j, TermVector.Of(j.Text))).Chunk(JobBlock.Capacity).Select(Make)]);

    public Openings With(JobDocument job)
    {
        var next = Without(Key.Of(job.Id)).shelves.Add(Make([(job, TermVector.Of(job.Text))]));
        // Blocks of 1, 16, 256 and 4,096: each job is moved three times at most.
        for (var size = 1; size < JobBlock.Capacity; size *= Fan)
        {
            var small = next.Where(s => s.Block.Jobs.Length <= size).ToArray();
            if (small.Length < Fan) continue;
            (JobDocument, TermVector)[] together = [.. small.SelectMany(s => s.Living)];
            next = next.RemoveRange(small);
            if (together.Length > 0) next = next.Add(Make(together));
        }
        return new(next);
    }

    public Openings Without(Key key)
    {
        for (var i = 0; i < shelves.Length; i++)
            if (shelves[i].Find(key) is >= 0 and var at)
                return new(shelves[i].Alive == 1 ? shelves.RemoveAt(i)
                    : shelves.SetItem(i, shelves[i] with { Dead = shelves[i].Dead.Add(at) }));
        return this;
    }

    public (JobBlock Block, int At)? Find(Key key)
    {
        foreach (var shelf in shelves)
            if (shelf.Find(key) is >= 0 and var at) return (shelf.Block, at);
        return null;
    }

    /// <param name="freelancer">Whom the jobs are for.</param>
    /// <param name="today">The day of the match.</param>
    /// <param name="prepared">The jobs of a block made ready so far; kept by the index between searches.</param>
    /// <param name="prepare">Makes one ready.</param>
    /// <param name="sink">Where the best go.</param>
    public void Search(
        PreparedFreelancer freelancer, DateOnly today, Func<JobBlock, PreparedJob?[]> prepared,
        Func<JobBlock, int, PreparedJob> prepare, Sink sink)
    {
        Span<int> saved = stackalloc int[JobBlock.Capacity];
        for (var source = 0; source < shelves.Length; source++)
        {
            var (block, dead) = (shelves[source].Block, shelves[source].Dead);
            var ready = prepared(block);
            block.Saved(freelancer, saved);
            // Those whose skills are met first, so that the floor is high for all others.
            var good = Good(saved[..block.Jobs.Length]);
            Score(saved, good, int.MaxValue);
            Score(saved, 0, good);

            void Score(Span<int> saved, int from, int below)
            {
                for (var at = 0; at < block.Jobs.Length; at++)
                {
                    if (saved[at] < from || saved[at] >= below || dead.Contains(at)) continue;
                    if (sink.Refuses(JobBlock.Most(saved[at]), block.Keys[at])) continue;
                    var job = ready[at] ??= prepare(block, at);
                    if (sink.Floor >= 0 && sink.Refuses(Scorer.Ceiling(job, freelancer), block.Keys[at])) continue;
                    sink.Take(Scorer.Points(job, freelancer, today), block.Keys[at], source, at);
                }
            }
        }
    }

    public JobBlock BlockOf(in Hit hit) => shelves[hit.Source].Block;

    // The level that a few dozen jobs reach.
    static int Good(ReadOnlySpan<int> saved)
    {
        const int wanted = 64, step = 50;
        Span<int> counts = stackalloc int[1_000 / step + 1];
        counts.Clear();
        foreach (var one in saved) counts[Math.Min(one, 1_000) / step]++;
        var (level, reached) = (counts.Length - 1, counts[^1]);
        while (level > 0 && reached < wanted) reached += counts[--level];
        return level * step;
    }

    static Shelf Make((JobDocument, TermVector)[] jobs) => new(new(jobs), []);

    static int MainSkill(JobDocument job) =>
        job.Requirements.Count == 0 ? int.MaxValue : job.Requirements.Min(r => r.SkillId);
}
