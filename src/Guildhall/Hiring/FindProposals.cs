using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring;

/// <summary>Loads a proposal for one of its people; to everybody else it does not exist.</summary>
static class FindProposals
{
    /// <summary>For its freelancer to change.</summary>
    public static async Task<Proposal> Own(this Db db, Guid id, Guid freelancerId, CancellationToken ct) =>
        await db.Set<Proposal>().SingleOrDefaultAsync(p => p.Id == id && p.FreelancerId == freelancerId, ct)
        ?? throw new Missing("proposal");

    /// <summary>For the client who received it to decide on.</summary>
    public static async Task<Proposal> Received(this Db db, Guid id, Guid clientId, CancellationToken ct) =>
        await db.Set<Proposal>().SingleOrDefaultAsync(p =>
            p.Id == id && p.ClientId == clientId && p.SubmittedAt != null, ct)
        ?? throw new Missing("proposal");

    /// <summary>For either of them to read.</summary>
    public static async Task<Proposal> Seen(this Db db, Guid id, Guid viewer, CancellationToken ct) =>
        await db.Set<Proposal>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is { } proposal
            && proposal.IsVisibleTo(viewer) ? proposal : throw new Missing("proposal");

    /// <summary>Also of a job that was removed: its people still have to be told.</summary>
    public static async Task<string> TitleOf(this JobBoard board, Guid jobId, CancellationToken ct) =>
        (await board.Many([jobId], ct)).GetValueOrDefault(jobId)?.Title ?? "";
}
