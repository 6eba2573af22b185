using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring.Inviting;

/// <summary>A proposal is the yes to an invitation; a job that is not listed takes one only as such.</summary>
public sealed class AcceptInvitation(Db db, InvitationBook book, TimeProvider clock)
{
    /// <summary>In the transaction that sends the proposal.</summary>
    public async Task Run(JobView job, Guid freelancerId, CancellationToken ct)
    {
        var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(
            i => i.JobId == job.Id && i.FreelancerId == freelancerId, ct);
        if (invitation?.MayBeAnswered(clock.Now()) == true)
        {
            if (invitation.State == InvitationState.Accepted) return;
            invitation.Accept(ProposalActor.Freelancer, clock.Now());
            await book.Tell<InvitationAccepted>(invitation, freelancerId, "accepted", ct);
        }
        else if (job.Brief.Hiring == HiringMode.Direct)
            throw invitation is null
                ? new Refused($"Only freelancers its client invites can answer this job.", "not_invited")
                : new Refused(InvitationStates.NotNow(
                    invitation.IsWaiting ? InvitationState.Expired : invitation.State), "not_invited");
    }
}
