using Guildhall.Hiring.Inviting;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring.Public;

/// <summary>An invitation that waits for the freelancer's answer.</summary>
public sealed record WaitingInvitation(Guid Id, Guid JobId, Guid ClientId, DateTime SentAt, DateTime ExpiresAt);

/// <summary>What other modules may read of invitations.</summary>
public sealed class Invitations(Db db)
{
    /// <summary>Those a freelancer has not answered, the next to run out first.</summary>
    public Task<List<WaitingInvitation>> WaitingFor(Guid freelancerId, CancellationToken ct) =>
        db.Set<Invitation>().AsNoTracking().Where(i => i.FreelancerId == freelancerId
            && (i.State == InvitationState.Sent || i.State == InvitationState.Viewed))
            .OrderBy(i => i.ExpiresAt).ThenBy(i => i.Id).Take(50)
            .Select(i => new WaitingInvitation(i.Id, i.JobId, i.ClientId, i.SentAt, i.ExpiresAt)).ToListAsync(ct);

    /// <summary>Whom the clients of these jobs asked, whatever became of it.</summary>
    public Task<List<ProposalPair>> To(IEnumerable<Guid> jobIds, CancellationToken ct)
    {
        var ids = jobIds.Distinct().ToArray();
        return db.Set<Invitation>().AsNoTracking().Where(i => ids.Contains(i.JobId)).OrderBy(i => i.Id)
            .Select(i => new ProposalPair(i.JobId, i.FreelancerId)).ToListAsync(ct);
    }

    /// <summary>Where the invitations to a job stand, by freelancer.</summary>
    public Task<Dictionary<Guid, InvitationState>> OfJob(Guid jobId, CancellationToken ct) =>
        db.Set<Invitation>().AsNoTracking().Where(i => i.JobId == jobId)
            .ToDictionaryAsync(i => i.FreelancerId, i => i.State, ct);
}
