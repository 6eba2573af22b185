namespace Guildhall.Engine.Money;

/// <summary>
/// The life of a payout (spec 7.10): requested, sent, then paid or returned. While it is under way the money
/// belongs to <see cref="AccountKind.PayoutsInTransit"/> of that payout, so it can be neither spent nor lost.
/// A payout's fee is taken out of the amount and earned only when the payout is paid.
/// </summary>
public static class PayoutJournals
{
    /// <summary>Out of the available balance, waiting to be sent.</summary>
    public static JournalDraft Requested(JournalHead head, Guid payout, Guid freelancer, Money amount) =>
        Journals.Start(head, JournalKinds.PayoutRequested, "payout", payout)
            .Debit(new(AccountKind.FreelancerAvailable, freelancer), amount)
            .Credit(new(AccountKind.PayoutsInTransit, payout), amount)
            .Build();

    /// <summary>The processor moves the cash towards the bank; what is owed does not change yet.</summary>
    /// <param name="head">Id and time.</param>
    /// <param name="payout">The payout.</param>
    /// <param name="cash">What leaves the processor: the amount without the platform's fee.</param>
    public static JournalDraft Sent(JournalHead head, Guid payout, Money cash) =>
        Journals.Start(head, JournalKinds.PayoutSent, "payout", payout)
            .Debit(AccountKind.Bank, cash)
            .Credit(AccountKind.ProcessorClearing, cash)
            .Build();

    /// <summary>The freelancer has it.</summary>
    /// <param name="head">Id and time.</param>
    /// <param name="payout">The payout.</param>
    /// <param name="amount">The whole requested amount.</param>
    /// <param name="fee">The part of it the platform keeps.</param>
    public static JournalDraft Paid(JournalHead head, Guid payout, Money amount, Money? fee = null)
    {
        var kept = fee ?? Money.Zero(amount.Currency);
        return Journals.Start(head, JournalKinds.PayoutPaid, "payout", payout)
            .Debit(new(AccountKind.PayoutsInTransit, payout), amount)
            .Credit(AccountKind.Bank, amount - kept)
            .Credit(AccountKind.FeeRevenue, kept)
            .Build();
    }

    /// <summary>It failed, was rejected or cancelled: the whole amount is available again.</summary>
    /// <param name="head">Id and time.</param>
    /// <param name="payout">The payout.</param>
    /// <param name="freelancer">Who gets it back.</param>
    /// <param name="amount">The whole requested amount.</param>
    /// <param name="cashSent">What <see cref="Sent"/> moved, to bring it back; null when it was never sent.</param>
    public static JournalDraft Returned(
        JournalHead head, Guid payout, Guid freelancer, Money amount, Money? cashSent = null)
    {
        var cash = cashSent ?? Money.Zero(amount.Currency);
        return Journals.Start(head, JournalKinds.PayoutReturned, "payout", payout)
            .Debit(new(AccountKind.PayoutsInTransit, payout), amount)
            .Credit(new(AccountKind.FreelancerAvailable, freelancer), amount)
            .Debit(AccountKind.ProcessorClearing, cash)
            .Credit(AccountKind.Bank, cash)
            .Build();
    }
}
