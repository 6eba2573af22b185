using Xunit;

namespace Guildhall.Faults;

public class KillTestsOnSqlite(Undisturbed undisturbed) : KillTests(Database.Sqlite, undisturbed)
{
    [Fact]
    public async Task What_is_sent_twice_under_two_keys_is_found()
    {
        await using var journey = await Journey.Make(Kind, _ => new Hasty());

        var hasty = Trace.Difference((await Calm).Trace, journey.Trace);

        Assert.Contains("+ job: Open 0", hasty);
        Assert.Contains("+ payout account: 3000 ", hasty);
        Assert.Contains(hasty, line => line.StartsWith("+ notification: client", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_was_lost_or_doubled_and_a_touched_ledger_are_found()
    {
        var calm = await Calm; // whose ledger was found in order

        await calm.Stored.Change("""
            INSERT INTO accounts_mails SELECT 'ANOTHER', "To", "Subject", "Text", "At" FROM accounts_mails LIMIT 1
            """);
        await calm.Stored.Change("""DELETE FROM notifications WHERE "Format" LIKE '%is ready for your signature%' """);
        await calm.Stored.Change("""UPDATE payments_accounts SET "Balance" = "Balance" + 1 WHERE "Balance" > 0""");

        var difference = Trace.Difference(calm.Trace, await Trace.Of(calm.Stored));
        Assert.Contains(difference, line => line.StartsWith("+ mail: ", StringComparison.Ordinal));
        Assert.Contains(difference, line => line.StartsWith("- notification: freelancer", StringComparison.Ordinal));
        var (exit, words) = await calm.Site.Run("ledger", "verify");
        Assert.Equal(1, exit);
        Assert.Contains("A balance differs from its lines", words);
    }
}

public class KillTestsOnPostgres(Undisturbed undisturbed) : KillTests(Database.Postgres, undisturbed);

/// <summary>
/// The main job while the process is killed at every request and every wait. What is left in the end is line for line
/// what a journey without accidents leaves.
/// </summary>
public abstract class KillTests(Database kind, Undisturbed undisturbed) : IClassFixture<Undisturbed>
{
    const int Least = 20;
    static readonly int seed = int.Parse(Environment.GetEnvironmentVariable("GUILDHALL_SEED") ?? "7");

    protected Database Kind => kind;
    private protected Task<Journey> Calm => undisturbed.On(kind);

    [Fact]
    public async Task A_journey_killed_at_every_step_ends_as_one_that_never_was()
    {
        Killing? killing = null;

        await using var journey = await Journey.Make(kind, site => killing = new Killing(site, seed));

        TestContext.Current.SendDiagnosticMessage(string.Join('\n', killing!.Diary));
        Assert.Empty(Trace.Difference((await Calm).Trace, journey.Trace));
        Assert.True(killing.Kills >= Least, $"Only {killing.Kills} kills.");
        Assert.Contains(killing.Diary, line => line.EndsWith("nothing had been done", StringComparison.Ordinal));
        Assert.Contains(killing.Diary, line => line.EndsWith("it had been answered", StringComparison.Ordinal));
    }
}

/// <summary>The journey in which nothing goes wrong: made once for all tests of a class.</summary>
public sealed class Undisturbed : IAsyncDisposable
{
    Task<Journey>? journey;

    internal Task<Journey> On(Database kind) => journey ??= Journey.Make(kind, _ => new Calm());

    public async ValueTask DisposeAsync()
    {
        if (journey is { IsCompletedSuccessfully: true }) await (await journey).DisposeAsync();
    }
}
