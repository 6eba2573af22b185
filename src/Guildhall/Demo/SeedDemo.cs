using System.Diagnostics;
using Guildhall.Accounts;
using Guildhall.Demo.Crowds;
using Guildhall.Demo.Data;
using Guildhall.Demo.Lives;
using Guildhall.Demo.Stage;
using Guildhall.Payments;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Public;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using JobEntity = Guildhall.Jobs.Job;

namespace Guildhall.Demo;

/// <summary>
/// Fills an empty site with the marketplace of <c>demo/</c>. Everything happens through the site's own use cases,
/// at the moments the story names, so money, signatures, states and timers are what they would be.
/// </summary>
static class SeedDemo
{
    /// <summary>Of everybody in the demo.</summary>
    public const string Password = "guildhall-demo-2026";

    public sealed record Report(int People, int Jobs, int Acts, TimeSpan Took);

    /// <summary>Null when somebody lives here already: their data is not touched.</summary>
    /// <param name="large">With the crowd around the story: 5,000 freelancers and 2,000 jobs.</param>
    public static async Task<Report?> Run(IServiceProvider site, CancellationToken ct, bool large = false)
    {
        var watch = Stopwatch.StartNew();
        await using (var scope = site.CreateAsyncScope())
            if (await scope.ServiceProvider.GetRequiredService<Db>().Set<Account>().AnyAsync(ct)) return null;
        await using var theatre = new Theatre(
            site.GetRequiredService<Cast>(), site.GetRequiredService<TimeProvider>().Now());
        var (report, open) = await Tell(theatre, large, ct);
        await Epilogue.Match(theatre, open, ct);
        return report with { Took = watch.Elapsed };
    }

    /// <summary>
    /// All or nothing: a seeding that was interrupted leaves an empty site. Gives the open jobs; matches are owed.
    /// </summary>
    public static async Task<(Report, IReadOnlyList<JobEntity>)> Tell(
        Theatre theatre, bool large, CancellationToken ct)
    {
        var hash = Task.Run(Hash, ct);
        await MakeKeys(theatre, ct);
        var tale = new Tale(theatre);
        var people = new Townsfolk(theatre, await hash);
        var jobs = Story.Plan(theatre, tale, people);
        return await theatre.Db.Transact(async () =>
        {
            await tale.Play();
            await Epilogue.Read(theatre, ct);
            var open = await Epilogue.Owe(theatre, ct);
            if (large) jobs += await Crowd.Settle(theatre, people, ct);
            return (new Report(people.Count, jobs, tale.Played, default), open);
        }, ct);
    }

    static string Hash()
    {
        var nobody = Account.Open("", "", "nobody@demo.guildhall.example", false, false, DateTime.UnixEpoch);
        return new PasswordHasher<Account>(Passwords.Cost).HashPassword(nobody, Password);
    }

    // What the site makes at first use is written on connections of its own, which must not wait for ours.
    static Task MakeKeys(Theatre theatre, CancellationToken ct)
    {
        var (keys, secrets, skills) = (theatre.Get<SiteKeys>(), theatre.Get<BankSecrets>(), theatre.Get<Skills>());
        return Task.WhenAll(
            Task.Run(() => keys.Signing(ct), ct), Task.Run(() => secrets.Seal(""), ct),
            Task.Run(() => skills.Version, ct));
    }
}
