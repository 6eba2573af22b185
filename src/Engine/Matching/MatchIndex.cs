using Guildhall.Engine.Matching.Indexing;
using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>
/// Every freelancer and every open job at one moment, arranged so that the best are found without scoring all: blocks
/// of 4,096 with an upper bound each, in memory that can be a mapped file. Immutable: readers never lock, a change
/// makes the next version in microseconds, and whoever publishes it with one volatile write publishes all of it.
/// Answers are exactly those of <see cref="ExhaustiveIndex"/>: the same ids, the same scores.
/// </summary>
public sealed class MatchIndex
{
    readonly Roster roster;

    MatchIndex(Roster roster, Weights weights, SkillGraph graph, TextCorpus corpus)
    {
        this.roster = roster;
        (Weights, Graph) = (weights, graph);
        Corpus = Math.Abs(roster.Count - corpus.Documents) * 8L > corpus.Documents ? roster.Corpus() : corpus;
    }

    /// <summary>An index of nothing.</summary>
    public static MatchIndex Empty { get; } = new(Roster.Empty, Weights.V1, SkillGraph.None, TextCorpus.Empty);

    /// <summary>Builds an index. Every id once.</summary>
    /// <param name="freelancers">Read once, one after the other.</param>
    /// <param name="jobs">Read once.</param>
    /// <param name="weights">Version 1 when not given.</param>
    /// <param name="graph">None when not given.</param>
    /// <param name="dimensions">Of the semantic vectors; 0 keeps none.</param>
    public static MatchIndex Of(IEnumerable<FreelancerDocument> freelancers, IEnumerable<JobDocument> jobs,
        Weights? weights = null, SkillGraph? graph = null, int dimensions = 0) => new(
        Roster.Of(freelancers.Select(f => new PreparedFreelancer(f)), dimensions),
        (weights ?? Weights.V1).Checked(), graph ?? SkillGraph.None, TextCorpus.Empty);

    /// <summary>The weights everything is scored with.</summary>
    public Weights Weights { get; }

    /// <summary>The skill graph everything is scored with.</summary>
    public SkillGraph Graph { get; }

    /// <summary>
    /// Word statistics over the freelancers' texts; recounted when the number of freelancers has drifted by an eighth.
    /// </summary>
    public TextCorpus Corpus { get; }

    /// <summary>Number of freelancers.</summary>
    public int Freelancers => roster.Count;

    /// <summary>Memory that the freelancers take, the delta not counted.</summary>
    public long Bytes => roster.Parts.Sum(p => p.Segment.Slab.Length);

    internal Roster Roster => roster;

    /// <summary>A version in which this freelancer is as given.</summary>
    public MatchIndex With(FreelancerDocument freelancer) =>
        new(roster.With(new PreparedFreelancer(freelancer)), Weights, Graph, Corpus);

    /// <summary>A version without this freelancer.</summary>
    public MatchIndex WithoutFreelancer(Guid id) =>
        roster.Without(Key.Of(id)) is var next && next == roster ? this : new(next, Weights, Graph, Corpus);

    /// <summary>
    /// Work that keeps searching fast, done beside readers and writer: freezing the newest, bringing small parts
    /// together, dropping the dead. Null when none is due. Apply the result to the version of that moment.
    /// </summary>
    /// <param name="all">Everything into one part, due or not.</param>
    public Tidy? Tidied(bool all = false) =>
        (all ? new Tidying(roster, [.. roster.Parts], roster.Delta.Count) : Tidying.Due(roster)) is { } done
            ? new(done) : null;

    /// <summary>Tidying that was done.</summary>
    public sealed class Tidy
    {
        readonly Tidying done;

        internal Tidy(Tidying done) => this.done = done;

        /// <summary>The given later version, tidied; unchanged when it was tidied otherwise in the meantime.</summary>
        public MatchIndex Apply(MatchIndex now) => new(done.Apply(now.roster), now.Weights, now.Graph, now.Corpus);
    }

    /// <summary>A version with other weights or another graph.</summary>
    public MatchIndex With(Weights weights, SkillGraph graph) => new(roster, weights.Checked(), graph, Corpus);

    /// <summary>A freelancer as this job's scorer reads one, or null.</summary>
    public PreparedFreelancer? Freelancer(Guid id, PreparedJob job) => roster.Find(Key.Of(id), job.Query);

    /// <summary>Makes a job ready for scoring against this version, whether or not it is in it.</summary>
    public PreparedJob Prepare(JobDocument job) => new(job, Weights, Corpus, Graph);
}
