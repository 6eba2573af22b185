using Guildhall.Contracts.Public;
using Guildhall.Shared.Jobs;

namespace Guildhall.Notifications.News;

sealed class ContractNews(Teller teller) :
    IHandle<ContractProposed>, IHandle<ContractRevised>, IHandle<ContractSentBack>, IHandle<ContractSigned>,
    IHandle<ContractReminder>, IHandle<ContractActivated>, IHandle<ContractCompleted>, IHandle<ContractDeclined>,
    IHandle<ContractExpired>
{
    public Task Handle(ContractProposed c, CancellationToken ct) =>
        Tell(c.FreelancerId, c, $"The contract “{c.Title}” is ready for your signature.", ct, byMail: true);

    public Task Handle(ContractRevised c, CancellationToken ct) =>
        Tell(c.FreelancerId, c, $"The contract “{c.Title}” was changed. Read it again before you sign.", ct,
            byMail: true);

    public Task Handle(ContractSentBack c, CancellationToken ct) =>
        Tell(c.ClientId, c, $"The contract “{c.Title}” came back with a note.", ct, byMail: true);

    public async Task Handle(ContractSigned c, CancellationToken ct)
    {
        if (!c.IsLocked)
        {
            await Tell(c.OtherParty, c, $"The other side has signed “{c.Title}”. Your signature is next.", ct,
                byMail: true);
            return;
        }
        await Tell(c.ClientId, c, $"Both have signed “{c.Title}”. Fund the first milestone and work begins.", ct,
            byMail: true);
        await Tell(c.FreelancerId, c, $"Both have signed “{c.Title}”. Work begins when the first milestone is funded.",
            ct, byMail: true);
    }

    public async Task Handle(ContractReminder c, CancellationToken ct)
    {
        FormattableString words = $"“{c.Title}” lapses in {c.DaysLeft} days without your signature.";
        if (!c.ClientHasSigned) await Tell(c.ClientId, c, words, ct, byMail: true);
        if (!c.FreelancerHasSigned) await Tell(c.FreelancerId, c, words, ct, byMail: true);
    }

    public Task Handle(ContractActivated c, CancellationToken ct) =>
        Tell(c.FreelancerId, c, $"Work on “{c.Title}” can begin.", ct);

    public async Task Handle(ContractCompleted c, CancellationToken ct)
    {
        foreach (var party in new[] { c.ClientId, c.FreelancerId })
            await teller.Tell(party, Topic.Reviews, $"“{c.Title}” is complete. Say how it went.",
                $"/contracts/{c.ContractId}/review", ct);
    }

    public Task Handle(ContractDeclined c, CancellationToken ct) =>
        Tell(c.OtherParty, c, $"The contract “{c.Title}” was declined.", ct, byMail: true);

    public async Task Handle(ContractExpired c, CancellationToken ct)
    {
        foreach (var party in new[] { c.ClientId, c.FreelancerId })
            await Tell(party, c, $"The contract “{c.Title}” was not signed in time and lapsed.", ct);
    }

    Task Tell(Guid person, ContractEvent c, FormattableString words, CancellationToken ct, bool byMail = false) =>
        teller.Tell(person, Topic.Contracts, words, $"/contracts/{c.ContractId}", ct, byMail);
}
