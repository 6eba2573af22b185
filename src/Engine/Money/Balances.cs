namespace Guildhall.Engine.Money;

/// <summary>
/// The balances that follow from a sequence of journals: the model the stored balances are checked against
/// (<c>ledger verify</c>) and the oracle of the tests. Not thread-safe.
/// </summary>
public sealed class Balances
{
    readonly Dictionary<(AccountKey Account, string Currency), long> minor = [];

    /// <summary>The balance on the account's normal side; zero for an account without journals.</summary>
    public Money Of(AccountKey account, string currency) => new(minor.GetValueOrDefault((account, currency)), currency);

    /// <summary>Every account that ever moved.</summary>
    public IEnumerable<(AccountKey Account, Money Balance)> All =>
        minor.Select(b => (b.Key.Account, new Money(b.Value, b.Key.Currency)));

    /// <summary>Debits minus credits over all accounts: zero, or the ledger is broken.</summary>
    public Money TrialBalance(string currency) => All
        .Where(b => b.Balance.Currency == currency)
        .Select(b => b.Account.Kind.Rule().Side == NormalSide.Debit ? b.Balance : -b.Balance)
        .Sum(currency);

    /// <summary>The first account the journal would overdraw, or null when it may be posted.</summary>
    public AccountKey? Overdraws(JournalDraft journal)
    {
        foreach (var line in journal.Lines)
            if (!line.Account.Kind.Rule().MayOverdraw
                && line.BalanceChange.IsNegative
                && (Of(line.Account, line.Amount.Currency) + line.BalanceChange).IsNegative)
                return line.Account;
        return null;
    }

    /// <summary>Posts the whole journal or, when it is invalid or would overdraw, throws and changes nothing.</summary>
    public void Apply(JournalDraft journal)
    {
        journal.Validate();
        if (Overdraws(journal) is { } account)
            throw new InvalidOperationException($"Journal {journal.Id} ({journal.Kind}) would overdraw {account}.");
        foreach (var line in journal.Lines)
            minor[(line.Account, line.Amount.Currency)] =
                (Of(line.Account, line.Amount.Currency) + line.BalanceChange).Minor;
    }
}
