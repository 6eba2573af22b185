using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;

namespace Guildhall.Shared.Data;

public abstract partial class Db
{
    const int Attempts = 4;

    /// <summary>
    /// Runs the work, saves and commits as one transaction. On SQLite it holds the write lock from the start, so the
    /// work must not wait on anything outside the database. A call inside another Transact joins it.
    /// </summary>
    public Task Transact(Func<Task> work, CancellationToken ct) =>
        Transact(async () => { await work(); return true; }, ct);

    public async Task<T> Transact<T>(Func<Task<T>> work, CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
        {
            var joined = await work();
            await SaveChangesAsync(ct);
            return joined;
        }
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TransactOnce(work, ct);
            }
            catch (Exception e) when (LostToAnotherTransaction(e))
            {
                ChangeTracker.Clear();
                Forget();
                if (attempt == Attempts) throw LostRace(e);
            }
        }
    }

    async Task<T> TransactOnce<T>(Func<Task<T>> work, CancellationToken ct)
    {
        T result;
        using (await gate.Enter(ct))
        {
            await using var transaction = await Database.BeginTransactionAsync(ct);
            result = await work();
            await SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        await RunAfterCommit();
        return result;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAll, CancellationToken ct = default)
    {
        // Looked for once: every later look at the entries, and EF's own save, would compare everything again.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        var inTransaction = Database.CurrentTransaction is not null;
        try
        {
            Prepare();
            int rows;
            using (inTransaction || !ChangeTracker.HasChanges() ? null : await gate.Enter(ct))
                rows = await base.SaveChangesAsync(acceptAll, ct);
            if (!inTransaction) await RunAfterCommit();
            return rows;
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw LostRace(e);
        }
        catch (DbUpdateException e) when (Violates(e, unique: true))
        {
            throw LostRace(e);
        }
        catch (DbUpdateException e) when (Violates(e, unique: false))
        {
            throw new Refused($"There is not enough money in this account for that.", "insufficient_funds", cause: e);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    static Refused LostRace(Exception cause) =>
        new($"Someone changed this a moment ago. Look at it again before you decide.", "lost_race", cause: cause);

    void Prepare()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Modified && entry.Entity is IVersioned versioned)
                entry.Property(nameof(IVersioned.Version)).CurrentValue = versioned.Version + 1;
            if (entry.State is EntityState.Modified or EntityState.Deleted && entry.Entity is IAppendOnly)
                throw new
                    InvalidOperationException($"{entry.Metadata.DisplayName()} is written once and never changed.");
            if (entry.State is EntityState.Added or EntityState.Modified) RefuseUnstorableText(entry);
        }
        if (ChangeTracker.Entries<Job>().Any(e => e.State == EntityState.Added)) Tell(subscriptions.Signal);
    }

    // PostgreSQL refuses NUL in text; refuse it on both databases, in words.
    static void RefuseUnstorableText(EntityEntry entry)
    {
        foreach (var property in entry.Properties)
            if (property.CurrentValue is string text && text.Contains('\0'))
                throw new Refused($"A text contains a character that cannot be stored (NUL). Remove it and try again.",
                    "unstorable_text");
    }

    async Task RunAfterCommit()
    {
        if (afterCommit.Count + signals.Count == 0) return;
        var (acts, said) = (afterCommit.ToArray(), signals.ToArray());
        Forget();
        foreach (var act in acts) await act();
        foreach (var signal in said)
        {
            signal.Hear();
            await TellOthers(signal.Name);
        }
    }

    // EF's provider wraps what may pass by itself, so it is looked for at any depth.
    static bool LostToAnotherTransaction(Exception? e) => e is not null
        && (e is PostgresException
            { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }
            || LostToAnotherTransaction(e.InnerException));

    static bool Violates(DbUpdateException e, bool unique) => e.InnerException switch
    {
        PostgresException p =>
            p.SqlState == (unique ? PostgresErrorCodes.UniqueViolation : PostgresErrorCodes.CheckViolation),
        Microsoft.Data.Sqlite.SqliteException s => unique
            ? s.SqliteExtendedErrorCode is 2067 or 1555
            : s.SqliteExtendedErrorCode == 275,
        _ => false,
    };
}
