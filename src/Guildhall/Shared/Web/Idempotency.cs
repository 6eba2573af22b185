using System.Security.Cryptography;
using Guildhall.Shared.Data;
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
    /// <summary>Null while the first request is still being answered.</summary>
    public int? Status { get; set; }
    public string? ContentType { get; set; }
    public byte[]? Body { get; set; }
}

sealed class IdempotentAnswerTable : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> table) =>
        table.ToTable("shared_idempotency").HasKey(a => new { a.CallerId, a.Key });
}

static class Idempotency
{
    const int LongestKey = 255;
    static readonly TimeSpan InFlight = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Unsafe API calls that carry a key run once; the effects themselves are also idempotent by their own ids.
    /// </summary>
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
        await Answer(http, next, caller, key);
    });

    static async Task Answer(HttpContext http, RequestDelegate next, Guid caller, string key)
    {
        var db = http.RequestServices.GetRequiredService<Db>();
        var hash = await HashOf(http.Request);
        var mine = db.Set<IdempotentAnswer>().Where(a => a.CallerId == caller && a.Key == key);
        var known = await mine.AsNoTracking().SingleOrDefaultAsync(http.RequestAborted);
        if (known is { Status: null } && db.Clock.Now() - known.At > InFlight)
        {
            await mine.ExecuteDeleteAsync(http.RequestAborted); // its request died with the process
            known = null;
        }
        if (known is not null) { await Repeat(http, known, hash); return; }

        db.Add(new IdempotentAnswer { CallerId = caller, Key = key, RequestHash = hash, At = db.Clock.Now() });
        await db.SaveChangesAsync(http.RequestAborted);
        db.ChangeTracker.Clear();
        var (outside, buffer) = (http.Response.Body, new MemoryStream());
        http.Response.Body = buffer;
        try
        {
            await next(http);
            var (status, type, body) = (http.Response.StatusCode, http.Response.ContentType, buffer.ToArray());
            db.ChangeTracker.Clear();
            await mine.ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, status)
                .SetProperty(a => a.ContentType, type).SetProperty(a => a.Body, body));
            http.Response.Body = outside;
            await outside.WriteAsync(body, http.RequestAborted);
        }
        catch
        {
            http.Response.Body = outside;
            db.ChangeTracker.Clear();
            await mine.ExecuteDeleteAsync(CancellationToken.None); // nothing happened: the same key may try again
            throw;
        }
    }

    static async Task Repeat(HttpContext http, IdempotentAnswer known, string hash)
    {
        if (known.RequestHash != hash)
            throw new Refused($"This Idempotency-Key was used for a different request. Use a new key.",
                "idempotency_mismatch");
        if (known.Status is not { } status)
            throw new Refused($"The first request with this Idempotency-Key is still being answered. Try again.",
                "in_flight");
        http.Response.StatusCode = status;
        http.Response.ContentType = known.ContentType;
        http.Response.Headers["Idempotency-Hit"] = "true";
        await http.Response.Body.WriteAsync(known.Body, http.RequestAborted);
    }

    static async Task<string> HashOf(HttpRequest request)
    {
        request.EnableBuffering();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(System.Text.Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var chunk = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(chunk)) > 0;) sha.AppendData(chunk, 0, read);
        request.Body.Position = 0;
        return Convert.ToHexString(sha.GetHashAndReset());
    }
}
