using Guildhall.Payments.Public;
using Guildhall.Shared.Jobs;

namespace Guildhall.Notifications.News;

/// <summary>What moves outside a milestone; milestones tell of their own payments.</summary>
sealed class MoneyNews(Teller teller) :
    IHandle<PaymentCaptured>, IHandle<PaymentFailed>, IHandle<EscrowRefunded>, IHandle<EarningsCleared>,
    IHandle<PayoutPaid>, IHandle<PayoutReturned>, IHandle<PayoutHeld>, IHandle<PayoutRejected>
{
    const string Wallet = "wallet";

    public Task Handle(PaymentCaptured p, CancellationToken ct) => p.Purpose != Wallet ? Task.CompletedTask
        : Tell(p.PayerId, $"{p.Gross} arrived in your wallet.", ct);

    public Task Handle(PaymentFailed p, CancellationToken ct) => p.Purpose != Wallet ? Task.CompletedTask
        : Tell(p.PayerId, $"The payment of {p.Total} did not go through. Nothing was charged.", ct);

    public Task Handle(EscrowRefunded e, CancellationToken ct) =>
        Tell(e.ClientId, $"{e.Total} was returned to your wallet.", ct, byMail: true);

    public Task Handle(EarningsCleared e, CancellationToken ct) =>
        Tell(e.FreelancerId, $"{e.Net} is ready to be paid out.", ct);

    public Task Handle(PayoutPaid p, CancellationToken ct) =>
        Tell(p.FreelancerId, $"{p.Amount} reached your bank account.", ct, byMail: true);

    public Task Handle(PayoutReturned p, CancellationToken ct) =>
        Tell(p.FreelancerId, $"Your bank sent {p.Amount} back. It is available again; check the bank account.", ct,
            byMail: true);

    public Task Handle(PayoutHeld p, CancellationToken ct) =>
        Tell(p.FreelancerId, $"Your withdrawal of {p.Amount} waits for a check. Money shows why and until when.", ct,
            byMail: true);

    public Task Handle(PayoutRejected p, CancellationToken ct) =>
        Tell(p.FreelancerId, $"Your withdrawal of {p.Amount} was not sent and is available again: {p.Reason}", ct,
            byMail: true);

    Task Tell(Guid person, FormattableString words, CancellationToken ct, bool byMail = false) =>
        teller.Tell(person, Topic.Money, words, "/money", ct, byMail);
}
