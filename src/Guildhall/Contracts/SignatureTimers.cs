using Guildhall.Contracts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;

namespace Guildhall.Contracts;

/// <summary>
/// A moment in the life of an unsigned contract; it means nothing when <c>SignBy</c> has moved since.
/// </summary>
/// <param name="DaysLeft">0: the time is over.</param>
sealed record SignatureDue(Guid ContractId, DateTime SignBy, int DaysLeft);

/// <summary>Reminds those who have not signed, and lets the contract lapse in the end.</summary>
sealed class SignatureTimers(Db db, TimeProvider clock) : IHandle<SignatureDue>
{
    public static async Task Set(Db db, Contract contract, CancellationToken ct)
    {
        await Clear(db, contract, ct);
        var (due, now) = (contract.SignBy!.Value, db.Clock.Now());
        foreach (var days in ContractPolicy.SignReminders.Append(0))
            if (due.AddDays(-days) > now)
                db.Schedule(new SignatureDue(contract.Id, due, days), due.AddDays(-days), $"{Key(contract)}:{days}");
    }

    public static Task Clear(Db db, Contract contract, CancellationToken ct) => db.Unschedule(Key(contract), ct);

    static string Key(Contract contract) => $"contract-sign:{contract.Id}";

    public async Task Handle(SignatureDue due, CancellationToken ct)
    {
        if (await db.Take(due.ContractId, ct) is not { } contract || contract.SignBy != due.SignBy) return;
        if (due.DaysLeft > 0)
        {
            db.Publish(contract.News<ContractReminder>(null) with
            {
                DaysLeft = due.DaysLeft,
                ClientHasSigned = contract.SignatureOf(Party.Client) is not null,
                FreelancerHasSigned = contract.SignatureOf(Party.Freelancer) is not null,
            });
        }
        else if (contract.Expire(clock.Now()))
        {
            db.Tell(contract, HistoryKind.Expired, null);
            db.Publish(contract.News<ContractExpired>(null));
        }
    }
}
