using System.Security.Cryptography;
using System.Text;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Accounts;

/// <summary>Failed tries under one key since a moment. Keys are hashes: the table names nobody.</summary>
public sealed class Tries
{
    public required string Key { get; init; }
    public int Count { get; init; }
    public required DateTime Since { get; init; }
}

sealed class TriesTable : IEntityTypeConfiguration<Tries>
{
    public void Configure(EntityTypeBuilder<Tries> table) => table.ToTable("accounts_tries").HasKey(t => t.Key);
}

/// <summary>
/// Slows guessing without a lock that could be turned against the owner: a browser that has signed in before counts
/// alone, everybody else counts by address, by account and address, and by account.
/// </summary>
public sealed class Throttle(Db db, TimeProvider clock)
{
    sealed record Limit(int Tries, TimeSpan Within);

    static readonly Limit OfBrowser = new(10, TimeSpan.FromMinutes(15));
    static readonly Limit OfPair = new(10, TimeSpan.FromMinutes(15));
    static readonly Limit OfAddress = new(100, TimeSpan.FromMinutes(15));
    static readonly Limit OfAccount = new(60, TimeSpan.FromHours(12));

    /// <summary>Counts the try before the password is looked at, so that parallel tries do not slip through.</summary>
    /// <returns>The keys to give back when the password was right.</returns>
    public async Task<IReadOnlyList<string>> Begin(string email, Origin origin, CancellationToken ct)
    {
        (string, Limit)[] counters = origin.KnownBrowser is { } browser
            ? [($"browser {email} {browser}", OfBrowser)]
            : [($"pair {email} {origin.Address}", OfPair), ($"address {origin.Address}", OfAddress),
                ($"account {email}", OfAccount)];
        var keys = new List<string>();
        foreach (var (name, limit) in counters)
        {
            var key = KeyOf(name);
            keys.Add(key);
            if (await Count(key, limit, ct) is { } wait) throw TooMany(wait, ofAccount: limit == OfAccount);
        }
        return keys;
    }

    public Task Succeeded(IReadOnlyList<string> keys, CancellationToken ct) =>
        db.Set<Tries>().Where(t => keys.Contains(t.Key))
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.Count, x => Math.Max(0, x.Count - 1)), ct);

    static Refused TooMany(TimeSpan wait, bool ofAccount) => ofAccount
        ? new($"Too many wrong passwords for this account. Reset it by mail, or use a browser you used before.",
            "too_many_tries") { Status = 429, RetryAfter = wait }
        : new($"Too many wrong passwords. Try again in {Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes))} minutes.",
            "too_many_tries")
            { Status = 429, RetryAfter = wait };

    /// <summary>Null while within the limit, else how long to wait.</summary>
    async Task<TimeSpan?> Count(string key, Limit limit, CancellationToken ct)
    {
        var (now, old) = (clock.Now(), clock.Now() - limit.Within);
        var tries = await db.Transact(async () => (await db.Database.SqlQuery<Counted>($"""
            INSERT INTO "accounts_tries" ("Key", "Count", "Since") VALUES ({key}, 1, {now})
            ON CONFLICT ("Key") DO UPDATE SET
                "Count" = CASE WHEN "accounts_tries"."Since" < {old} THEN 1 ELSE "accounts_tries"."Count" + 1 END,
                "Since" = CASE WHEN "accounts_tries"."Since" < {old} THEN {now} ELSE "accounts_tries"."Since" END
            RETURNING "Count", "Since"
            """).ToListAsync(ct))[0], ct);
        return tries.Count <= limit.Tries ? null
            : DateTime.SpecifyKind(tries.Since, DateTimeKind.Utc) + limit.Within - now;
    }

    sealed record Counted(int Count, DateTime Since);

    static string KeyOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..40];
}
