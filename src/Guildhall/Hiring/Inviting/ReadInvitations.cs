using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring.Inviting;

/// <summary>An invitation as either of its people reads it.</summary>
/// <param name="Note">The client's words; empty without any.</param>
/// <param name="ExpiresAt">Until then it waits for an answer; afterwards silence means no.</param>
/// <param name="Reason">Why it was declined; null unless it was.</param>
/// <param name="ReasonNote">The same in the freelancer's words.</param>
public sealed record InvitationAnswer(
    Guid Id, Guid JobId, string JobTitle, Guid ClientId, string ClientName, Guid FreelancerId, string FreelancerName,
    InvitationState State, string Note, DateTime SentAt, DateTime ExpiresAt, DateTime? ViewedAt, DateTime? DecidedAt,
    WhyNot? Reason, string? ReasonNote)
{
    public bool IsWaiting => State is InvitationState.Sent or InvitationState.Viewed;
}

/// <summary>Invitations for reading: one, those of a job for its client, those of a freelancer.</summary>
public sealed class ReadInvitations(Db db, JobBoard board, People people, InvitationBook book, TimeProvider clock)
{
    public async Task<InvitationAnswer> One(Guid id, Guid viewer, CancellationToken ct) =>
        (await Answers([await book.Of(id, viewer, ct)], ct))[0];

    /// <summary>The freelancer's first look counts. Does nothing for anybody else.</summary>
    public async Task Open(Guid id, Guid viewer, CancellationToken ct)
    {
        var seen = await book.Of(id, viewer, ct);
        if (!seen.May(InvitationVerb.View, seen.ActorOf(viewer))) return;
        await db.Transact(async () =>
        {
            var invitation = await book.Of(id, viewer, ct);
            if (!invitation.View(invitation.ActorOf(viewer), clock.Now())) return;
            db.Record(viewer, "invitation.viewed", "invitation", id);
            db.Publish(new ProposalsMoved(invitation.JobId));
        }, ct);
    }

    public async Task<Page<InvitationAnswer>> OfJob(
        Guid jobId, Guid clientId, string? cursor, int? size, CancellationToken ct)
    {
        if ((await board.One(jobId, clientId, ct)).ClientId != clientId) throw new Missing("job");
        return await PageOf(db.Set<Invitation>().Where(i => i.JobId == jobId), cursor, size, ct);
    }

    public Task<Page<InvitationAnswer>> OfFreelancer(
        Guid freelancerId, InvitationState? state, string? cursor, int? size, CancellationToken ct) =>
        PageOf(db.Set<Invitation>().Where(i => i.FreelancerId == freelancerId && (state == null || i.State == state)),
            cursor, size, ct);

    async Task<Page<InvitationAnswer>> PageOf(
        IQueryable<Invitation> which, string? cursor, int? size, CancellationToken ct)
    {
        var take = Cursor.Size(size);
        if (cursor is { Length: > 0 })
        {
            var (at, id) = Cursor.TimeAndId(cursor);
            which = which.Where(i => i.SentAt < at || i.SentAt == at && i.Id < id);
        }
        var rows = await which.AsNoTracking().OrderByDescending(i => i.SentAt).ThenByDescending(i => i.Id)
            .Take(take + 1).ToListAsync(ct);
        return new(await Answers([.. rows.Take(take)], ct),
            rows.Count > take ? Cursor.Of(rows[take - 1].SentAt, rows[take - 1].Id) : null);
    }

    async Task<IReadOnlyList<InvitationAnswer>> Answers(IReadOnlyList<Invitation> rows, CancellationToken ct)
    {
        var jobs = await board.Many(rows.Select(i => i.JobId), ct);
        var names = await people.Many(rows.SelectMany(i => new[] { i.ClientId, i.FreelancerId }), ct);
        return [.. rows.Select(i => new InvitationAnswer(
            i.Id, i.JobId, jobs.GetValueOrDefault(i.JobId)?.Title ?? "", i.ClientId,
            names.GetValueOrDefault(i.ClientId)?.Name ?? "", i.FreelancerId,
            names.GetValueOrDefault(i.FreelancerId)?.Name ?? "", i.State, i.Note, i.SentAt, i.ExpiresAt, i.ViewedAt,
            i.DecidedAt, i.DeclinedFor, i.DeclineNote))];
    }

    public static void Map(Routes routes)
    {
        routes.Api.Get("/jobs/{id:guid}/invitations", Who.Client, Rate.Read, DataClass.Private,
            (Guid id, string? cursor, int? size, ClaimsPrincipal user, ReadInvitations read, CancellationToken ct) =>
                read.OfJob(id, user.UserId(), cursor, size, ct))
            .WithName("listInvitations").WithSummary("Whom the caller invited to their job, the last sent first");
        routes.Api.Get("/invitations/{id:guid}", Who.SignedIn, Rate.Read, DataClass.Private,
            async (Guid id, ClaimsPrincipal user, ReadInvitations read, CancellationToken ct) =>
            {
                await read.Open(id, user.UserId(), ct);
                return await read.One(id, user.UserId(), ct);
            }).WithName("readInvitation")
                .WithSummary("One invitation; the freelancer's first look is shown to the client");
        routes.Api.Get("/users/me/invitations", Who.SignedIn, Rate.Read, DataClass.Own,
            (string? state, string? cursor, int? size, ClaimsPrincipal user, ReadInvitations read,
                CancellationToken ct) =>
                read.OfFreelancer(user.UserId(), Choice.OrNull<InvitationState>(state, "state"), cursor, size, ct))
            .WithName("listMyInvitations").WithSummary("Invitations to the caller, the last sent first");
    }
}
