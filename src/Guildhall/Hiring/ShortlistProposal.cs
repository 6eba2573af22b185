using System.Security.Claims;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Hiring;

/// <summary>The client puts a proposal on the shortlist, takes it off,
/// or considers one again that was passed over.</summary>
public sealed class ShortlistProposal(Db db, JobBoard board, TimeProvider clock)
{
    /// <param name="On">False takes it off the shortlist.</param>
    public sealed record Request(bool On = true);

    public Task Run(Guid proposalId, Guid clientId, bool on, CancellationToken ct) => db.Transact(async () =>
    {
        var proposal = await db.Received(proposalId, clientId, ct);
        if (on == (proposal.State == ProposalState.Shortlisted)) return; // pressed twice: it is as asked
        if (!on)
        {
            proposal.Unshortlist(ProposalActor.Client, clock.Now());
            db.Tell(proposal, clientId, "unshortlisted");
            return;
        }
        proposal.Shortlist(ProposalActor.Client, clock.Now());
        db.Tell(proposal, clientId, "shortlisted");
        db.Publish(proposal.News<ProposalShortlisted>(await board.TitleOf(proposal.JobId, ct)));
    }, ct);

    public Task Reopen(Guid proposalId, Guid clientId, CancellationToken ct) => db.Transact(async () =>
    {
        var proposal = await db.Received(proposalId, clientId, ct);
        var job = await board.One(proposal.JobId, clientId, ct);
        if (!job.IsActive) throw new Refused($"Nobody can be hired for this job now.", "wrong_state");
        proposal.Reopen(ProposalActor.Client, clock.Now());
        db.Tell(proposal, clientId, "reopened");
        db.Publish(proposal.News<ProposalReopened>(job.Title));
    }, ct);

    public static void Map(Routes routes)
    {
        routes.Api.Post("/proposals/{id:guid}/shortlist", Who.Client, Rate.Write, DataClass.Private,
            async (Guid id, Request request, ClaimsPrincipal user, ShortlistProposal shortlist, ReadProposals read,
                CancellationToken ct) =>
            {
                await shortlist.Run(id, user.UserId(), request.On, ct);
                return await read.One(id, user.UserId(), ct);
            }).WithName("ShortlistProposal").WithSummary("Put a proposal on the shortlist, or take it off");
        routes.Api.Post("/proposals/{id:guid}/reopen", Who.Client, Rate.Write, DataClass.Private,
            async (Guid id, ClaimsPrincipal user, ShortlistProposal shortlist, ReadProposals read,
                CancellationToken ct) =>
            {
                await shortlist.Reopen(id, user.UserId(), ct);
                return await read.One(id, user.UserId(), ct);
            }).WithName("ReopenProposal")
                .WithSummary("Consider a proposal again after the first choice came to nothing");
    }
}
