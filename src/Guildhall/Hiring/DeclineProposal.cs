using System.Security.Claims;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Hiring;

/// <summary>The client says no and why; the freelancer reads both.</summary>
public sealed class DeclineProposal(Db db, JobBoard board, TimeProvider clock)
{
    /// <param name="Reason">Shown to the freelancer.</param>
    /// <param name="Note">In the client's words, shown too; at most 1,000 characters. Needed with "other".</param>
    public sealed record Request(DeclineReason Reason, string Note = "");

    public async Task Run(Guid proposalId, Guid clientId, DeclineReason reason, string? note, CancellationToken ct)
    {
        var words = (note ?? "").ReplaceLineEndings("\n").Trim();
        new Check().Text(words, "note", Proposal.NoteMax, 0)
            .That(words.Length > 0 || reason != DeclineReason.Other, "note", $"Say why in a few words.")
            .ThrowIfAny();
        await db.Transact(async () =>
        {
            var proposal = await db.Received(proposalId, clientId, ct);
            proposal.Decline(ProposalActor.Client, reason, words, clock.Now());
            db.Tell(proposal, clientId, "declined", new { reason = reason.ToString() });
            db.Publish(proposal.News<ProposalDeclined>(await board.TitleOf(proposal.JobId, ct))
                with { Reason = reason, Note = words });
        }, ct);
    }

    public static void Map(Routes routes) => routes.Api.Post(
        "/proposals/{id:guid}/decline", Who.Client, Rate.Write, DataClass.Private,
        async (Guid id, Request request, ClaimsPrincipal user, DeclineProposal decline, ReadProposals read,
            CancellationToken ct) =>
        {
            await decline.Run(id, user.UserId(), request.Reason, request.Note, ct);
            return await read.One(id, user.UserId(), ct);
        }).WithName("DeclineProposal").WithSummary("Decline a proposal with a reason");
}
