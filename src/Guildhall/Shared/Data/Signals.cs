using Guildhall.Shared.Live;
using Npgsql;

namespace Guildhall.Shared.Data;

/// <summary>
/// A word that one node says to all, and what hearing it does. Hearing it once too often does no harm.
/// </summary>
public sealed record NodeSignal(string Name, Action Hear);

/// <summary>On PostgreSQL, what one node says all nodes hear: a word of theirs, or a frame to show.</summary>
sealed class Signals(
    Settings settings, IEnumerable<NodeSignal> signals, LiveFeed live, IServiceScopeFactory scopes,
    ILogger<Signals> log) : BackgroundService
{
    readonly Dictionary<string, NodeSignal> words = signals.ToDictionary(s => s.Name);
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
        foreach (var word in words.Values) word.Hear();
    }

    void Hear(string payload)
    {
        if (words.TryGetValue(payload, out var word)) word.Hear();
        else live.Hear(payload);
    }
}
