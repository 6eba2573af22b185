using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <param name="Reason">What its owner reads: English words, a key for translation.</param>
/// <param name="Until">When the hold ends by itself; null: an operator decides.</param>
public sealed record PayoutHold(string Reason, DateTime? Until);

/// <summary>
/// The rules that let a payout wait. A thief who takes over an account first changes where the money goes: a new bank
/// account beside one that was paid before rests before the first withdrawal to it, and its owner is told by mail.
/// </summary>
public sealed class PayoutRisk(Db db, PaymentsOptions options)
{
    public const string Large = "A withdrawal of this size is looked at by a person before it is sent.";
    public const string NewAccount =
        "This bank account is new. The withdrawal is sent by itself when the waiting time is over; "
        + "if you did not add this account, cancel it and change your password.";

    public async Task<PayoutHold?> Check(Payout payout, PayoutMethod method, DateTime now, CancellationToken ct)
    {
        if (options.PayoutReviewAbove is > 0 and var limit && payout.Amount.Minor > limit) return new(Large, null);
        var rested = method.AddedAt.AddHours(options.NewAccountHours);
        if (rested <= now) return null;
        var paidElsewhere = await db.Set<Payout>().AnyAsync(p => p.OwnerId == payout.OwnerId
            && p.MethodId != method.Id && p.State == PayoutState.Paid, ct);
        return paidElsewhere ? new(NewAccount, rested) : null;
    }
}
