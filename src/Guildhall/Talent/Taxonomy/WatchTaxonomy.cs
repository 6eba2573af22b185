using Guildhall.Talent.Public;

namespace Guildhall.Talent.Taxonomy;

/// <summary>Imports and reads the taxonomy before the site answers, then watches for edits of other nodes.</summary>
sealed class WatchTaxonomy(Skills skills, ILogger<WatchTaxonomy> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    public override async Task StartAsync(CancellationToken ct)
    {
        await skills.Refresh(ct);
        await base.StartAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(Pause, ct);
            try
            {
                await skills.Refresh(ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.LogWarning(e, "The taxonomy could not be read; the one in memory stays");
            }
        }
    }
}
