using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring;

/// <summary>A freelancer answers a job, or keeps the answer as a draft for later.</summary>
public sealed class SubmitProposal(Db db, JobBoard board, People people, ProposalFiles files,
    Inviting.AcceptInvitation accept, TimeProvider clock)
{
    public async Task<Guid> Run(
        Guid jobId, Guid freelancerId, ProposalRequest request, IReadOnlyList<IFormFile> uploads, CancellationToken ct)
    {
        var job = await board.One(jobId, freelancerId, ct);
        await RefuseUnlessWelcome(job, freelancerId, ct);
        var offer = request.Offer(job);
        if (request.Draft) OfferRules.RefuseDraft(offer, job, clock.Today());
        else OfferRules.Refuse(offer, job, clock.Today());
        var saved = await files.Store(freelancerId, uploads, ct);
        return await db.Transact(async () =>
        {
            var proposal = await DraftOf(job, freelancerId, ct);
            proposal.Write(ProposalActor.Freelancer, offer, clock.Now());
            await files.Attach(proposal.Id, saved, ct);
            if (request.Draft) db.Tell(proposal, freelancerId, "drafted");
            else await Send(proposal, job, ct);
            return proposal.Id;
        }, ct);
    }

    /// <summary>The step from draft to sent, in the caller's transaction.</summary>
    internal async Task Send(Proposal proposal, JobView job, CancellationToken ct)
    {
        proposal.Submit(ProposalActor.Freelancer, clock.Now());
        await accept.Run(job, proposal.FreelancerId, ct);
        await board.NoteProposal(job.Id, ct);
        await board.Admit(job.Id, proposal.FreelancerId, ct);
        db.Tell(proposal, proposal.FreelancerId, "submitted", new { price = proposal.Offer.Price?.Minor });
        db.Publish(proposal.News<ProposalSubmitted>(job.Title));
    }

    /// <summary>Why this person cannot answer this job now, before they write a word.</summary>
    internal async Task RefuseUnlessWelcome(JobView job, Guid freelancerId, CancellationToken ct)
    {
        if (job.ClientId == freelancerId)
            throw new Refused($"This is your own job. You cannot send a proposal for it.", "own_job");
        if ((await people.One(freelancerId, ct)).IsSuspended)
            throw new Refused($"Your account is suspended and cannot send proposals.", "suspended");
        if (!job.TakesProposals)
            throw new Refused($"This job takes no proposals now.", "wrong_state");
        await Begun(db.Set<Proposal>().AsNoTracking(), job.Id, freelancerId, ct);
    }

    /// <summary>The draft begun earlier; null without one. Refused when an answer was sent already.</summary>
    static async Task<Proposal?> Begun(
        IQueryable<Proposal> proposals, Guid jobId, Guid freelancerId, CancellationToken ct)
    {
        var earlier = await proposals.Where(p => p.JobId == jobId && p.FreelancerId == freelancerId).ToListAsync(ct);
        if (earlier.Any(p => p.State is >= ProposalState.Submitted and <= ProposalState.Accepted))
            throw new Refused($"You have already sent a proposal for this job. Change that one instead.",
                "already_proposed");
        if (earlier.Any(p => p.State is ProposalState.Declined))
            throw new Refused($"The client declined your proposal for this job.", "declined");
        return earlier.SingleOrDefault(p => p.State is ProposalState.Draft);
    }

    async Task<Proposal> DraftOf(JobView job, Guid freelancerId, CancellationToken ct)
    {
        if (await Begun(db.Set<Proposal>(), job.Id, freelancerId, ct) is { } begun) return begun;
        var draft = new Proposal
        {
            JobId = job.Id, ClientId = job.ClientId, FreelancerId = freelancerId, CreatedAt = clock.Now(),
        };
        db.Add(draft);
        return draft;
    }

    public static void Map(Routes routes)
    {
        routes.Api.Post("/jobs/{id:guid}/proposals", Who.Freelancer, Rate.Write, DataClass.Own, Answer)
            .WithName("SubmitProposal").WithSummary("Send a proposal for a job").Produces<ProposalAnswer>(201);
        // Seed 004: a project is a job.
        routes.Alias.Post("/projects/{id:guid}/proposals", Who.Freelancer, Rate.Write, DataClass.Own, Answer)
            .WithSummary("Send a proposal; another address of it");
    }

    static async Task<IResult> Answer(Guid id, ProposalRequest request, ClaimsPrincipal user, SubmitProposal submit,
        ReadProposals read, CancellationToken ct)
    {
        var proposal = await submit.Run(id, user.UserId(), request, [], ct);
        return TypedResults.Created($"/api/v1/proposals/{proposal}", await read.One(proposal, user.UserId(), ct));
    }
}
