namespace Guildhall.Engine.Money;

/// <summary>One line of a journal.</summary>
/// <param name="Account">Whose balance changes.</param>
/// <param name="Amount">Signed: a debit is positive, a credit negative, so that a journal sums to zero.</param>
public readonly record struct JournalLine(AccountKey Account, Money Amount)
{
    /// <summary>The change of the account's balance, which grows on its normal side.</summary>
    public Money BalanceChange => Account.Kind.Rule().Side == NormalSide.Debit ? Amount : -Amount;
}

/// <summary>
/// A movement of money before it is posted: lines that sum to zero in each currency. Posted journals never change;
/// a mistake is undone by another journal (<see cref="Reversed"/>).
/// </summary>
/// <param name="Id">Chosen by the caller, the same for every retry (<see cref="DeterministicId"/>).</param>
/// <param name="Kind">What happened: <see cref="JournalKinds"/> or another name, 1 to 40 of a-z and _.</param>
/// <param name="Reference">What it is about: <c>milestone:0198…</c>; 1 to 200 characters.</param>
/// <param name="At">UTC, whole microseconds.</param>
/// <param name="Lines">2 to 100, one per account and currency, none zero.</param>
public sealed record JournalDraft(
    Guid Id, string Kind, string Reference, DateTime At, IReadOnlyList<JournalLine> Lines)
{
    public const int LinesMax = 100;

    /// <summary>Returns itself, or throws <see cref="InvalidOperationException"/> naming what is wrong.</summary>
    public JournalDraft Validate()
    {
        var problem = Problem();
        return problem is null ? this : throw new InvalidOperationException($"Journal {Id} ({Kind}): {problem}");
    }

    /// <summary>The exact opposite of this journal.</summary>
    public JournalDraft Reversed(Guid id, DateTime at) => new JournalDraft(id, JournalKinds.Reversal, $"journal:{Id:D}",
        at, [.. Lines.Select(l => l with { Amount = -l.Amount })]).Validate();

    string? Problem()
    {
        if (Id == Guid.Empty) return "it has no id.";
        if (Kind is not { Length: >= 1 and <= 40 } || Kind.Any(c => c is not ((>= 'a' and <= 'z') or '_')))
            return "a kind is 1 to 40 letters a-z and _.";
        if (Reference is not { Length: >= 1 and <= 200 }) return "a reference has 1 to 200 characters.";
        if (At.Kind != DateTimeKind.Utc || At.Ticks % TimeSpan.TicksPerMicrosecond != 0)
            return "the time must be UTC in whole microseconds.";
        if (Lines.Count is < 2 or > LinesMax) return $"it has {Lines.Count} lines; 2 to {LinesMax} are allowed.";
        return LineProblem() ?? BalanceProblem();
    }

    string? LineProblem()
    {
        var seen = new HashSet<(AccountKey, string)>();
        foreach (var (account, amount) in Lines)
        {
            if (!account.IsComplete) return $"the account {account.Kind} needs its owner, or has one too many.";
            if (!Currencies.IsKnown(amount.Currency)) return $"'{amount.Currency}' is no currency.";
            if (amount.IsZero) return $"the line of {account} is zero.";
            if (!amount.IsWithinLimit) return $"the line of {account} is over the limit.";
            if (!seen.Add((account, amount.Currency))) return $"{account} has two lines in {amount.Currency}.";
        }
        return null;
    }

    string? BalanceProblem()
    {
        foreach (var currency in Lines.GroupBy(l => l.Amount.Currency))
            if (currency.Select(l => l.Amount).Sum(currency.Key) is { IsZero: false } off)
                return $"it is off by {off.Minor} {off.Currency}.";
        return null;
    }
}

/// <summary>The kinds of journals written by <see cref="Journals"/>.</summary>
public static class JournalKinds
{
    public const string Deposit = "deposit", Fund = "fund", Release = "release", PartialRelease = "partial_release",
        Refund = "refund", DisputeFee = "dispute_fee", Settle = "settle", PayoutRequested = "payout_requested",
        PayoutSent = "payout_sent", PayoutPaid = "payout_paid", PayoutReturned = "payout_returned", Sale = "sale",
        PlacementBought = "placement_bought", PlacementReturned = "placement_returned", Reversal = "reversal";
}
