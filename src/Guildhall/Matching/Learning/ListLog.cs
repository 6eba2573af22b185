using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>
/// Takes note of lists as they are shown without making anybody wait: they are kept in memory for a second and written
/// together. When the writing cannot keep up or fails, the oldest are forgotten and counted; no page ever fails for it.
/// </summary>
public sealed class ListLog(
    IServiceScopeFactory scopes, MatchingOptions options, IMeterFactory meters, TimeProvider clock,
    ILogger<ListLog> log)
{
    // An item opened longer than this after its list was shown has another cause.
    static readonly TimeSpan memory = TimeSpan.FromHours(24);

    const int Kept = 4_000, Batch = 400;

    readonly record struct Opened(Guid Viewer, Guid Item, DateTime At);

    readonly Counter<long> lost =
        meters.Create("Guildhall.Matching").CreateCounter<long>("guildhall.matching.lists_lost");
    readonly SemaphoreSlim turn = new(1, 1);
    Channel<object>? made;

    // Made when first used: the counter of what is dropped must exist by then.
    Channel<object> Waiting => LazyInitializer.EnsureInitialized(ref made, () => Channel.CreateBounded<object>(
        new BoundedChannelOptions(Kept) { FullMode = BoundedChannelFullMode.DropOldest }, _ => lost.Add(1)));

    public DateTime Now => clock.Now();

    /// <summary>A list was shown.</summary>
    public void Shown(ShownList list)
    {
        if (options.ListDays > 0 && list.Items.Length > 0) Waiting.Writer.TryWrite(list);
    }

    /// <summary>Somebody opened a profile or a job; kept only when it stood in a list they were shown.</summary>
    public void Open(Guid viewer, Guid item)
    {
        if (options.ListDays > 0) Waiting.Writer.TryWrite(new Opened(viewer, item, clock.Now()));
    }

    public ValueTask<bool> Any(CancellationToken ct) => Waiting.Reader.WaitToReadAsync(ct);

    /// <summary>Writes what waits. Whoever asks meanwhile waits too: an opening needs its list to be there.</summary>
    public async Task Write(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            while (await WriteBatch(ct) == Batch) { }
        }
        finally
        {
            turn.Release();
        }
    }

    async Task<int> WriteBatch(CancellationToken ct)
    {
        var batch = new List<object>();
        while (batch.Count < Batch && Waiting.Reader.TryRead(out var one)) batch.Add(one);
        if (batch.Count == 0) return 0;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var (lists, opened) = (batch.OfType<ShownList>().ToArray(), batch.OfType<Opened>().ToArray());
            if (lists.Length > 0) await db.Transact(() => { db.AddRange(lists); return Task.CompletedTask; }, ct);
            if (opened.Length > 0) await Join(db, opened, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            lost.Add(batch.Count);
            log.LogWarning(e, "{Count} shown lists could not be written and are forgotten", batch.Count);
        }
        return batch.Count;
    }

    // An opening belongs to the newest list in which its viewer was shown the item.
    static async Task Join(Db db, Opened[] opened, CancellationToken ct)
    {
        var (viewers, since) = (opened.Select(o => o.Viewer).Distinct().ToArray(), opened.Min(o => o.At) - memory);
        var lists = await db.Set<ShownList>().AsNoTracking()
            .Where(l => viewers.Contains(l.ViewerId) && l.At >= since).OrderByDescending(l => l.At).Take(1_000)
            .Select(l => new { l.Id, l.ViewerId, l.At, l.Items }).ToListAsync(ct);
        var shown = lists.ConvertAll(l => (l.Id, l.ViewerId, l.At, Items: ShownItem.Unpack(l.Items)));
        var found = (from o in opened
                     from l in shown
                     where l.ViewerId == o.Viewer && l.At <= o.At && l.Items.Any(i => i.Id == o.Item)
                     group (o, l) by (o.Viewer, o.Item) into same
                     let first = same.MaxBy(x => x.l.At)
                     select new ListOpening { ListId = first.l.Id, ItemId = first.o.Item, At = first.o.At }).ToArray();
        var ids = found.Select(f => f.ListId).Distinct().ToArray();
        await db.Transact(async () =>
        {
            var known = (await db.Set<ListOpening>().AsNoTracking().Where(o => ids.Contains(o.ListId))
                .Select(o => new { o.ListId, o.ItemId }).ToListAsync(ct)).ToHashSet();
            db.AddRange(found.Where(f => !known.Contains(new { f.ListId, f.ItemId })));
        }, ct);
    }
}

/// <summary>Writes the log every second while there is something in it.</summary>
sealed class WriteLists(ListLog log) : BackgroundService
{
    static readonly TimeSpan pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        await Task.Yield();
        try
        {
            while (await log.Any(ct))
            {
                await Task.Delay(pause, ct);
                await log.Write(ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await log.Write(CancellationToken.None);
        }
    }
}

/// <summary>What is older than the operator wants is deleted.</summary>
sealed class ForgetLists(Db db, MatchingOptions options) : Guildhall.Shared.Jobs.IRecur
{
    public Task Run(CancellationToken ct)
    {
        var before = db.Clock.Now().AddDays(-options.ListDays);
        return db.Transact(async () =>
        {
            await db.Set<ListOpening>().Where(o => o.At < before).ExecuteDeleteAsync(ct);
            await db.Set<ShownList>().Where(l => l.At < before).ExecuteDeleteAsync(ct);
        }, ct);
    }
}
