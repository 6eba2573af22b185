using System.Security.Claims;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring.Inviting;

/// <summary>The client takes an invitation back; a job that is not listed closes itself to that freelancer.</summary>
public sealed class WithdrawInvitation(Db db, JobBoard board, InvitationBook book, TimeProvider clock)
{
    public Task Run(Guid id, Guid clientId, CancellationToken ct) => db.Transact(async () =>
    {
        var invitation = await book.Of(id, clientId, ct);
        invitation.Withdraw(invitation.ActorOf(clientId), clock.Now());
        if (!await db.Set<Proposal>().AnyAsync(p => p.JobId == invitation.JobId
            && p.FreelancerId == invitation.FreelancerId && p.SubmittedAt != null, ct))
            await board.Dismiss(invitation.JobId, invitation.FreelancerId, ct);
        await book.Tell<InvitationWithdrawn>(invitation, clientId, "withdrawn", ct);
    }, ct);

    // A suspended person may still take it back.
    public static void Map(Routes routes) => routes.Api.Post(
        "/invitations/{id:guid}/withdraw", Who.SignedIn, Rate.Write, DataClass.Own,
        async (Guid id, ClaimsPrincipal user, WithdrawInvitation withdraw, ReadInvitations read,
            CancellationToken ct) =>
        {
            await withdraw.Run(id, user.UserId(), ct);
            return await read.One(id, user.UserId(), ct);
        }).WithName("withdrawInvitation").WithSummary("Takes an invitation back");
}
