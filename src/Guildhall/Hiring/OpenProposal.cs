using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;

namespace Guildhall.Hiring;

/// <summary>The client opens a proposal; the first time counts, and the freelancer is told.</summary>
public sealed class OpenProposal(Db db, JobBoard board, TimeProvider clock)
{
    /// <summary>Does nothing for anybody but the client who received it.</summary>
    public async Task Run(Guid proposalId, Guid viewer, CancellationToken ct)
    {
        var seen = await db.Seen(proposalId, viewer, ct);
        if (!seen.May(ProposalVerb.View, seen.ActorOf(viewer))) return;
        await db.Transact(async () =>
        {
            var proposal = await db.Received(proposalId, viewer, ct);
            if (!proposal.View(ProposalActor.Client, clock.Now())) return;
            db.Tell(proposal, viewer, "viewed");
            db.Publish(proposal.News<ProposalViewed>(await board.TitleOf(proposal.JobId, ct)));
        }, ct);
    }

    /// <summary>A browser that loads a page before it is asked for has not shown it to anybody.</summary>
    public static bool IsOpening(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !IsPrefetch(request, "X-Sec-Purpose")
            && !IsPrefetch(request, "Sec-Purpose");

    static bool IsPrefetch(HttpRequest request, string header) =>
        request.Headers[header].ToString().Contains("prefetch");
}
