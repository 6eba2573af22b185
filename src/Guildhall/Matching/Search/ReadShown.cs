using Guildhall.Accounts.Public;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Reputation;
using Guildhall.Jobs.Public;
using Guildhall.Reputation.Public;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>A freelancer as a list shows one.</summary>
/// <param name="Score">Published reputation, 0 to 1000; null before the first.</param>
/// <param name="Stars">Average of the ratings, 1 to 5; null without reviews.</param>
public sealed record ShownFreelancer(FreelancerLine Card, Person Person, int? Score, decimal? Stars, int Reviews);

/// <summary>Freelancers by name and headline, of those asked for that can be seen.</summary>
public sealed record IntroducedFreelancers(
    IReadOnlyDictionary<Guid, FreelancerHead> Heads, IReadOnlyDictionary<Guid, string> Names)
{
    /// <summary>These matches with whom they are about, without whom nobody can see any more.</summary>
    public IEnumerable<(Match Match, FreelancerHead Head, string Name)> Of(IEnumerable<Match> matches)
    {
        foreach (var match in matches)
            if (Heads.TryGetValue(match.FreelancerId, out var head)
                && Names.TryGetValue(match.FreelancerId, out var name))
                yield return (match, head, name);
    }
}

/// <summary>
/// Reads what lists show of those the index found, through the other modules' doors: small queries by id, of the
/// columns that are shown. Who hid or was suspended since is left out.
/// </summary>
public sealed class ReadShown(Freelancers freelancers, People people, Reputations reputations, JobBoard board)
{
    public async Task<Dictionary<Guid, ShownFreelancer>> Freelancers(Guid[] ids, CancellationToken ct)
    {
        if (ids.Length == 0) return [];
        var lines = await freelancers.Lines(ids, ct);
        var who = await people.Many(ids, ct);
        var marks = await reputations.Marks(ids, ReputationSide.Freelancer, ct);
        return (from line in lines
                let person = who.GetValueOrDefault(line.AccountId)
                where person is { IsSuspended: false, IsFreelancer: true }
                let mark = marks.GetValueOrDefault(line.AccountId)
                select new ShownFreelancer(line, person, mark?.Score, mark?.Stars, mark?.Reviews ?? 0))
            .ToDictionary(f => f.Card.AccountId);
    }

    /// <summary>Who is only introduced: without skills and reputation.</summary>
    public async Task<IntroducedFreelancers> Introduced(Guid[] ids, CancellationToken ct) =>
        new(await freelancers.Heads(ids, ct), await people.Names(ids, ct));

    public async Task<Dictionary<Guid, JobView>> Jobs(Guid[] ids, CancellationToken ct)
    {
        if (ids.Length == 0) return [];
        var jobs = (await board.Many(ids, ct)).Values.Where(j => j.IsListed).ToArray();
        var suspended = await people.Suspended(ct, [.. jobs.Select(j => j.ClientId)]);
        return jobs.Where(j => !suspended.Contains(j.ClientId)).ToDictionary(j => j.Id);
    }
}
