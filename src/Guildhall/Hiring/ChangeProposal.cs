using System.Security.Claims;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Hiring;

/// <summary>The freelancer changes the offer until the client has decided; a finished draft is sent.</summary>
public sealed class ChangeProposal(
    Db db, JobBoard board, SubmitProposal submit, ProposalFiles files, TimeProvider clock)
{
    public async Task Run(
        Guid proposalId, Guid freelancerId, ProposalRequest request, IReadOnlyList<IFormFile> uploads,
            CancellationToken ct)
    {
        var before = await db.Own(proposalId, freelancerId, ct);
        ProposalStates.Step(before.State, ProposalVerb.Edit, ProposalActor.Freelancer);
        var job = await board.One(before.JobId, freelancerId, ct);
        if (!job.IsActive) throw new Refused($"This job takes no proposals now.", "wrong_state");
        var offer = request.Offer(job);
        if (before.IsDraft && request.Draft) OfferRules.RefuseDraft(offer, job, clock.Today());
        else OfferRules.Refuse(offer, job, clock.Today());
        var saved = await files.Store(freelancerId, uploads, ct);
        await db.Transact(async () =>
        {
            var proposal = await db.Own(proposalId, freelancerId, ct);
            proposal.Write(ProposalActor.Freelancer, offer, clock.Now());
            await files.Attach(proposal.Id, saved, ct);
            await Tell(proposal, job, request.Draft, ct);
        }, ct);
    }

    async Task Tell(Proposal proposal, JobView job, bool keepDraft, CancellationToken ct)
    {
        if (proposal.IsDraft && keepDraft)
        {
            db.Tell(proposal, proposal.FreelancerId, "drafted");
        }
        else if (proposal.IsDraft)
        {
            await submit.RefuseUnlessWelcome(job, proposal.FreelancerId, ct);
            await submit.Send(proposal, job, ct);
        }
        else
        {
            db.Tell(proposal, proposal.FreelancerId, "changed",
                new { proposal.Revision, price = proposal.Offer.Price?.Minor });
            db.Publish(proposal.News<ProposalChanged>(job.Title));
        }
    }

    public static void Map(Routes routes) => routes.Api.Put(
        "/proposals/{id:guid}", Who.Freelancer, Rate.Write, DataClass.Own,
        async (Guid id, ProposalRequest request, ClaimsPrincipal user, ChangeProposal change, ReadProposals read,
            CancellationToken ct) =>
        {
            await change.Run(id, user.UserId(), request, [], ct);
            return await read.One(id, user.UserId(), ct);
        }).WithName("ChangeProposal").WithSummary("Change a proposal, or send a draft");
}
