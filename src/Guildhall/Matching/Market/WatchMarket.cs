using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>
/// Loads the market behind the first page's back, then looks now and then for what other nodes changed: the word they
/// say of it may be lost.
/// </summary>
sealed class WatchMarket(Opening opening, MarketIndex index, MatchingOptions options, ILogger<WatchMarket> log)
    : BackgroundService
{
    readonly TimeSpan pause = TimeSpan.FromSeconds(options.LookSeconds);

    // About an hour of pauses.
    readonly int kept = 3_600 / options.LookSeconds;

    public override async Task StopAsync(CancellationToken ct)
    {
        await base.StopAsync(ct);
        try { await index.Keep(ct); }
        catch (Exception e) { log.LogWarning(e, "The market was not kept; the next start may read everybody"); }
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        await opening.Wait(ct);
        for (var round = 0; !ct.IsCancellationRequested; round++)
        {
            try
            {
                await index.Refresh(ct);
                await index.Tidy(ct);
                if (round % kept == 0) await index.Keep(ct);
                await Task.Delay(pause, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogWarning(e, "The market could not be read; the one in memory stays");
                await Task.Delay(TimeSpan.FromSeconds(10), ct);
            }
        }
    }
}

/// <summary>
/// Changes older than any node's memory and files are forgotten: a node that starts then reads everything.
/// </summary>
sealed class ForgetChanges(Db db) : IRecur
{
    public Task Run(CancellationToken ct)
    {
        var before = db.Clock.Now() - MarketSnapshot.Longest - TimeSpan.FromDays(1);
        return db.Transact(() => db.Set<MarketChange>().Where(c => c.At < before).ExecuteDeleteAsync(ct), ct);
    }
}
