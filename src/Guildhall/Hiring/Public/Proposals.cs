using Guildhall.Engine.Money;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring.Public;

/// <summary>A proposal in somebody's list.</summary>
/// <param name="JobId">Its title is on the job.</param>
/// <param name="Price">Of the whole, before fees; null in an unfinished draft.</param>
/// <param name="MatchScore">0 to 100; null until Matching has told it.</param>
/// <param name="ContractId">The contract made from it; null unless accepted.</param>
/// <param name="At">The last change.</param>
public sealed record ProposalCard(
    Guid Id, Guid JobId, Guid ClientId, Guid FreelancerId, ProposalState State, Money? Price, int? MatchScore,
    Guid? ContractId, DateTime At)
{
    public bool IsLive => State is ProposalState.Submitted or ProposalState.Viewed or ProposalState.Shortlisted;
}

/// <summary>Somebody's proposal for a job.</summary>
public sealed record ProposalPair(Guid JobId, Guid FreelancerId);

/// <summary>Where somebody's proposal for a job stands.</summary>
public sealed record ProposalAnswer(Guid JobId, Guid FreelancerId, ProposalState State);

/// <summary>How many proposals a job has, by what the client has done with them.</summary>
public sealed record ProposalCounts(int Live, int New, int Shortlisted);

/// <summary>What other modules may read of proposals. Drafts are nobody's but their author's.</summary>
public sealed class Proposals(Db db)
{
    /// <summary>The freelancer's proposals, drafts included, the last changed first.</summary>
    public Task<List<ProposalCard>> OfFreelancer(Guid freelancerId, CancellationToken ct) =>
        Cards(All.Where(p => p.FreelancerId == freelancerId), ct);

    /// <summary>Those the client has received and not decided on, newest first.</summary>
    public Task<List<ProposalCard>> ForClient(Guid clientId, CancellationToken ct) => Cards(Live(All)
        .Where(p => p.ClientId == clientId), ct);

    /// <summary>Everybody who wrote to this job, whatever became of it.</summary>
    public Task<List<ProposalCard>> OfJob(Guid jobId, CancellationToken ct) =>
        Cards(All.Where(p => p.JobId == jobId && p.State != ProposalState.Draft), ct);

    /// <summary>The freelancer's proposal for this job that is not over, a draft too; null without one.</summary>
    public async Task<ProposalCard?> Of(Guid jobId, Guid freelancerId, CancellationToken ct) =>
        (await Cards(All.Where(p => p.JobId == jobId && p.FreelancerId == freelancerId
            && !ended.Contains(p.State)), ct)).FirstOrDefault();

    /// <summary>One count per asked job, also for those without any.</summary>
    public async Task<Dictionary<Guid, ProposalCounts>> Counts(IEnumerable<Guid> jobIds, CancellationToken ct)
    {
        var ids = jobIds.Distinct().ToArray();
        var rows = await Live(All).Where(p => ids.Contains(p.JobId)).GroupBy(p => new { p.JobId, p.State })
            .Select(g => new { g.Key.JobId, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        return ids.ToDictionary(id => id, id => new ProposalCounts(
            rows.Where(r => r.JobId == id).Sum(r => r.Count),
            rows.Where(r => r.JobId == id && r.State == ProposalState.Submitted).Sum(r => r.Count),
            rows.Where(r => r.JobId == id && r.State == ProposalState.Shortlisted).Sum(r => r.Count)));
    }

    static readonly ProposalState[] ended =
        [ProposalState.Declined, ProposalState.Withdrawn, ProposalState.Expired, ProposalState.NotSelected];

    /// <summary>Who wrote to which job in this time.</summary>
    public Task<List<ProposalPair>> MadeBetween(DateTime from, DateTime until, CancellationToken ct) =>
        Pairs(All.Where(p => p.SubmittedAt >= from && p.SubmittedAt < until), ct);

    /// <summary>Who was hired for which job in this time.</summary>
    public Task<List<ProposalPair>> AcceptedBetween(DateTime from, DateTime until, CancellationToken ct) => Pairs(
        All.Where(p => p.State == ProposalState.Accepted && p.DecidedAt >= from && p.DecidedAt < until), ct);

    static Task<List<ProposalPair>> Pairs(IQueryable<Proposal> which, CancellationToken ct) =>
        which.OrderBy(p => p.Id).Select(p => new ProposalPair(p.JobId, p.FreelancerId)).ToListAsync(ct);

    /// <summary>Where everybody who wrote to these jobs stands; withdrawn ones left out.</summary>
    public Task<List<ProposalAnswer>> AnswersTo(IEnumerable<Guid> jobIds, CancellationToken ct)
    {
        var ids = jobIds.Distinct().ToArray();
        return Answers(All.Where(p => ids.Contains(p.JobId)), ct);
    }

    /// <summary>What these freelancers wrote to, and where it stands; withdrawn ones left out.</summary>
    public Task<List<ProposalAnswer>> AnswersOf(IEnumerable<Guid> freelancerIds, CancellationToken ct)
    {
        var ids = freelancerIds.Distinct().ToArray();
        return Answers(All.Where(p => ids.Contains(p.FreelancerId)), ct);
    }

    static Task<List<ProposalAnswer>> Answers(IQueryable<Proposal> which, CancellationToken ct) => which
        .Where(p => p.State != ProposalState.Draft && p.State != ProposalState.Withdrawn).OrderBy(p => p.Id)
        .Select(p => new ProposalAnswer(p.JobId, p.FreelancerId, p.State)).ToListAsync(ct);

    IQueryable<Proposal> All => db.Set<Proposal>().AsNoTracking();

    static IQueryable<Proposal> Live(IQueryable<Proposal> proposals) => proposals.Where(p =>
        p.State == ProposalState.Submitted || p.State == ProposalState.Viewed || p.State == ProposalState.Shortlisted);

    static async Task<List<ProposalCard>> Cards(IQueryable<Proposal> which, CancellationToken ct) =>
        [.. (await which.OrderByDescending(p => p.UpdatedAt).Take(500).ToListAsync(ct)).Select(p => new ProposalCard(
            p.Id, p.JobId, p.ClientId, p.FreelancerId, p.State, p.Offer.Price, p.MatchScore, p.ContractId,
                p.UpdatedAt))];
}

/// <summary>Where Matching says how well a freelancer fits the job they wrote to.</summary>
public sealed class ProposalScores(Db db)
{
    /// <summary>Keeps the score on the live proposal, in the caller's transaction; does nothing without one.</summary>
    /// <param name="score">Compatibility, 0 to 100.</param>
    public async Task Note(Guid jobId, Guid freelancerId, int score, CancellationToken ct)
    {
        var kept = Math.Clamp(score, 0, 100);
        // Beside the version: a score that arrives while the client decides must not disturb the decision.
        var noted = await db.Set<Proposal>()
            .Where(p => p.JobId == jobId && p.FreelancerId == freelancerId && p.State != ProposalState.Draft)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.MatchScore, kept), ct);
        if (noted > 0) db.Publish(new ProposalsMoved(jobId));
    }
}
