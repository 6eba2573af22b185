using System.Diagnostics;
using Guildhall.Engine.Matching;
using Guildhall.Shared.Data;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>
/// The market in memory, on every node. Readers take the whole snapshot and never lock; it is read from the database
/// once and then follows the numbered changes.
/// </summary>
public sealed class MarketIndex(
    IServiceScopeFactory scopes, Skills skills, MarketSnapshot snapshot, ILogger<MarketIndex> log)
{
    /// <summary>From so many freelancers on, mapping a file is much faster than reading everybody again.</summary>
    public const int WorthKeeping = 20_000;

    // A change may commit after one with a higher number: look back this far, and skip what was applied.
    const int LookBack = 256;

    readonly SemaphoreSlim turn = new(1);
    readonly HashSet<long> applied = [];
    volatile Market? market;
    long last, kept = -1;
    int told, caughtUp;
    NodeSignal? signal;

    /// <summary>Something changed: the next reader of every node catches up first.</summary>
    public NodeSignal Signal => signal ??= new("market", () => Interlocked.Increment(ref told));

    /// <summary>The market with everything this node was told of.</summary>
    public ValueTask<Market> Now(CancellationToken ct) =>
        Volatile.Read(ref caughtUp) == Volatile.Read(ref told)
        && market is { } known && known.Taxonomy == skills.Meaning
            ? new(known) : new(Refresh(ct));

    /// <summary>Reads what changed since the last look, or everything the first time.</summary>
    public async Task<Market> Refresh(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            // Whoever reads meanwhile waits for this: it may miss what it was told before.
            var heard = Volatile.Read(ref told);
            var now = market = await Read(ct);
            Volatile.Write(ref caughtUp, heard);
            return now;
        }
        catch
        {
            Signal.Hear();
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    async Task<Market> Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, read) = (scope.ServiceProvider.GetRequiredService<Db>(),
            scope.ServiceProvider.GetRequiredService<ReadMarket>());
        var known = market ?? await Restore(db, read, ct);
        if (known is null || known.Taxonomy != skills.Meaning) return await Load(db, read, ct);
        // Looked at every second and mostly for nothing: the numbers first.
        var numbers = await db.Set<MarketChange>().Where(c => c.Sequence > last - LookBack)
            .Select(c => c.Sequence).ToListAsync(ct);
        numbers.RemoveAll(applied.Contains);
        if (numbers.Count == 0) return known;
        var fresh = await db.Set<MarketChange>().AsNoTracking().Where(c => numbers.Contains(c.Sequence))
            .OrderBy(c => c.Sequence).ToListAsync(ct);
        known = await read.Again(known, fresh, ct);
        Note(fresh.Select(c => c.Sequence));
        return known;
    }

    /// <summary>
    /// Keeps searching fast after many changes. The work is done beside readers and writer; only taking it over waits.
    /// </summary>
    public async Task Tidy(CancellationToken ct)
    {
        if (market is not { } now) return;
        var (engine, talent, work) = (now.Engine.Tidied(), now.Talent.Tidied(), now.Work.Tidied());
        if (engine is null && talent is null && work is null) return;
        await turn.WaitAsync(ct);
        try
        {
            now = market;
            market = now with
            {
                Engine = engine?.Apply(now.Engine) ?? now.Engine, Talent = talent?.Apply(now.Talent) ?? now.Talent,
                Work = work?.Apply(now.Work) ?? now.Work,
            };
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Keeps what is in memory in files, so that the next start need not read everybody; a small market is not worth
    /// it.
    /// </summary>
    public async Task Keep(CancellationToken ct, int from = WorthKeeping)
    {
        await turn.WaitAsync(ct);
        var (now, sequence) = (market, last);
        turn.Release();
        if (now is null || now.Engine.Freelancers < from || sequence == kept) return;
        await using var scope = scopes.CreateAsyncScope();
        await snapshot.Save(scope.ServiceProvider.GetRequiredService<Db>(), now, sequence, ct);
        kept = sequence;
    }

    // What the files say, where the changes since then can be read; those are applied next.
    async Task<Market?> Restore(Db db, ReadMarket read, CancellationToken ct)
    {
        if (await snapshot.Load(db, skills.Meaning, ct) is not var (people, talent, sequence)) return null;
        (last, kept) = (sequence, sequence);
        log.LogInformation("The market of {Count} freelancers is mapped from its files, change {Sequence}",
            people.Freelancers, sequence);
        return await read.With(people, talent, skills.Meaning, ct);
    }

    async Task<Market> Load(Db db, ReadMarket read, CancellationToken ct)
    {
        var seen = await db.Set<MarketChange>().OrderByDescending(c => c.Sequence).Take(LookBack)
            .Select(c => c.Sequence).ToListAsync(ct);
        var began = Stopwatch.GetTimestamp();
        var loaded = await read.All(ct);
        if (loaded.Engine.Freelancers >= WorthKeeping)
            log.LogInformation("The market of {Count} freelancers was read from the database in {Seconds:0.0} s",
                loaded.Engine.Freelancers, Stopwatch.GetElapsedTime(began).TotalSeconds);
        Note(seen);
        return loaded;
    }

    void Note(IEnumerable<long> sequences)
    {
        foreach (var sequence in sequences)
        {
            applied.Add(sequence);
            last = Math.Max(last, sequence);
        }
        applied.RemoveWhere(s => s <= last - LookBack);
    }
}
