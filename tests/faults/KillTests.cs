using System.Diagnostics;
using Guildhall.Browser;
using Xunit;

namespace Guildhall.Faults;

public class KillTestsOnSqlite : KillTests
{
    protected override Database Kind => Database.Sqlite;

    [Fact]
    public async Task What_is_sent_twice_under_two_keys_is_found()
    {
        var hasty = Trace.Difference(await Undisturbed, await Journey(_ => new Hasty()));

        Assert.Contains("+ job: Open 0", hasty);
        Assert.Contains("+ payout account: 3000 ", hasty);
        Assert.Contains(hasty, line => line.StartsWith("+ notification: client", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_was_lost_or_doubled_and_a_touched_ledger_are_found()
    {
        await using var stored = await Stored.New(Kind);
        await using var site = await PublishedSite.Start(stored.Settings);
        stored.In(site.Folder);
        await new MainJob(site.Url, new Calm(), stored).Walk();
        await Quiet(stored);
        var calm = await Trace.Of(stored);
        await site.Kill();
        Assert.Equal(0, (await site.Run("ledger", "verify")).Exit);

        await stored.Change("""
            INSERT INTO accounts_mails SELECT 'ANOTHER', "To", "Subject", "Text", "At" FROM accounts_mails LIMIT 1
            """);
        await stored.Change("""DELETE FROM notifications WHERE "Format" LIKE '%is ready for your signature%' """);
        await stored.Change("""UPDATE payments_accounts SET "Balance" = "Balance" + 1 WHERE "Balance" > 0""");

        var difference = Trace.Difference(calm, await Trace.Of(stored));
        Assert.Contains(difference, line => line.StartsWith("+ mail: ", StringComparison.Ordinal));
        Assert.Contains(difference, line => line.StartsWith("- notification: freelancer", StringComparison.Ordinal));
        var (exit, words) = await site.Run("ledger", "verify");
        Assert.Equal(1, exit);
        Assert.Contains("A balance differs from its lines", words);
    }
}

public class KillTestsOnPostgres : KillTests
{
    protected override Database Kind => Database.Postgres;
}

/// <summary>
/// The main job while the process is killed at every request and every wait. What is left in the end is line for line
/// what a journey without accidents leaves.
/// </summary>
public abstract class KillTests
{
    const int Least = 20;
    static readonly int seed = int.Parse(Environment.GetEnvironmentVariable("GUILDHALL_SEED") ?? "7");

    Task<List<string>>? undisturbed;

    protected abstract Database Kind { get; }

    /// <summary>What the journey leaves when nothing goes wrong.</summary>
    private protected Task<List<string>> Undisturbed => undisturbed ??= Journey(_ => new Calm());

    [Fact]
    public async Task A_journey_killed_at_every_step_ends_as_one_that_never_was()
    {
        Killing? killing = null;

        var found = await Journey(site => killing = new Killing(site, seed));

        TestContext.Current.SendDiagnosticMessage(string.Join('\n', killing!.Diary));
        Assert.Empty(Trace.Difference(await Undisturbed, found));
        Assert.True(killing.Kills >= Least, $"Only {killing.Kills} kills.");
        Assert.Contains(killing.Diary, line => line.EndsWith("nothing had been done", StringComparison.Ordinal));
        Assert.Contains(killing.Diary, line => line.EndsWith("it had been answered", StringComparison.Ordinal));
    }

    private protected async Task<List<string>> Journey(Func<PublishedSite, Fate> fate)
    {
        await using var stored = await Stored.New(Kind);
        await using var site = await PublishedSite.Start(stored.Settings);
        stored.In(site.Folder);
        await new MainJob(site.Url, fate(site), stored).Walk();
        await Quiet(stored);
        var (exit, words) = await site.Run("ledger", "verify");
        Assert.True(exit == 0, words);
        return await Trace.Of(stored);
    }

    /// <summary>Until no event waits for its handler; deadlines, which have a key, may.</summary>
    private protected static async Task Quiet(Stored stored)
    {
        const string owed = """SELECT "Handler" FROM shared_jobs WHERE "State" = 'Waiting' AND "UniqueKey" IS NULL""";
        var patience = Stopwatch.StartNew();
        while (await stored.Rows(owed) is { Count: > 0 } waiting)
        {
            if (patience.Elapsed.TotalSeconds > 60)
                throw new Broken($"These are never done: {string.Join(", ", waiting)}");
            await Task.Delay(100);
        }
    }
}
