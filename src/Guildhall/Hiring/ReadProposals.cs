using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Engine.Reputation;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Payments.Public;
using Guildhall.Reputation.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring;

/// <summary>How a client orders proposals. Nobody pays for a place.</summary>
public enum ProposalSort { Match, Price, Newest }

/// <summary>A proposal beside what the client wants to know of its author.</summary>
/// <param name="Card">Null: the profile is hidden.</param>
public sealed record ProposalEntry(Proposal Proposal, Person Freelancer, FreelancerCard? Card,
    ReputationCard Reputation);

/// <summary>Proposals for reading: one, those of a job for its client, those of a freelancer.</summary>
public sealed class ReadProposals(
    Db db, JobBoard board, People people, Freelancers freelancers, Reputations reputations, Fees fees,
        ProposalFiles files)
{
    public const int CompareMax = 4;

    /// <summary>All that the client received for this job, in order.</summary>
    public async Task<IReadOnlyList<ProposalEntry>> OfJob(Guid jobId, Guid clientId, ProposalSort sort,
        CancellationToken ct)
    {
        var job = await OwnJob(jobId, clientId, ct);
        var proposals = await db.Set<Proposal>().AsNoTracking()
            .Where(p => p.JobId == job.Id && p.SubmittedAt != null).ToListAsync(ct);
        var ordered = sort switch
        {
            ProposalSort.Price => proposals.OrderBy(p => p.Offer.Price?.Minor).ThenByDescending(p => p.SubmittedAt),
            ProposalSort.Newest => proposals.OrderByDescending(p => p.SubmittedAt),
            _ => proposals.OrderByDescending(p => p.MatchScore ?? -1).ThenByDescending(p => p.SubmittedAt),
        };
        return await Entries([.. ordered.ThenBy(p => p.Id)], ct);
    }

    public async Task<ProposalEntry> Entry(Guid id, Guid viewer, CancellationToken ct) =>
        (await Entries([await db.Seen(id, viewer, ct)], ct))[0];

    /// <summary>The job, for its client only.</summary>
    public async Task<JobView> OwnJob(Guid jobId, Guid clientId, CancellationToken ct)
    {
        var job = await board.One(jobId, clientId, ct);
        return job.ClientId == clientId ? job : throw new Missing("job");
    }

    public async Task<ProposalAnswer> One(Guid id, Guid viewer, CancellationToken ct)
    {
        var entry = await Entry(id, viewer, ct);
        var job = (await board.Many([entry.Proposal.JobId], ct))[entry.Proposal.JobId];
        return ProposalAnswer.Of(entry, job.Title, OfferSums.Of(entry.Proposal.Offer, await fees.Current(ct)),
            await files.Of(id, ct));
    }

    async Task<IReadOnlyList<ProposalEntry>> Entries(IReadOnlyList<Proposal> proposals, CancellationToken ct)
    {
        var ids = proposals.Select(p => p.FreelancerId).Distinct().ToArray();
        var persons = await people.Many(ids, ct);
        var cards = await freelancers.Many(ids, ct);
        var standing = await reputations.Many(ids, ReputationSide.Freelancer, ct);
        return [.. proposals.Select(p => new ProposalEntry(p, persons[p.FreelancerId],
            cards.GetValueOrDefault(p.FreelancerId), standing[p.FreelancerId]))];
    }

    async Task<Page<ProposalAnswer>> PageOf(IReadOnlyList<Proposal> all, string? cursor, int? size,
        CancellationToken ct)
    {
        var after = cursor is null ? 0 : 1 + all.ToList()
            .FindIndex(p => Guid.TryParse(Cursor.Keys(cursor, 1)[0], out var id) && p.Id == id);
        if (cursor is not null && after == 0)
            throw new Refused($"This page link is not valid any more. Start from the first page.", "bad_cursor",
                "cursor");
        var page = all.Skip(after).Take(Cursor.Size(size)).ToArray();
        var schedule = await fees.Current(ct);
        var jobs = await board.Many(page.Select(p => p.JobId), ct);
        var shown = page.Select(p => p.Id).ToArray();
        var attached = (await db.Set<ProposalFile>().AsNoTracking().Where(f => shown.Contains(f.ProposalId))
            .ToListAsync(ct))
            .ToLookup(f => f.ProposalId);
        return new([.. (await Entries(page, ct)).Select(e => ProposalAnswer.Of(e, jobs[e.Proposal.JobId].Title,
            OfferSums.Of(e.Proposal.Offer, schedule), [.. attached[e.Proposal.Id]]))],
            after + page.Length < all.Count ? Cursor.Of(page[^1].Id) : null, all.Count);
    }

    public static void Map(Routes routes)
    {
        routes.Api.Get("/jobs/{id:guid}/proposals", Who.Client, Rate.Read, DataClass.Private,
            async (Guid id, string? sort, string? cursor, int? size, ClaimsPrincipal user, ReadProposals read,
                CancellationToken ct) =>
            {
                var entries = await read.OfJob(id, user.UserId(), Choice.Of(sort, ProposalSort.Match, "sort"), ct);
                return await read.PageOf([.. entries.Select(e => e.Proposal)], cursor, size, ct);
            }).WithName("ListProposals").WithSummary("Proposals for the caller's job: sort by match, price or newest");
        routes.Api.Get("/proposals/{id:guid}", Who.SignedIn, Rate.Read, DataClass.Private,
            async (Guid id, ClaimsPrincipal user, OpenProposal open, ReadProposals read, CancellationToken ct) =>
            {
                await open.Run(id, user.UserId(), ct);
                return await read.One(id, user.UserId(), ct);
            }).WithName("ReadProposal").WithSummary("One proposal; the client's first look is told to the freelancer");
        routes.Api.Get("/users/me/proposals", Who.SignedIn, Rate.Read, DataClass.Own,
            async (string? state, string? cursor, int? size, ClaimsPrincipal user, ReadProposals read, Db db,
                CancellationToken ct) =>
            {
                var (me, wanted) = (user.UserId(), Choice.OrNull<ProposalState>(state, "state"));
                var mine = await db.Set<Proposal>().AsNoTracking()
                    .Where(p => p.FreelancerId == me && (wanted == null || p.State == wanted))
                    .OrderByDescending(p => p.UpdatedAt).ThenBy(p => p.Id).ToListAsync(ct);
                return await read.PageOf(mine, cursor, size, ct);
            }).WithName("ListMyProposals").WithSummary("The caller's own proposals, the last changed first");
    }
}
