using System.Diagnostics;
using Guildhall.Browser;
using Xunit;

namespace Guildhall.Faults;

/// <summary>The main job under one fate, on a site and a database of its own, and what it left there.</summary>
sealed class Journey : IAsyncDisposable
{
    public required Stored Stored { get; init; }
    public required PublishedSite Site { get; init; }
    public List<string> Trace { get; private set; } = [];

    /// <summary>Walks it to its end. The site is stopped then; its database stays.</summary>
    public static async Task<Journey> Make(Database kind, Func<PublishedSite, Fate> fateOn)
    {
        var stored = await Stored.New(kind);
        var site = await PublishedSite.Start(stored.Settings);
        stored.In(site.Folder);
        var journey = new Journey { Stored = stored, Site = site };
        try
        {
            journey.Trace = await journey.Walk(fateOn(site));
            return journey;
        }
        catch
        {
            await journey.DisposeAsync(); // nobody else would end the process
            throw;
        }
    }

    async Task<List<string>> Walk(Fate fate)
    {
        await new MainJob(Site.Url, fate, Stored).Walk();
        await fate.Recall();
        await Quiet(Stored);
        await Site.Kill();
        var (exit, words) = await Site.Run("ledger", "verify");
        Assert.True(exit == 0, words);
        return await Faults.Trace.Of(Stored);
    }

    // Until no event waits for its handler; deadlines, which have a key, may.
    static async Task Quiet(Stored stored)
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

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Stored.DisposeAsync();
    }
}
