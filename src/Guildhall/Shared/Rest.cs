namespace Guildhall.Shared;

/// <summary>
/// Gives memory back when hardly anybody asks for anything: a start and a busy hour leave behind twice what the site
/// holds, and the collector keeps it until it needs it again.
/// </summary>
sealed class Rest(Opening opening) : BackgroundService
{
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    // A monitor may ask meanwhile.
    const int Hardly = 5;

    // Worth a pause of some tens of milliseconds; and beyond so much the pause would be felt.
    const long Worth = 8 << 20, Most = 512 << 20;

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        await opening.Wait(ct);
        for (long held = 0; !ct.IsCancellationRequested;)
        {
            var answers = opening.Answers;
            await Task.Delay(Quiet, ct);
            var now = GC.GetTotalMemory(forceFullCollection: false);
            if (opening.Answers - answers > Hardly || now < held + Worth || now > Most) continue;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            held = GC.GetTotalMemory(forceFullCollection: false);
        }
    }
}
