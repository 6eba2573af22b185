using Guildhall.Accounts.Public;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring.Inviting;

/// <summary>What every step of an invitation does alike: find it for one of its people, tell the others.</summary>
public sealed class InvitationBook(Db db, JobBoard board, People people)
{
    /// <summary>For either of its people; to everybody else it does not exist.</summary>
    public async Task<Invitation> Of(Guid id, Guid account, CancellationToken ct) =>
        await db.Set<Invitation>().SingleOrDefaultAsync(
            i => i.Id == id && (i.ClientId == account || i.FreelancerId == account), ct)
        ?? throw new Missing("invitation");

    /// <summary>The audit log and whoever listens hear of it, in the change's own transaction.</summary>
    public async Task Tell<T>(Invitation invitation, Guid? actor, string action, CancellationToken ct,
        Func<T, T>? with = null) where T : InvitationEvent, new()
    {
        db.Record(actor, $"invitation.{action}", "invitation", invitation.Id);
        db.Publish(new ProposalsMoved(invitation.JobId));
        var names = await people.Many([invitation.ClientId, invitation.FreelancerId], ct);
        var news = new T() with
        {
            InvitationId = invitation.Id, JobId = invitation.JobId,
            JobTitle = await board.TitleOf(invitation.JobId, ct), ClientId = invitation.ClientId,
            ClientName = names.GetValueOrDefault(invitation.ClientId)?.Name ?? "",
            FreelancerId = invitation.FreelancerId,
            FreelancerName = names.GetValueOrDefault(invitation.FreelancerId)?.Name ?? "",
            ExpiresAt = invitation.ExpiresAt,
        };
        db.Publish(with is null ? news : with(news));
    }
}
