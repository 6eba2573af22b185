using Guildhall.Accounts.Public;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;
using Guildhall.Jobs.Public;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>A freelancer with everything search and matching know of them, read when it is shown or scored.</summary>
/// <param name="Prepared">The same as the engine scores it.</param>
/// <param name="Words">Everything a search may find them by: name, headline, bio, portfolio, names of skills.</param>
/// <param name="Shown">The words of the portfolio alone.</param>
/// <param name="Score">Published reputation, 0 to 1000; null before the first.</param>
/// <param name="Stars">Average of the ratings, 1 to 5; null without reviews.</param>
public sealed record FreelancerEntry(
    FreelancerCard Card, Person Person, FreelancerDocument Document, PreparedFreelancer Prepared, TermVector Words,
    TermVector Shown, int? Score, decimal? Stars, int Reviews);

/// <summary>An open job with everything search and matching know of it.</summary>
/// <param name="Words">Everything a search may find it by: title, description, names of skills.</param>
public sealed record JobEntry(
    JobView View, Person Client, string? Country, JobDocument Document, TermVector Words);

/// <summary>
/// Everyone who can be found and every job that can be answered, at one moment: what scoring and searching read, in
/// columns. Names and cards are read from the database when they are shown. Immutable.
/// </summary>
/// <param name="Taxonomy">The meaning of the skills it was made with.</param>
public sealed record Market(MatchIndex Engine, SearchIndex Talent, SearchIndex Work, long Taxonomy)
{
    public Market With(FreelancerEntry entry, Skills skills) => this with
    {
        Engine = Engine.With(entry.Prepared), Talent = Talent.With(TalentColumns.Of(entry, skills)),
    };

    public Market With(JobEntry entry) => this with
    {
        Engine = Engine.With(entry.Document), Work = Work.With(JobColumns.Of(entry)),
    };

    public Market WithoutFreelancer(Guid id) => this with
    {
        Engine = Engine.WithoutFreelancer(id), Talent = Talent.Without(id),
    };

    public Market WithoutJob(Guid id) => this with { Engine = Engine.WithoutJob(id), Work = Work.Without(id) };

    /// <summary>Whether this open job is this client's own.</summary>
    public bool IsOwn(Guid job, Guid client) => Work.Has(job, JobColumns.Client(client));
}
