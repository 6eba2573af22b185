using Guildhall.Hiring.Public;
using Guildhall.Shared.Jobs;

namespace Guildhall.Notifications.News;

/// <summary>A proposal that answers an invitation is told as a proposal.</summary>
sealed class InvitationNews(Teller teller) :
    IHandle<InvitationSent>, IHandle<InvitationExpiring>, IHandle<InvitationDeclined>, IHandle<InvitationWithdrawn>,
    IHandle<InvitationExpired>
{
    public Task Handle(InvitationSent i, CancellationToken ct) => Freelancer(i,
        $"{i.ClientName} invites you to “{i.JobTitle}”. Answer by {i.ExpiresAt:d MMMM yyyy}.", ct, byMail: true);

    public Task Handle(InvitationExpiring i, CancellationToken ct) => Freelancer(i,
        $"The invitation to “{i.JobTitle}” ends in {i.DaysLeft} days. Answer it or decline it.", ct, byMail: true);

    public Task Handle(InvitationWithdrawn i, CancellationToken ct) =>
        Freelancer(i, $"The invitation to “{i.JobTitle}” was withdrawn.", ct);

    public Task Handle(InvitationDeclined i, CancellationToken ct) =>
        Client(i, $"{i.FreelancerName} declined your invitation to “{i.JobTitle}”. The reason stands beside it.", ct);

    public Task Handle(InvitationExpired i, CancellationToken ct) => i.JobEnded
        ? Freelancer(i, $"“{i.JobTitle}” is no longer open, and your invitation to it has ended.", ct)
        : Client(i, $"{i.FreelancerName} did not answer your invitation to “{i.JobTitle}”.", ct);

    Task Freelancer(InvitationEvent i, FormattableString words, CancellationToken ct, bool byMail = false) =>
        teller.Tell(i.FreelancerId, Topic.Proposals, words, $"/invitations/{i.InvitationId}", ct, byMail);

    Task Client(InvitationEvent i, FormattableString words, CancellationToken ct) =>
        teller.Tell(i.ClientId, Topic.Proposals, words, $"/jobs/{i.JobId}/invitations", ct);
}
