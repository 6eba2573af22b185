using System.Runtime.CompilerServices;
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
    readonly Openings openings;

    // Jobs made ready, by block; made when first scored, and again for other weights, graph or words.
    readonly ConditionalWeakTable<JobBlock, PreparedJob?[]> prepared;

    MatchIndex(Roster roster, Openings openings, Weights weights, SkillGraph graph, TextCorpus corpus,
        MatchIndex? before = null)
    {
        (this.roster, this.openings) = (roster, openings);
        (Weights, Graph) = (weights, graph);
        Corpus = Math.Abs(roster.Count - corpus.Documents) * 8L > corpus.Documents ? roster.Corpus() : corpus;
        prepared = before is not null && before.Weights == Weights && before.Graph == Graph && before.Corpus == Corpus
            ? before.prepared : [];
    }

    /// <summary>An index of nothing.</summary>
    public static MatchIndex Empty { get; } =
        new(Roster.Empty, Openings.Empty, Weights.V1, SkillGraph.None, TextCorpus.Empty);

    /// <summary>Builds an index. Every id once.</summary>
    /// <param name="freelancers">Read once, one after the other.</param>
    /// <param name="jobs">Read once.</param>
    /// <param name="weights">Version 1 when not given.</param>
    /// <param name="graph">None when not given.</param>
    /// <param name="dimensions">Of the semantic vectors; 0 keeps none.</param>
    public static MatchIndex Of(IEnumerable<FreelancerDocument> freelancers, IEnumerable<JobDocument> jobs,
        Weights? weights = null, SkillGraph? graph = null, int dimensions = 0) => new(
        Roster.Of(freelancers.Select(f => new PreparedFreelancer(f)), dimensions), Openings.Of(jobs),
        (weights ?? Weights.V1).Checked(), graph ?? SkillGraph.None, TextCorpus.Empty);

    internal static MatchIndex Of(Roster roster, IEnumerable<JobDocument> jobs, Weights weights, SkillGraph graph) =>
        new(roster, Openings.Of(jobs), weights.Checked(), graph, TextCorpus.Empty);

    /// <summary>
    /// Keeps all freelancers in a file, brought together first. Jobs are few, and read from where they come from.
    /// </summary>
    /// <param name="path">Replaced as a whole, or not at all.</param>
    /// <param name="sequence">The last change that is in this version.</param>
    /// <param name="stamp">Whatever else the file must fit to.</param>
    public void Save(string path, long sequence, long stamp = 0)
    {
        var whole = roster.Parts.Length == 1 && roster.Parts[0].DeadCount == 0 && roster.Delta.Count == 0
            ? roster : roster.Tidied(roster.Due(all: true)!);
        var segment = whole.Parts.Length == 0 ? SegmentBuilder.Build(new(0)) : whole.Parts[0].Segment;
        SegmentFile.Save(segment.Slab, Segment.Kind, path, sequence, stamp);
    }

    /// <summary>
    /// The index in a file, mapped into memory, and the change it goes to: later ones are to be applied to it. Null
    /// when the file is missing, damaged or of another version; then the index is built anew.
    /// </summary>
    public static (MatchIndex Index, long Sequence, long Stamp)? Load(
        string path, IEnumerable<JobDocument> jobs, Weights? weights = null, SkillGraph? graph = null) =>
        SegmentFile.Load(Segment.Kind, path) is var (slab, sequence, stamp)
            ? (Of(Roster.Of(new Segment(slab)), jobs, weights ?? Weights.V1, graph ?? SkillGraph.None),
                sequence, stamp)
            : null;

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

    /// <summary>Number of jobs.</summary>
    public int Jobs => openings.Count;

    /// <summary>Whether a freelancer is in it.</summary>
    public bool HasFreelancer(Guid id) => roster.Contains(Key.Of(id));

    /// <summary>How many freelancers have each skill.</summary>
    public IReadOnlyDictionary<int, int> Supply() => roster.Supply();

    internal Roster Roster => roster;
    internal Openings Openings => openings;

    /// <summary>A version with these jobs and no others.</summary>
    public MatchIndex With(IEnumerable<JobDocument> jobs) => Next(roster, Openings.Of(jobs));

    /// <summary>A version in which this freelancer is as given.</summary>
    public MatchIndex With(FreelancerDocument freelancer) =>
        With(new PreparedFreelancer(freelancer));

    /// <summary>The same, with the words counted before.</summary>
    public MatchIndex With(PreparedFreelancer freelancer) => Next(roster.With(freelancer), openings);

    /// <summary>A version in which this job is as given.</summary>
    public MatchIndex With(JobDocument job) => Next(roster, openings.With(job));

    /// <summary>A version without this freelancer.</summary>
    public MatchIndex WithoutFreelancer(Guid id) =>
        roster.Without(Key.Of(id)) is var next && next == roster ? this : Next(next, openings);

    /// <summary>A version without this job.</summary>
    public MatchIndex WithoutJob(Guid id) =>
        openings.Without(Key.Of(id)) is var next && next == openings ? this : Next(roster, next);

    /// <summary>
    /// Work that keeps searching fast, done beside readers and writer: freezing the newest, bringing small parts
    /// together, dropping the dead. Null when none is due. Apply the result to the version of that moment.
    /// </summary>
    /// <param name="all">Everything into one part, due or not.</param>
    public Tidy? Tidied(bool all = false) =>
        roster.Due(all) is { } done ? new(done) : null;

    /// <summary>Tidying that was done.</summary>
    public sealed class Tidy
    {
        readonly Tidying<Segment, PreparedFreelancer> done;

        internal Tidy(Tidying<Segment, PreparedFreelancer> done) => this.done = done;

        /// <summary>The given later version, tidied; unchanged when it was tidied otherwise in the meantime.</summary>
        public MatchIndex Apply(MatchIndex now) => now.Next(now.roster.Tidied(done), now.openings);
    }

    /// <summary>A version with other weights or another graph.</summary>
    public MatchIndex With(Weights weights, SkillGraph graph) =>
        new(roster, openings, weights.Checked(), graph, Corpus);

    /// <summary>A freelancer as this job's scorer reads one, or null.</summary>
    public PreparedFreelancer? Freelancer(Guid id, PreparedJob job) => roster.Find(Key.Of(id), job.Query);

    /// <summary>Makes a job ready for scoring against this version, whether or not it is in it.</summary>
    public PreparedJob Prepare(JobDocument job) => new(job, Weights, Corpus, Graph);

    /// <summary>A job of this index made ready, or null.</summary>
    public PreparedJob? Job(Guid id) =>
        openings.Find(Key.Of(id)) is var (block, at) ? Ready(block)[at] ??= Prepare(block, at) : null;

    internal PreparedJob Job(Hit hit) => Ready(openings.BlockOf(hit))[hit.At]!;

    internal void SearchJobs(PreparedFreelancer freelancer, DateOnly today, Sink sink) => openings.Search(freelancer,
        today, Ready, Prepare, sink);

    PreparedJob?[] Ready(JobBlock block) => prepared.GetValue(block, b => new PreparedJob?[b.Jobs.Length]);

    PreparedJob Prepare(JobBlock block, int at) =>
        new(block.Jobs[at].Document, block.Jobs[at].Terms, Weights, Corpus, Graph);

    MatchIndex Next(Roster people, Openings work) => new(people, work, Weights, Graph, Corpus, this);
}
