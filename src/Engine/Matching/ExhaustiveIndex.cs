using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>
/// Every freelancer and every open job, ready for scoring, as one immutable snapshot: readers never lock, a writer
/// makes the
/// next one. Searching it means scoring everything in it; that is right for thousands and is the oracle for faster
/// indexes.
/// Word statistics are recounted when the number of freelancers has drifted by an eighth since the last count, so
/// that one
/// newcomer does not move everybody's number.
/// </summary>
public sealed class ExhaustiveIndex
{
    readonly PreparedFreelancer[] freelancers;
    readonly (JobDocument Document, TermVector Terms)[] jobs;
    readonly Lazy<PreparedJob[]> prepared;

    ExhaustiveIndex(PreparedFreelancer[] freelancers, (JobDocument Document, TermVector Terms)[] jobs,
        Weights weights, SkillGraph graph, TextCorpus corpus, ExhaustiveIndex? before = null)
    {
        this.freelancers = freelancers;
        this.jobs = jobs;
        (Weights, Graph) = (weights, graph);
        Corpus = Math.Abs(freelancers.Length - corpus.Documents) * 8 > corpus.Documents
            ? TextCorpus.Of(freelancers.Select(f => f.Terms)) : corpus;
        // A changed profile leaves the jobs as they are: preparing them again would cost more than the search.
        prepared = before?.jobs == jobs && before.Corpus == Corpus
            ? before.prepared : new(() => [.. jobs.Select(j => Prepare(j.Document, j.Terms))]);
    }

    /// <summary>An index of nothing.</summary>
    public static ExhaustiveIndex Empty { get; } = new([], [], Weights.V1, SkillGraph.None, TextCorpus.Empty);

    /// <summary>Builds an index. Of several documents with one id the last counts.</summary>
    public static ExhaustiveIndex Of(IEnumerable<FreelancerDocument> freelancers, IEnumerable<JobDocument> jobs,
        Weights? weights = null, SkillGraph? graph = null) => new(
        [.. freelancers.Reverse().DistinctBy(f => f.Id).OrderBy(f => f.Id).Select(f => new PreparedFreelancer(f))],
        [.. jobs.Reverse().DistinctBy(j => j.Id).OrderBy(j => j.Id).Select(j => (j, TermVector.Of(j.Text)))],
        (weights ?? Weights.V1).Checked(), graph ?? SkillGraph.None, TextCorpus.Empty);

    /// <summary>The weights everything is scored with.</summary>
    public Weights Weights { get; }

    /// <summary>The skill graph everything is scored with.</summary>
    public SkillGraph Graph { get; }

    /// <summary>Word statistics over the freelancers' texts; jobs are weighed by them in both directions.</summary>
    public TextCorpus Corpus { get; }

    /// <summary>The freelancers by ascending id.</summary>
    public IReadOnlyList<PreparedFreelancer> Freelancers => freelancers;

    /// <summary>The jobs by ascending id.</summary>
    public IReadOnlyList<PreparedJob> Jobs => prepared.Value;

    /// <summary>A snapshot in which this freelancer is as given.</summary>
    public ExhaustiveIndex With(FreelancerDocument freelancer) =>
        Next(Put(freelancers, Find(freelancers, freelancer.Id, f => f.Id), new(freelancer)), jobs);

    /// <summary>A snapshot in which this job is as given.</summary>
    public ExhaustiveIndex With(JobDocument job) =>
        Next(freelancers, Put(jobs, Find(jobs, job.Id, j => j.Document.Id), (job, TermVector.Of(job.Text))));

    /// <summary>A snapshot with other weights or another graph.</summary>
    public ExhaustiveIndex With(Weights weights, SkillGraph graph) =>
        new(freelancers, jobs, weights.Checked(), graph, Corpus);

    /// <summary>A snapshot without this freelancer.</summary>
    public ExhaustiveIndex WithoutFreelancer(Guid id) =>
        Find(freelancers, id, f => f.Id) is >= 0 and var at ? Next(Cut(freelancers, at), jobs) : this;

    /// <summary>A snapshot without this job.</summary>
    public ExhaustiveIndex WithoutJob(Guid id) =>
        Find(jobs, id, j => j.Document.Id) is >= 0 and var at ? Next(freelancers, Cut(jobs, at)) : this;

    /// <summary>The freelancer with this id, or null.</summary>
    public PreparedFreelancer? Freelancer(Guid id) =>
        Find(freelancers, id, f => f.Id) is >= 0 and var at ? freelancers[at] : null;

    /// <summary>The job with this id, or null.</summary>
    public PreparedJob? Job(Guid id) =>
        Find(jobs, id, j => j.Document.Id) is >= 0 and var at ? prepared.Value[at] : null;

    /// <summary>Makes a job ready for scoring against this snapshot, whether or not it is in it.</summary>
    public PreparedJob Prepare(JobDocument job) => Prepare(job, TermVector.Of(job.Text));

    PreparedJob Prepare(JobDocument job, TermVector terms) => new(job, terms, Weights, Corpus, Graph);

    ExhaustiveIndex Next(PreparedFreelancer[] people, (JobDocument, TermVector)[] work) =>
        new(people, work, Weights, Graph, Corpus, this);

    static int Find<T>(T[] sorted, Guid id, Func<T, Guid> idOf)
    {
        var (low, high) = (0, sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = idOf(sorted[middle]).CompareTo(id);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return ~low;
    }

    static T[] Put<T>(T[] sorted, int at, T item)
    {
        if (at < 0) return [.. sorted.AsSpan(0, ~at), item, .. sorted.AsSpan(~at)];
        T[] copy = [.. sorted];
        copy[at] = item;
        return copy;
    }

    static T[] Cut<T>(T[] sorted, int at) => [.. sorted.AsSpan(0, at), .. sorted.AsSpan(at + 1)];
}
