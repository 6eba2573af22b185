using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Reputation;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Notifications.Public;
using Guildhall.Payments.Public;
using Guildhall.Reputation.Public;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Insights;

/// <summary>A proposal with the title of its job.</summary>
/// <param name="OtherId">The person on the other side of it.</param>
/// <param name="OtherName">Their name.</param>
public sealed record ProposalLine(
    Guid Id, Guid JobId, string JobTitle, Guid OtherId, string OtherName, ProposalState State,
    Engine.Money.Money? Price, int? MatchScore, DateTime At);

/// <summary>An invitation that waits for an answer, with the names of its job and client.</summary>
public sealed record InvitationLine(
    Guid Id, Guid JobId, string JobTitle, Guid ClientId, string ClientName, DateTime ExpiresAt);

/// <summary>A freelancer with their headline, or a job, kept for later.</summary>
public sealed record FavouriteLine(FavouriteKind Kind, Guid Id, string Name, string? Line);

/// <summary>What a person sees first.</summary>
/// <param name="Acting">"client" or "freelancer": which side the rest is about.</param>
/// <param name="Contracts">Contracts of that side that are not over, theirs to act on first.</param>
/// <param name="Proposals">Client: received and undecided. Freelancer: sent and undecided.</param>
/// <param name="Jobs">A client's jobs that are not over.</param>
/// <param name="Invitations">A freelancer's invitations that wait for an answer, the next to run out first.</param>
/// <param name="Inbox">A freelancer's news not read yet.</param>
/// <param name="Favourites">Client: freelancers kept for later. Freelancer: jobs kept. The last kept first.</param>
/// <param name="Balances">One entry per currency.</param>
/// <param name="Reputation">On that side.</param>
public sealed record Dashboard(
    string Acting, IReadOnlyList<ContractCard> Contracts, IReadOnlyList<ProposalLine> Proposals,
    IReadOnlyList<JobView> Jobs, IReadOnlyList<InvitationLine> Invitations, UnreadInbox Inbox,
    IReadOnlyList<FavouriteLine> Favourites,
    IReadOnlyList<CurrencyBalances> Balances, ReputationCard Reputation);

/// <summary>Everything on a dashboard in one reading; page and API show the same.</summary>
public sealed class ReadDashboard(
    ContractBoard contracts, Proposals proposals, JobBoard jobs, Ledger ledger, Reputations reputations,
    People people, Invitations invitations, FavouriteList favourites, Freelancers freelancers,
    Inbox inbox)
{
    const int Most = 6, MostNews = 4;

    public async Task<Dashboard> Run(Guid account, bool asClient, CancellationToken ct)
    {
        var side = asClient ? ReputationSide.Client : ReputationSide.Freelancer;
        var cards = await contracts.Of(account, ct);
        var sent = asClient ? await proposals.ForClient(account, ct) : await proposals.OfFreelancer(account, ct);
        var live = sent.Where(p => p.IsLive).Take(20).ToArray();
        var titles = await jobs.Many(live.Select(p => p.JobId), ct);
        Guid Other(ProposalCard p) => asClient ? p.FreelancerId : p.ClientId;
        var names = await people.Many(live.Select(Other), ct);
        return new(asClient ? "client" : "freelancer",
            [.. cards.Where(c => c.IAmClient == asClient)],
            [.. live.Select(p => new ProposalLine(
                p.Id, p.JobId, titles.GetValueOrDefault(p.JobId)?.Title ?? "", Other(p),
                names.GetValueOrDefault(Other(p))?.Name ?? "", p.State, p.Price, p.MatchScore, p.At))],
            asClient ? [.. (await jobs.OfClient(account, ct)).Where(IsUnderWay)] : [],
            asClient ? [] : await Waiting(account, ct),
            asClient ? new(0, []) : await inbox.Of(account, MostNews, ct),
            asClient ? await Kept(account, ct) : await KeptJobs(account, ct),
            await ledger.Of(account, ct), await reputations.Of(account, side, ct));
    }

    async Task<IReadOnlyList<InvitationLine>> Waiting(Guid account, CancellationToken ct)
    {
        var waiting = await invitations.WaitingFor(account, ct);
        var titles = await jobs.Many(waiting.Select(i => i.JobId), ct);
        var names = await people.Many(waiting.Select(i => i.ClientId), ct);
        return [.. waiting.Select(i => new InvitationLine(
            i.Id, i.JobId, titles.GetValueOrDefault(i.JobId)?.Title ?? "", i.ClientId,
            names.GetValueOrDefault(i.ClientId)?.Name ?? "", i.ExpiresAt))];
    }

    async Task<IReadOnlyList<FavouriteLine>> Kept(Guid account, CancellationToken ct)
    {
        var kept = (await favourites.Of(account, FavouriteKind.Freelancer, ct)).Take(Most).ToArray();
        var cards = await freelancers.Many(kept.Select(k => k.SubjectId), ct);
        var names = await people.Many(cards.Keys, ct);
        return [.. kept.Where(k => cards.ContainsKey(k.SubjectId)).Select(k => new FavouriteLine(
            k.Kind, k.SubjectId, names[k.SubjectId].Name, cards[k.SubjectId].Headline))];
    }

    async Task<IReadOnlyList<FavouriteLine>> KeptJobs(Guid account, CancellationToken ct)
    {
        var kept = (await favourites.Of(account, FavouriteKind.Job, ct)).Take(Most).ToArray();
        var seen = await jobs.Seen(kept.Select(k => k.SubjectId), account, ct);
        return [.. kept.Where(k => seen.ContainsKey(k.SubjectId)).Select(k => new FavouriteLine(
            k.Kind, k.SubjectId, seen[k.SubjectId].Title, null))];
    }

    static bool IsUnderWay(JobView job) =>
        job.State is JobState.Draft or JobState.Open or JobState.Paused or JobState.InSelection or JobState.Awarded;

    public static void Map(Routes routes) => routes.Api.Get("/users/{id:guid}/dashboard", Who.SignedIn, Rate.Read,
        DataClass.Own,
        async (Guid id, string? acting, ClaimsPrincipal user, ReadDashboard read, CancellationToken ct) =>
        {
            if (id != user.UserId()) throw new Missing("dashboard");
            var side = Choice.Of(acting, user.ActsAsClient() ? Acting.Client : Acting.Freelancer, "acting");
            return TypedResults.Ok(await read.Run(id, side == Acting.Client, ct));
        }).WithName("GetDashboard").WithSummary("What waits for you: contracts, proposals, jobs, balances, reputation");

    enum Acting { Client, Freelancer }
}

static class Capacities
{
    public static bool ActsAsClient(this ClaimsPrincipal user) =>
        user.FindFirstValue(Shared.Web.Claim.Acting) == "client";
}
