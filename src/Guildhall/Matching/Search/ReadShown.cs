using Guildhall.Accounts.Public;
using Guildhall.Engine.Reputation;
using Guildhall.Jobs.Public;
using Guildhall.Reputation.Public;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>A freelancer as a list shows one.</summary>
/// <param name="Score">Published reputation, 0 to 1000; null before the first.</param>
/// <param name="Stars">Average of the ratings, 1 to 5; null without reviews.</param>
public sealed record ShownFreelancer(FreelancerLine Card, Person Person, int? Score, decimal? Stars, int Reviews);

/// <summary>
/// Reads what lists show of those the index found, through the other modules' doors: small queries by id, of the
/// columns that are shown. Who hid or was suspended since is left out.
/// </summary>
public sealed class ReadShown(Freelancers freelancers, People people, Reputations reputations, JobBoard board)
{
    /// <param name="ids">Whom.</param>
    /// <param name="ct">Stops the queries.</param>
    /// <param name="whole">False: without skills and reputation, for who is only named.</param>
    public async Task<Dictionary<Guid, ShownFreelancer>> Freelancers(
        Guid[] ids, CancellationToken ct, bool whole = true)
    {
        if (ids.Length == 0) return [];
        var lines = await freelancers.Lines(ids, ct, whole);
        var who = await people.Many(ids, ct);
        var marks = whole ? await reputations.Marks(ids, ReputationSide.Freelancer, ct) : [];
        return (from line in lines
                let person = who.GetValueOrDefault(line.AccountId)
                where person is { IsSuspended: false, IsFreelancer: true }
                let mark = marks.GetValueOrDefault(line.AccountId)
                select new ShownFreelancer(line, person, mark?.Score, mark?.Stars, mark?.Reviews ?? 0))
            .ToDictionary(f => f.Card.AccountId);
    }

    public async Task<Dictionary<Guid, JobView>> Jobs(Guid[] ids, CancellationToken ct)
    {
        if (ids.Length == 0) return [];
        var jobs = (await board.Many(ids, ct)).Values.Where(j => j.IsListed).ToArray();
        var suspended = await people.Suspended(ct, [.. jobs.Select(j => j.ClientId)]);
        return jobs.Where(j => !suspended.Contains(j.ClientId)).ToDictionary(j => j.Id);
    }
}
