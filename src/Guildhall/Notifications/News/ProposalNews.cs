using Guildhall.Hiring.Public;
using Guildhall.Shared.Jobs;

namespace Guildhall.Notifications.News;

sealed class ProposalNews(Teller teller) :
    IHandle<ProposalSubmitted>, IHandle<ProposalChanged>, IHandle<ProposalViewed>, IHandle<ProposalShortlisted>,
    IHandle<ProposalDeclined>, IHandle<ProposalWithdrawn>, IHandle<ProposalAccepted>, IHandle<ProposalNotSelected>,
    IHandle<ProposalExpired>, IHandle<ProposalReopened>
{
    public Task Handle(ProposalSubmitted p, CancellationToken ct) =>
        Client(p, $"You have a new proposal for “{p.JobTitle}”: {p.Price}.", ct, byMail: true);

    public Task Handle(ProposalChanged p, CancellationToken ct) =>
        Client(p, $"A proposal for “{p.JobTitle}” was changed; it is {p.Price} now.", ct);

    public Task Handle(ProposalWithdrawn p, CancellationToken ct) =>
        Client(p, $"A proposal for “{p.JobTitle}” was withdrawn.", ct);

    public Task Handle(ProposalViewed p, CancellationToken ct) =>
        Freelancer(p, $"The client of “{p.JobTitle}” has opened your proposal.", ct);

    public Task Handle(ProposalShortlisted p, CancellationToken ct) =>
        Freelancer(p, $"You are on the shortlist for “{p.JobTitle}”.", ct);

    public Task Handle(ProposalDeclined p, CancellationToken ct) =>
        Freelancer(p, $"Your proposal for “{p.JobTitle}” was declined. The reason stands beside it.", ct);

    public Task Handle(ProposalNotSelected p, CancellationToken ct) => Freelancer(p, p.SomebodyElse
        ? (FormattableString)$"Somebody else was hired for “{p.JobTitle}”."
        : $"“{p.JobTitle}” ended without anyone being hired.", ct);

    public Task Handle(ProposalExpired p, CancellationToken ct) =>
        Freelancer(p, $"“{p.JobTitle}” ran out of time before anyone was chosen.", ct);

    public Task Handle(ProposalReopened p, CancellationToken ct) =>
        Freelancer(p, $"The client of “{p.JobTitle}” is considering your proposal again.", ct);

    public Task Handle(ProposalAccepted p, CancellationToken ct) => teller.Tell(p.FreelancerId, Topic.Proposals,
        $"You are hired for “{p.JobTitle}”. The contract comes next.", $"/contracts/{p.ContractId}", ct, byMail: true);

    Task Client(ProposalEvent p, FormattableString words, CancellationToken ct, bool byMail = false) =>
        teller.Tell(p.ClientId, Topic.Proposals, words, $"/jobs/{p.JobId}/proposals", ct, byMail);

    Task Freelancer(ProposalEvent p, FormattableString words, CancellationToken ct) =>
        teller.Tell(p.FreelancerId, Topic.Proposals, words, $"/proposals/{p.ProposalId}", ct);
}
