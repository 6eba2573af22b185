using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;
using Guildhall.Matching;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Public;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Guildhall.Tests.Matching;

public class MarketSnapshotTests : OwnSiteTest
{
    [Fact]
    public async Task A_start_from_files_knows_what_changed_while_the_site_was_down()
    {
        var (ana, beto, caro) = (await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9)),
            await Site.ShownFreelancer("Beto Bajo", ("python", 8)), await Site.ShownFreelancer("Caro Cruz", ("go", 7)));
        await Site.Drain();
        await Kept();

        await (await Site.As(ana)).Put(
            "/api/v1/users/me/profile/skills", new[] { new { Skill = "python", Level = 4 } });
        await (await Site.As(beto)).Put(
            "/api/v1/users/me/profile", new { Headline = "Away for a year", Bio = "", Visibility = "hidden" });
        var dora = await Site.ShownFreelancer("Dora Diaz", ("python", 6));
        var job = await Site.OpenJob(await Site.Client());
        await Site.Drain();
        Assert.NotNull(await Mapped());
        var started = await Start().Now(default);

        var read = await Site.With<ReadMarket, Market>(r => r.All(default));
        Assert.Equal(new[] { ana.Id, caro.Id, dora.Id }.Order(), Everybody(started));
        Assert.Equal(Everybody(read), Everybody(started));
        Assert.True(started.Work.Contains(job));
        Assert.Equal(Facets(read), Facets(started));
        var jobs = await Site.With<ReadMarket, Dictionary<Guid, JobEntry>>(r => r.Jobs([job], default));
        var document = jobs[job].Document;
        Assert.Equal(Ranker.TopIds(document, read.Engine, 9), Ranker.TopIds(document, started.Engine, 9));
        Assert.Equal(3, Ranker.TopIds(document, started.Engine, 9).Count);
    }

    [Fact]
    public async Task Files_that_do_not_fit_are_not_used()
    {
        await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9));
        await Site.Drain();
        Assert.Null(await Mapped());
        await Kept();
        Assert.NotNull(await Mapped());

        Assert.Null(await Mapped(otherTaxonomy: true));
        var file = Path.Combine(Site.Services.GetRequiredService<Settings>().Data, "index", "talent.index");
        var whole = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, [.. whole[..700], (byte)(whole[700] ^ 1), .. whole[701..]]);
        Assert.Null(await Mapped());
        Assert.Equal(1, (await Start().Now(default)).Talent.Count);
        await File.WriteAllBytesAsync(file, whole);
        Assert.NotNull(await Mapped());
        await Site.Ask(db => db.Set<MarketChange>().ExecuteDeleteAsync()); // another database, or one restored
        Assert.Null(await Mapped());
    }

    [Fact]
    public async Task Files_older_than_the_changes_that_are_kept_are_not_used()
    {
        await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9));
        await Site.Drain();
        await Kept();

        Site.Clock.Advance(MarketSnapshot.Longest + TimeSpan.FromHours(1));

        Assert.Null(await Mapped());
    }

    static Guid[] Everybody(Market market) =>
        [.. market.Talent.Find(new() { Take = 99 }).Hits.Select(h => h.Id).Order()];

    static FacetValue[] Facets(Market market) =>
        market.Talent.Find(new() { Facets = [SearchSchema.Skills] }).Facets[SearchSchema.Skills];

    async Task Kept()
    {
        var index = Site.Services.GetRequiredService<MarketIndex>();
        await index.Refresh(default);
        await index.Keep(default, from: 1);
    }

    Task<(MatchIndex, SearchIndex, long)?> Mapped(bool otherTaxonomy = false) =>
        Site.With<Db, (MatchIndex, SearchIndex, long)?>(db => Site.Services.GetRequiredService<MarketSnapshot>()
            .Load(db, Site.Services.GetRequiredService<Skills>().Meaning + (otherTaxonomy ? 1 : 0), default));

    MarketIndex Start() => new(Site.Services.GetRequiredService<IServiceScopeFactory>(),
        Site.Services.GetRequiredService<Skills>(), Site.Services.GetRequiredService<MarketSnapshot>(),
        NullLogger<MarketIndex>.Instance);
}
