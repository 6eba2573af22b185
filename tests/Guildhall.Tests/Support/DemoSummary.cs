using Guildhall.Accounts;
using Guildhall.Contracts;
using Guildhall.Hiring;
using Guildhall.Matching;
using Guildhall.Notifications;
using Guildhall.Payments;
using Guildhall.Reputation;
using Guildhall.Talent.Profiles;

namespace Guildhall.Tests.Support;

/// <summary>Everything a visitor could read in a demo, without the ids it happened to get, one thing a line.</summary>
static class DemoSummary
{
    public static async Task<string[]> Summary(this Site site)
    {
        var people = (await site.All<Account>()).ToDictionary(a => a.Id, a => a.FullName);
        var jobs = await site.All<Guildhall.Jobs.Job>();
        var titles = jobs.ToDictionary(j => j.Id, j => j.Brief.Title);
        var contracts = await site.All<Contract>();
        var names = contracts.ToDictionary(c => c.Id, c => titles[c.JobId]);
        IEnumerable<string> lines =
        [
            .. (await site.All<Account>()).Select(a => $"account {a.FullName} {a.Email} {a.Language} {a.JoinedAt:u}"),
            .. (await site.All<Profile>()).Select(p => $"profile {people[p.AccountId]} {p.Headline} {p.Rate} {p.City}"),
            .. jobs.Select(j => $"job {j.Brief.Title} {j.State} {j.PublishedAt:u} {j.Proposals}"),
            .. (await site.All<Proposal>()).Select(p =>
                $"proposal {titles[p.JobId]} {people[p.FreelancerId]} {p.State} {p.SubmittedAt:u} {p.MatchScore}"),
            .. contracts.Select(c => $"contract {names[c.Id]} {c.State} {c.CreatedAt:u}"),
            .. (await site.All<Milestone>()).Select(m =>
                $"milestone {names[m.ContractId]} {m.Position} {m.Title} {m.State} {m.FundedAt:u} {m.ReleasedAt:u}"),
            .. (await site.All<LedgerAccount>()).Select(a =>
                $"money {a.Kind} {(a.OwnerId is { } owner ? people[owner] : "house")} {a.Currency} {a.Balance}"),
            .. (await site.All<Payout>()).Select(p => $"payout {people[p.OwnerId]} {p.Amount} {p.State}"),
            .. (await site.All<Review>()).Select(r => $"review {r.Text} {r.PublishedAt is null}"),
            .. (await site.All<Notification>()).Select(n =>
                $"news {people[n.PersonId]} {n.Topic} {n.Format} {n.Values} {n.ReadAt is null}"),
            .. (await site.All<StoredMatch>()).Select(m =>
                $"match {titles[m.JobId]} {people[m.FreelancerId]} {m.Score} {m.Confidence}"),
        ];
        return [.. lines.Order(StringComparer.Ordinal)];
    }
}
