using System.Security.Cryptography;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Shared.Web;

/// <summary>
/// The first answer given under one caller's <c>Idempotency-Key</c>, kept 30 days and given again to retries.
/// </summary>
public sealed class IdempotentAnswer
{
    public required Guid CallerId { get; init; }
    public required string Key { get; init; }
    public required string RequestHash { get; init; }
    public required DateTime At { get; init; }
    /// <summary>Null only inside the transaction that works on the first answer.</summary>
    public int? Status { get; private set; }
    public string? ContentType { get; private set; }
    public string? Location { get; private set; }
    public byte[]? Body { get; private set; }
}

sealed class IdempotentAnswerTable : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> table) =>
        table.ToTable("shared_idempotency").HasKey(a => new { a.CallerId, a.Key });
}

/// <summary>
/// An unsafe API call that carries a key runs in one transaction with its own answer. After a crash either both are
/// there or neither, so the same key finds the answer or does the work; a second call at the same moment waits.
/// </summary>
static class Idempotency
{
    const int LongestKey = 255;

    sealed record Known(int Status, string? ContentType, string? Location, byte[] Body, bool IsRepeated);

    public static void UseIdempotencyKeys(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0 || HttpMethods.IsGet(http.Request.Method) || !Problems.IsApi(http)
            || http.User.UserIdOrNull() is not { } caller)
        {
            await next(http);
            return;
        }
        if (key.Length > LongestKey) throw new Refused($"An Idempotency-Key has at most {LongestKey} characters.",
            "bad_idempotency_key");
        if (key.Contains('\0')) throw new Refused(
            $"A text contains a character that cannot be stored (NUL). Remove it and try again.", "unstorable_text");
        await Answer(http, next, caller, key);
    });

    static async Task Answer(HttpContext http, RequestDelegate next, Guid caller, string key)
    {
        var db = http.RequestServices.GetRequiredService<Db>();
        var (hash, ct) = (await HashOf(http.Request), http.RequestAborted);
        var known = await db.Transact(async () => await Claim(db, caller, key, hash, ct)
            ? await First(db, http, next, caller, key)
            : await Earlier(db, caller, key, hash, ct), ct);
        (http.Response.StatusCode, http.Response.ContentType) = (known.Status, known.ContentType);
        if (known.Location is { } location) http.Response.Headers.Location = location;
        if (known.IsRepeated) http.Response.Headers["Idempotency-Hit"] = "true";
        await http.Response.Body.WriteAsync(known.Body, ct);
    }

    // On PostgreSQL this waits for the transaction that holds the same key; on SQLite there is one writer anyway.
    static async Task<bool> Claim(Db db, Guid caller, string key, string hash, CancellationToken ct)
    {
        var now = db.Clock.Now();
        return await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "shared_idempotency" ("CallerId", "Key", "RequestHash", "At")
            VALUES ({caller}, {key}, {hash}, {now}) ON CONFLICT DO NOTHING
            """, ct) == 1;
    }

    static async Task<Known> First(Db db, HttpContext http, RequestDelegate next, Guid caller, string key)
    {
        var (outside, buffer) = (http.Response.Body, new MemoryStream());
        (http.Request.Body.Position, http.Response.Body) = (0, buffer);
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = outside;
        }
        var (status, type, body) = (http.Response.StatusCode, http.Response.ContentType, buffer.ToArray());
        string? location = http.Response.Headers.Location;
        var mine = db.Set<IdempotentAnswer>().Where(a => a.CallerId == caller && a.Key == key);
        // A request that failed did nothing, so its key may try again. One that throws rolls everything back.
        if (status >= 400) await mine.ExecuteDeleteAsync(http.RequestAborted);
        else await mine.ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, status)
            .SetProperty(a => a.ContentType, type).SetProperty(a => a.Location, location)
            .SetProperty(a => a.Body, body), http.RequestAborted);
        return new(status, type, location, body, IsRepeated: false);
    }

    static async Task<Known> Earlier(Db db, Guid caller, string key, string hash, CancellationToken ct)
    {
        var earlier = await db.Set<IdempotentAnswer>().AsNoTracking()
            .SingleAsync(a => a.CallerId == caller && a.Key == key, ct);
        return earlier.RequestHash == hash
            ? new(earlier.Status!.Value, earlier.ContentType, earlier.Location, earlier.Body!, IsRepeated: true)
            : throw new Refused($"This Idempotency-Key was used for a different request. Use a new key.",
                "idempotency_mismatch");
    }

    static async Task<string> HashOf(HttpRequest request)
    {
        request.EnableBuffering();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(System.Text.Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var chunk = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(chunk)) > 0;) sha.AppendData(chunk, 0, read);
        return Convert.ToHexString(sha.GetHashAndReset());
    }
}

/// <summary>Every day: answers older than 30 days are forgotten.</summary>
sealed class ForgetAnswers(Db db) : IRecur
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task Run(CancellationToken ct)
    {
        var oldest = db.Clock.Now() - Kept;
        return db.Set<IdempotentAnswer>().Where(a => a.At < oldest).ExecuteDeleteAsync(ct);
    }
}
