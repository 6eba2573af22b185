using System.Text.Json.Nodes;
using Guildhall.Accounts;
using Guildhall.Talent.Profiles;
using Guildhall.Talent.Public;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Matching;

public class PreviewTests : OwnSiteTest
{
    [Fact]
    public async Task What_was_changed_is_in_the_next_preview()
    {
        var (client, ana) = (await Site.Client(), await Site.ShownFreelancer("Ana Alta", ("python", 9)));
        await Site.Drain();
        var draft = await Site.DraftJob(client);
        var before = Assert.Single(await Preview(client, draft))!;

        await (await Site.As(ana)).Put("/api/v1/users/me/profile", MatchTests.Offer);
        var introduced = Assert.Single(await Preview(client, draft))!["developer"]!;
        await (await Site.As(client)).Put($"/api/v1/jobs/{draft}", new
        {
            title = "Draw our shop", description = JobsSituations.Description, kind = "project",
            skills = new[] { new { skill = "illustration", minLevel = 6 } }, pay = "fixed", estimatedHours = 40,
            budget = new { minMinor = 80_000, maxMinor = 120_000, currency = "USD" },
        });
        var other = Assert.Single(await Preview(client, draft))!;

        Assert.NotEqual("Orders, databases and their moves", (string?)before["developer"]!["headline"]);
        Assert.Equal("Orders, databases and their moves", (string?)introduced["headline"]);
        Assert.Equal(2_500, (int)introduced["rate"]!["minor"]!);
        Assert.True((int)other["score"]! < (int)before["score"]!);
        Assert.Contains("Illustration", (string?)other["reasons"]![0]);
    }

    [Fact]
    public async Task Who_hid_or_was_suspended_is_not_introduced_before_the_index_knows()
    {
        var (client, ana) = (await Site.Client(), await Site.ShownFreelancer("Ana Alta", ("python", 9)));
        var beto = await Site.ShownFreelancer("Beto Bajo", ("python", 8));
        await Site.Drain();
        var draft = await Site.DraftJob(client);
        Assert.Equal(2, (await Preview(client, draft)).Count);

        await Site.With<ChangeProfile>(change => change.Show(ana.Id, Visibility.Hidden, default));
        var left = Assert.Single(await Preview(client, draft));

        Assert.Equal(beto.Id, (Guid)left!["developer"]!["id"]!);
        await Site.Suspended(beto);
        Assert.Empty(await Preview(client, draft));
    }

    async Task<JsonArray> Preview(Account client, Guid job) =>
        (await (await Site.As(client)).Get($"/api/v1/jobs/{job}/matches/preview"))["matches"]!.AsArray();
}
