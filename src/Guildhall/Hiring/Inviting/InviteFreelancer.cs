using System.Security.Claims;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring.Inviting;

/// <summary>A client asks one freelancer for a proposal. A job that is not listed opens itself to them.</summary>
public sealed class InviteFreelancer(
    Db db, JobBoard board, Freelancers freelancers, InvitationBook book, TimeProvider clock)
{
    public const int MostPerJob = 20, MostPerDay = 50;

    /// <param name="FreelancerId">Somebody whose profile can be seen.</param>
    /// <param name="Note">Plain text to the freelancer, at most 1,000 characters.</param>
    public sealed record Request(Guid FreelancerId, string Note = "");

    public async Task<Guid> Run(Guid jobId, Guid clientId, Request request, CancellationToken ct)
    {
        var note = request.Note.ReplaceLineEndings("\n").Trim();
        new Check().Text(note, "note", Invitation.NoteMax, 0).ThrowIfAny();
        var job = await board.One(jobId, clientId, ct);
        if (job.ClientId != clientId) throw new Missing("job");
        if (!job.TakesProposals) throw new Refused($"This job takes no proposals now.", "wrong_state");
        if (request.FreelancerId == clientId) throw new Refused($"You cannot invite yourself.", "own_job");
        var freelancer = await freelancers.One(request.FreelancerId, ct);
        return await db.Transact(async () =>
        {
            await RefuseUnlessWelcome(job, freelancer.AccountId, ct);
            var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(
                i => i.JobId == job.Id && i.FreelancerId == freelancer.AccountId, ct);
            if (invitation is not null) invitation.SendAgain(ProposalActor.Client, note, clock.Now());
            else
            {
                await RefuseTooMany(job.Id, ct);
                invitation = Invitation.Of(job, freelancer.AccountId, note, clock.Now());
                db.Add(invitation);
            }
            await board.Admit(job.Id, freelancer.AccountId, ct);
            await InvitationTimer.Set(db, invitation, ct);
            await book.Tell<InvitationSent>(invitation, clientId, "sent", ct);
            return invitation.Id;
        }, ct);
    }

    async Task RefuseUnlessWelcome(JobView job, Guid freelancer, CancellationToken ct)
    {
        if (await db.Set<Proposal>().AnyAsync(p => p.JobId == job.Id && p.FreelancerId == freelancer
            && p.SubmittedAt != null && p.State != ProposalState.Withdrawn, ct))
            throw new Refused($"They have sent you a proposal for this job already.", "already_proposed");
        var past = db.Set<Invitation>().Where(i => i.ClientId == job.ClientId);
        if (await past.AnyAsync(i => i.FreelancerId == freelancer && i.NoMore, ct))
            throw new Refused($"This freelancer takes no invitations from you.", "no_invitations");
        var yesterday = clock.Now() - TimeSpan.FromDays(1);
        if (await past.CountAsync(i => i.SentAt > yesterday, ct) >= MostPerDay)
            throw new Refused($"You may invite {MostPerDay} freelancers a day. Go on tomorrow.",
                "too_many_invitations");
    }

    async Task RefuseTooMany(Guid job, CancellationToken ct)
    {
        if (await db.Set<Invitation>().CountAsync(i => i.JobId == job, ct) >= MostPerJob)
            throw new Refused($"You may invite {MostPerJob} freelancers to one job.", "too_many_invitations");
    }

    public static void Map(Routes routes) => routes.Api.Post(
        "/jobs/{id:guid}/invitations", Who.Client, Rate.Write, DataClass.Own,
        async (Guid id, Request request, ClaimsPrincipal user, InviteFreelancer invite, ReadInvitations read,
            CancellationToken ct) =>
        {
            var invitation = await invite.Run(id, user.UserId(), request, ct);
            return TypedResults.Created($"/api/v1/invitations/{invitation}",
                await read.One(invitation, user.UserId(), ct));
        }).WithName("inviteFreelancer").WithSummary("Asks one freelancer for a proposal");
}
