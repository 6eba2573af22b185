using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring;

/// <summary>Loads a proposal for one of its people; to everybody else it does not exist.</summary>
static class FindProposals
{
    static readonly KeptQuery<Guid, Proposal>
        ToChange = new((db, id) => db.Set<Proposal>().Where(p => p.Id == id)),
        ToRead = new((db, id) => db.Set<Proposal>().AsNoTracking().Where(p => p.Id == id));

    /// <summary>For its freelancer to change.</summary>
    public static async Task<Proposal> Own(this Db db, Guid id, Guid freelancerId, CancellationToken ct) =>
        await ToChange.One(db, id, ct) is { } proposal && proposal.FreelancerId == freelancerId
            ? proposal : throw new Missing("proposal");

    /// <summary>For the client who received it to decide on.</summary>
    public static async Task<Proposal> Received(this Db db, Guid id, Guid clientId, CancellationToken ct) =>
        await ToChange.One(db, id, ct) is { SubmittedAt: not null } proposal && proposal.ClientId == clientId
            ? proposal : throw new Missing("proposal");

    /// <summary>For either of them to read.</summary>
    public static async Task<Proposal> Seen(this Db db, Guid id, Guid viewer, CancellationToken ct) =>
        await ToRead.One(db, id, ct) is { } proposal && proposal.IsVisibleTo(viewer)
            ? proposal : throw new Missing("proposal");

    /// <summary>Also of a job that was removed: its people still have to be told.</summary>
    public static async Task<string> TitleOf(this JobBoard board, Guid jobId, CancellationToken ct) =>
        (await board.Many([jobId], ct)).GetValueOrDefault(jobId)?.Title ?? "";
}
