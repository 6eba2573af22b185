using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>
/// Loads the market behind the first page's back, then looks every second for what other nodes changed.
/// </summary>
sealed class WatchMarket(MarketIndex index, ILogger<WatchMarket> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        await Task.Yield();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await index.Refresh(ct);
                await index.Tidy(ct);
                await Task.Delay(Pause, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogWarning(e, "The market could not be read; the one in memory stays");
                await Task.Delay(10 * Pause, ct);
            }
        }
    }
}

/// <summary>Changes older than any node's memory are forgotten: a node that starts reads everything.</summary>
sealed class ForgetChanges(Db db) : IRecur
{
    public Task Run(CancellationToken ct)
    {
        var before = db.Clock.Now().AddDays(-1);
        return db.Transact(() => db.Set<MarketChange>().Where(c => c.At < before).ExecuteDeleteAsync(ct), ct);
    }
}
