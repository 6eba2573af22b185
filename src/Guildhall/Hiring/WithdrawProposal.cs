using System.Security.Claims;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Hiring;

/// <summary>The freelancer takes the offer back, or throws a draft away.</summary>
public sealed class WithdrawProposal(Db db, JobBoard board, TimeProvider clock)
{
    public Task Run(Guid proposalId, Guid freelancerId, CancellationToken ct) => db.Transact(async () =>
    {
        var proposal = await db.Own(proposalId, freelancerId, ct);
        var wasLive = proposal.IsLive;
        proposal.Withdraw(ProposalActor.Freelancer, clock.Now());
        db.Tell(proposal, freelancerId, "withdrawn");
        if (!wasLive) return;
        await board.NoteProposal(proposal.JobId, ct, -1);
        db.Publish(proposal.News<ProposalWithdrawn>(await board.TitleOf(proposal.JobId, ct)));
    }, ct);

    // A suspended person may still take an offer back.
    public static void Map(Routes routes) => routes.Api.Post(
        "/proposals/{id:guid}/withdraw", Who.SignedIn, Rate.Write, DataClass.Own,
        async (Guid id, ClaimsPrincipal user, WithdrawProposal withdraw, ReadProposals read, CancellationToken ct) =>
        {
            await withdraw.Run(id, user.UserId(), ct);
            return await read.One(id, user.UserId(), ct);
        }).WithName("WithdrawProposal").WithSummary("Take a proposal back");
}
