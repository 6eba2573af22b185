using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Guildhall.Shared.Web;

/// <summary>
/// Token buckets per person (or address, when signed out) and rate class. 429 says when to come back.
/// </summary>
static class RateLimits
{
    static readonly Dictionary<Rate, (int PerMinute, int Burst)> Limits = new()
    {
        [Rate.Read] = (1200, 300), [Rate.Search] = (600, 120), [Rate.Write] = (240, 60),
        [Rate.SignIn] = (30, 20), [Rate.Money] = (120, 60), [Rate.Live] = (600, 120), [Rate.Static] = (6000, 3000),
    };

    public static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        {
            var rate = http.GetEndpoint()?.Metadata.GetMetadata<AccessAttribute>()?.Rate ?? Rate.Static;
            var caller = http.User.UserIdOrNull()?.ToString() ?? http.Connection.RemoteIpAddress?.ToString()
                ?? "unknown";
            var scale = http.RequestServices.GetRequiredService<IConfiguration>().GetValue("Guildhall:RateScale", 1);
            var (perMinute, burst) = Limits[rate];
            return RateLimitPartition.GetTokenBucketLimiter($"{rate}:{caller}", _ => new()
            {
                TokenLimit = burst * scale, TokensPerPeriod = Math.Max(1, perMinute * scale / 60),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true, QueueLimit = 0,
            });
        });
        options.OnRejected = async (rejected, ct) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after
                : TimeSpan.FromSeconds(1);
            // The bucket fills once a second, by a timer that may be late: who waits as told is let in.
            var seconds = (int)Math.Ceiling(wait.TotalSeconds) + 1;
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString();
            await Problems.Write(rejected.HttpContext, 429,
                new($"Too many requests. Wait {seconds} seconds and try again.",
                    "rate_limited"), ct);
        };
    });
}
