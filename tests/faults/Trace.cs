namespace Guildhall.Faults;

/// <summary>
/// What a journey left in the database, without ids and times: whoever makes the same journey leaves the same lines.
/// A lost effect is a line too few, a doubled one a line too many.
/// </summary>
static class Trace
{
    const string Whose = """CASE WHEN a."IsClient" THEN 'client' ELSE 'freelancer' END""";

    static readonly (string What, string Sql)[] parts =
    [
        ("account", """SELECT "FirstName", "Standing" FROM accounts"""),
        ("job", """SELECT "State", "Proposals" FROM jobs_jobs"""),
        ("match", """SELECT "Score" FROM matching_matches"""),
        ("proposal", """SELECT "State", "Offer_Minor" FROM hiring_proposals"""),
        ("contract", """SELECT "State", "Revision" FROM contracts_contracts"""),
        ("milestone", """SELECT "Position", "State", "Deliveries" FROM contracts_milestones"""),
        ("signature", """SELECT "Party", "FullName" FROM contracts_signatures"""),
        ("history", """SELECT "Kind", "Minor" FROM contracts_history"""),
        ("payment", """SELECT "Purpose", "State", "Total_Minor" FROM payments_intents"""),
        ("escrow", """SELECT "State", "Gross_Minor", "Fee_Minor" FROM payments_escrows"""),
        ("journal", """
            SELECT j."Kind", a."Kind", l."Amount" FROM payments_journals j
            JOIN payments_lines l ON l."JournalId" = j."Id" JOIN payments_accounts a ON a."Id" = l."AccountId"
            """),
        ("balance", """SELECT "Kind", "Balance" FROM payments_accounts"""),
        ("paper", """SELECT "Kind", "Series", "Number", "Total_Minor" FROM payments_papers"""),
        ("payout account", """SELECT "Last4", "RemovedAt" FROM payments_payout_methods"""),
        ("payout", """SELECT "State", "Amount_Minor" FROM payments_payouts"""),
        ("review", """
            SELECT "About", "Ratings_Overall", CASE WHEN "PublishedAt" IS NULL THEN 'hidden' ELSE 'public' END
            FROM reputation_reviews
            """),
        ("reputation", """SELECT "Side", "Score", "Reviews" FROM reputation_snapshots WHERE "IsCurrent" """),
        ("notification", $"""
            SELECT {Whose}, n."Topic", n."Format" FROM notifications n JOIN accounts a ON a."Id" = n."PersonId"
            """),
        ("mail", """SELECT "To", "Subject" FROM accounts_mails"""),
        ("audit", """SELECT "Action" FROM shared_audit"""),
        ("dead letter", """SELECT "Handler", "LastError" FROM shared_jobs WHERE "State" = 'Dead'"""),
    ];

    /// <summary>Sorted lines, each with the kind of thing it stands for.</summary>
    public static async Task<List<string>> Of(Stored stored)
    {
        var lines = new List<string>();
        foreach (var (what, sql) in parts) lines.AddRange((await stored.Rows(sql)).Select(row => $"{what}: {row}"));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>"+ " too many, "- " too few; empty when both journeys left the same.</summary>
    public static List<string> Difference(List<string> expected, List<string> found)
    {
        var counts = new Dictionary<string, int>();
        foreach (var line in found) counts[line] = counts.GetValueOrDefault(line) + 1;
        foreach (var line in expected) counts[line] = counts.GetValueOrDefault(line) - 1;
        return [.. counts.Where(c => c.Value != 0).OrderBy(c => c.Key, StringComparer.Ordinal)
            .SelectMany(c => Enumerable.Repeat($"{(c.Value > 0 ? "+" : "-")} {c.Key}", Math.Abs(c.Value)))];
    }
}
