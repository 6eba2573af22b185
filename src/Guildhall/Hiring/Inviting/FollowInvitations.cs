using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring.Inviting;

/// <summary>Look whether an invitation runs out.</summary>
sealed record InvitationDue(Guid InvitationId);

/// <summary>Sets the clock of an invitation. It only knocks; the invitation decides.</summary>
static class InvitationTimer
{
    public static async Task Set(Db db, Invitation invitation, CancellationToken ct)
    {
        await db.Unschedule(Key(invitation), ct);
        db.Schedule(new InvitationDue(invitation.Id),
            invitation.ExpiresAt.AddDays(-Invitation.RemindedDaysBefore), Key(invitation));
    }

    public static void AtTheEnd(Db db, Invitation invitation) =>
        db.Schedule(new InvitationDue(invitation.Id), invitation.ExpiresAt, Key(invitation));

    static string Key(Invitation invitation) => $"invitation:{invitation.Id}";
}

/// <summary>
/// An unanswered invitation is called to mind, then runs out; it ends with its job. Silence means no.
/// </summary>
sealed class FollowInvitations(Db db, InvitationBook book) :
    IHandle<InvitationDue>, IHandle<ProposalAccepted>, IHandle<JobClosed>
{
    public async Task Handle(InvitationDue due, CancellationToken ct)
    {
        var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == due.InvitationId, ct);
        if (invitation is not { IsWaiting: true }) return;
        var left = invitation.ExpiresAt - db.Clock.Now();
        if (left <= TimeSpan.Zero)
        {
            await End(invitation, jobEnded: false, ct);
            return;
        }
        if (left.TotalDays <= Invitation.RemindedDaysBefore)
            await book.Tell<InvitationExpiring>(invitation, null, "reminded", ct,
                news => news with { DaysLeft = (int)Math.Ceiling(left.TotalDays) });
        InvitationTimer.AtTheEnd(db, invitation);
    }

    public Task Handle(ProposalAccepted hired, CancellationToken ct) => EndAll(hired.JobId, ct);

    public Task Handle(JobClosed closed, CancellationToken ct) => EndAll(closed.JobId, ct);

    async Task EndAll(Guid job, CancellationToken ct)
    {
        foreach (var invitation in await db.Set<Invitation>().Where(i => i.JobId == job
            && (i.State == InvitationState.Sent || i.State == InvitationState.Viewed)).ToListAsync(ct))
            await End(invitation, jobEnded: true, ct);
    }

    async Task End(Invitation invitation, bool jobEnded, CancellationToken ct)
    {
        invitation.Expire(db.Clock.Now());
        await book.Tell<InvitationExpired>(invitation, null, "expired", ct, news => news with { JobEnded = jobEnded });
    }
}
