using System.Globalization;
using Guildhall.Accounts;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Demo;

/// <summary>
/// Lets a visitor see what time does: reminders, approvals by silence, closings. How far the clock was moved stands in
/// the data folder, so a restart does not bring the past back.
/// </summary>
sealed class DemoClock(MovableClock clock, Settings settings)
{
    public static readonly (string Key, TimeSpan By, string Words)[] Steps =
    [
        ("hour", TimeSpan.FromHours(1), "One hour"), ("day", TimeSpan.FromDays(1), "One day"),
        ("week", TimeSpan.FromDays(7), "Seven days"), ("review", TimeSpan.FromDays(15), "Fifteen days"),
    ];

    static readonly SemaphoreSlim turn = new(1);

    string Memory => Path.Combine(settings.Data, "demo-clock.txt");

    public TimeSpan Offset => clock.Offset;

    public async Task Restore()
    {
        if (!File.Exists(Memory)) return;
        var moved = TimeSpan.ParseExact(await File.ReadAllTextAsync(Memory), "c", CultureInfo.InvariantCulture);
        if (moved > clock.Offset) clock.Advance(moved - clock.Offset);
    }

    public async Task Advance(TimeSpan by)
    {
        await turn.WaitAsync();
        try
        {
            clock.Advance(by);
            await File.WriteAllTextAsync(Memory, clock.Offset.ToString("c", CultureInfo.InvariantCulture));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Everybody in a demo; otherwise the administrator.</summary>
    public bool MayMove(HttpContext http) => settings.Demo || http.User.Is(Who.Admin);

    public static void Map(Routes routes) => routes.Site.Post(
        "/demo/clock/advance", Who.Anyone, Rate.Write, DataClass.Own,
        async (HttpContext http, DemoClock clock, Db db, SessionBook sessions, Browsers browsers,
            CancellationToken ct) =>
        {
            if (!clock.MayMove(http)) throw new Missing("page");
            var key = (await http.Request.ReadForm(ct))["by"].ToString();
            var step = Steps.FirstOrDefault(s => s.Key == key);
            if (step.Key is null) throw new Refused($"Choose how far the clock moves.", "unknown_step", "by");
            await clock.Advance(step.By);
            // Two weeks in a moment would end the visitor's session as two weeks away do.
            if (http.User.Identity?.IsAuthenticated == true)
                await DemoSignIn.Admit(http, http.User.UserId(), db, sessions, browsers, ct);
            return TypedResults.LocalRedirect("/demo/clock");
        });
}
