using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Reputation;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Payments.Public;
using Guildhall.Reputation.Public;
using Guildhall.Shared;
using Guildhall.Shared.Web;

namespace Guildhall.Insights;

/// <summary>A proposal with the title of its job.</summary>
/// <param name="OtherId">The person on the other side of it.</param>
/// <param name="OtherName">Their name.</param>
public sealed record ProposalLine(
    Guid Id, Guid JobId, string JobTitle, Guid OtherId, string OtherName, ProposalState State,
    Engine.Money.Money? Price, int? MatchScore, DateTime At);

/// <summary>What a person sees first.</summary>
/// <param name="Acting">"client" or "freelancer": which side the rest is about.</param>
/// <param name="Contracts">Contracts of that side that are not over, theirs to act on first.</param>
/// <param name="Proposals">Client: received and undecided. Freelancer: sent and undecided.</param>
/// <param name="Jobs">A client's jobs that are not over.</param>
/// <param name="Balances">One entry per currency.</param>
/// <param name="Reputation">On that side.</param>
public sealed record Dashboard(
    string Acting, IReadOnlyList<ContractCard> Contracts, IReadOnlyList<ProposalLine> Proposals,
        IReadOnlyList<JobView> Jobs,
    IReadOnlyList<CurrencyBalances> Balances, ReputationCard Reputation);

/// <summary>Everything on a dashboard in one reading; page and API show the same.</summary>
public sealed class ReadDashboard(
    ContractBoard contracts, Proposals proposals, JobBoard jobs, Ledger ledger, Reputations reputations,
    People people)
{
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
            await ledger.Of(account, ct), await reputations.Of(account, side, ct));
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
