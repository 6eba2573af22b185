namespace Guildhall.Engine.Money;

/// <summary>Who caused a journal and when; the id is the caller's, so that a retry is recognised.</summary>
/// <param name="Id">The journal's id.</param>
/// <param name="At">UTC, whole microseconds.</param>
public readonly record struct JournalHead(Guid Id, DateTime At);

/// <summary>Collects debits and credits, leaving out what is zero and adding up lines of the same account.</summary>
sealed class JournalBuilder(JournalHead head, string kind, string reference)
{
    readonly List<JournalLine> lines = [];

    public JournalBuilder Debit(AccountKey account, Money amount) => Add(account, NotNegative(amount));

    public JournalBuilder Credit(AccountKey account, Money amount) => Add(account, -NotNegative(amount));

    public JournalDraft Build() => new JournalDraft(head.Id, kind, reference, head.At,
        [.. lines.Where(l => !l.Amount.IsZero)]).Validate();

    JournalBuilder Add(AccountKey account, Money amount)
    {
        var at = lines.FindIndex(l => l.Account == account && l.Amount.Currency == amount.Currency);
        if (at < 0) lines.Add(new JournalLine(account, amount));
        else lines[at] = lines[at] with { Amount = lines[at].Amount + amount };
        return this;
    }

    static Money NotNegative(Money amount) => amount.IsNegative
        ? throw new InvalidOperationException($"{amount.Minor} {amount.Currency} is negative; use the other side.")
        : amount;
}
