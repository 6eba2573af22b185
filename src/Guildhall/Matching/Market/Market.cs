using System.Collections.Immutable;
using Guildhall.Accounts.Public;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;
using Guildhall.Jobs.Public;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>A freelancer as search and matching know them.</summary>
/// <param name="Words">Everything a search may find them by: name, headline, bio, portfolio, names of skills.</param>
/// <param name="Shown">The words of the portfolio alone.</param>
/// <param name="Score">Published reputation, 0 to 1000; null before the first.</param>
/// <param name="Stars">Average of the ratings, 1 to 5; null without reviews.</param>
public sealed record FreelancerEntry(
    FreelancerCard Card, Person Person, FreelancerDocument Document, TermVector Words, TermVector Shown, int? Score,
    decimal? Stars, int Reviews, int Completed);

/// <summary>An open job as search and matching know it.</summary>
/// <param name="Words">Everything a search may find it by: title, description, names of skills, the client.</param>
public sealed record JobEntry(JobView View, Person Client, JobDocument Document, TermVector Words);

/// <summary>Everyone who can be found and every job that can be answered, at one moment. Immutable.</summary>
public sealed record Market(
    MatchIndex Engine, ImmutableDictionary<Guid, FreelancerEntry> Freelancers,
    ImmutableDictionary<Guid, JobEntry> Jobs, long Taxonomy)
{
    public Market With(FreelancerEntry entry) => this with
    {
        Engine = Engine.With(entry.Document), Freelancers = Freelancers.SetItem(entry.Card.AccountId, entry),
    };

    public Market With(JobEntry entry) => this with
    {
        Engine = Engine.With(entry.Document), Jobs = Jobs.SetItem(entry.View.Id, entry),
    };

    public Market WithoutFreelancer(Guid id) => Freelancers.ContainsKey(id)
        ? this with { Engine = Engine.WithoutFreelancer(id), Freelancers = Freelancers.Remove(id) } : this;

    public Market WithoutJob(Guid id) => Jobs.ContainsKey(id)
        ? this with { Engine = Engine.WithoutJob(id), Jobs = Jobs.Remove(id) } : this;
}
