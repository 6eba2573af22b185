using System.Security.Claims;
using Guildhall.Hiring.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Hiring.Inviting;

/// <summary>The freelancer says no and why; the client reads both.</summary>
public sealed class DeclineInvitation(Db db, InvitationBook book, TimeProvider clock)
{
    /// <param name="Reason">Shown to the client.</param>
    /// <param name="Note">In the freelancer's words, shown too; at most 1,000 characters. Needed with "other".</param>
    /// <param name="NoMore">No invitations from this client any more.</param>
    public sealed record Request(WhyNot Reason, string Note = "", bool NoMore = false);

    public async Task Run(Guid id, Guid freelancerId, Request request, CancellationToken ct)
    {
        var words = request.Note.ReplaceLineEndings("\n").Trim();
        new Check().Text(words, "note", Invitation.NoteMax, 0)
            .That(words.Length > 0 || request.Reason != WhyNot.Other, "note", $"Say why in a few words.")
            .ThrowIfAny();
        await db.Transact(async () =>
        {
            var invitation = await book.Of(id, freelancerId, ct);
            invitation.Decline(
                invitation.ActorOf(freelancerId), request.Reason, words, request.NoMore, clock.Now());
            await book.Tell<InvitationDeclined>(invitation, freelancerId, "declined", ct,
                news => news with { Reason = request.Reason, Note = words });
        }, ct);
    }

    // A suspended person may still say no.
    public static void Map(Routes routes) => routes.Api.Post(
        "/invitations/{id:guid}/decline", Who.SignedIn, Rate.Write, DataClass.Own,
        async (Guid id, Request request, ClaimsPrincipal user, DeclineInvitation decline, ReadInvitations read,
            CancellationToken ct) =>
        {
            await decline.Run(id, user.UserId(), request, ct);
            return await read.One(id, user.UserId(), ct);
        }).WithName("declineInvitation").WithSummary("Declines an invitation with a reason");
}
