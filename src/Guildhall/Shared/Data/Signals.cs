using Guildhall.Shared.Jobs;
using Guildhall.Shared.Live;
using Npgsql;

namespace Guildhall.Shared.Data;

/// <summary>
/// On PostgreSQL, what one node says all nodes hear: "jobs" wakes workers, "live …" is a frame to show.
/// </summary>
sealed class Signals(
    Settings settings, Subscriptions subscriptions, LiveFeed live, IServiceScopeFactory scopes, ILogger<Signals> log)
    : BackgroundService
{
    public const string Channel = "guildhall";

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        if (settings.Db is null) return;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Listen(ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.LogWarning(e, "The signal connection broke; listening again in a second");
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
        }
    }

    async Task Listen(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(settings.Db);
        await connection.OpenAsync(ct);
        connection.Notification += (_, signal) => Hear(signal.Payload);
        await using (var command = new NpgsqlCommand($"LISTEN {Channel}", connection)) await command
            .ExecuteNonQueryAsync(ct);
        await CatchUp(ct);
        while (!ct.IsCancellationRequested) await connection.WaitAsync(ct);
    }

    // What was said while nobody here listened.
    async Task CatchUp(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await live.CatchUp(scope.ServiceProvider.GetRequiredService<Db>(), ct);
        subscriptions.Wake();
    }

    void Hear(string payload)
    {
        if (payload == "jobs") subscriptions.Wake();
        else live.Hear(payload);
    }
}
