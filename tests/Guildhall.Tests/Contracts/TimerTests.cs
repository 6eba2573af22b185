using System.Net;
using Guildhall.Contracts;
using Guildhall.Engine.Money;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Contracts;

public class TimerTests : OwnSiteTest
{
    async Task<List<string>> Waiting(string key) => [.. (await Site.Ask(db => db.Set<Guildhall.Shared.Jobs.Job>()
        .Where(j => j.UniqueKey != null && j.UniqueKey.StartsWith(key)).OrderBy(j => j.DueAt).ToListAsync()))
            .Select(j => j.Handler)];

    [Fact]
    public async Task Silence_approves_after_the_review_time_and_pays()
    {
        var agreement = await Site.SubmittedContract(500_00);
        Assert.Equal(4, (await Waiting($"milestone-review:{agreement.First}")).Count);

        Site.Clock.Advance(TimeSpan.FromDays(13.9));
        await Site.Drain();
        Assert.Single(await Waiting($"milestone-review:{agreement.First}"));
        Site.Clock.Advance(TimeSpan.FromDays(0.2));
        await Site.Drain();

        var milestone = await (await Site.As(agreement.Client)).Get($"/api/v1/milestones/{agreement.First}");
        Assert.Equal("settled", (string)milestone["status"]!);
        Assert.Equal(Usd(500_00), (await Site.Purse(agreement.Freelancer)).Available);
        Assert.Contains(HistoryKind.ApprovedBySilence, (await Site.All<HistoryEntry>()).Select(h => h.Kind));
    }

    [Fact]
    public async Task Once_the_time_is_over_changes_cannot_be_asked_even_before_the_timer_ran()
    {
        var agreement = await Site.SubmittedContract();
        Site.Clock.Advance(TimeSpan.FromDays(14.1));

        var problem = await (await Site.As(agreement.Client)).Post(
            $"/api/v1/milestones/{agreement.First}/changes", new { reason = "Too late." }, HttpStatusCode.Conflict);

        Assert.Equal("review_over", (string)problem["code"]!);
    }

    [Fact]
    public async Task Asking_for_changes_stops_the_clock_and_a_new_delivery_starts_it_anew()
    {
        var agreement = await Site.SubmittedContract();
        Site.Clock.Advance(TimeSpan.FromDays(10));
        await (await Site.As(agreement.Client))
            .Post($"/api/v1/milestones/{agreement.First}/changes", new { reason = "More." });
        Assert.Empty(await Waiting($"milestone-review:{agreement.First}"));
        Site.Clock.Advance(TimeSpan.FromDays(10));
        await Site.Submit(agreement, agreement.First);
        Site.Clock.Advance(TimeSpan.FromDays(13));
        await Site.Drain();

        var milestone = await (await Site.As(agreement.Client)).Get($"/api/v1/milestones/{agreement.First}");

        Assert.Equal("submitted", (string)milestone["status"]!);
    }

    [Fact]
    public async Task An_unsigned_contract_lapses_after_seven_days()
    {
        var agreement = await Site.DraftContract();
        await Site.Sign(agreement, agreement.Client);

        Site.Clock.Advance(TimeSpan.FromDays(6.5));
        await Site.Drain();
        Assert.Equal("partially_signed",
            (string)(await (await Site.As(agreement.Client)).Get(agreement.Url))["state"]!);
        Site.Clock.Advance(TimeSpan.FromDays(0.6));
        await Site.Drain();

        var contract = await (await Site.As(agreement.Freelancer)).Get(agreement.Url);
        Assert.Equal(("expired", 0), ((string)contract["state"]!, contract["next"]!["waiting_on"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_completed_contract_closes_when_the_time_for_reviews_is_over()
    {
        var agreement = await Site.SubmittedContract();
        await (await Site.As(agreement.Client)).Post($"/api/v1/milestones/{agreement.First}/approve");
        await Site.Drain();
        Site.Clock.Advance(TimeSpan.FromDays(7.1));
        await Site.Drain();

        Assert.Equal("closed", (string)(await (await Site.As(agreement.Client)).Get(agreement.Url))["state"]!);
    }

    [Fact]
    public async Task A_checkout_nobody_finished_frees_the_milestone()
    {
        var agreement = await Site.SignedContract();
        var client = await Site.As(agreement.Client);
        await client.Post($"/api/v1/milestones/{agreement.First}/fund");
        Site.Clock.Advance(TimeSpan.FromMinutes(16));
        await Site.Drain();

        Assert.Equal("planned", (string)(await (await Site.As(agreement.Client))
            .Get($"/api/v1/milestones/{agreement.First}"))["status"]!);
    }
}
