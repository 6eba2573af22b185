using System.Net;
using System.Text.Json.Nodes;
using Guildhall.Matching;
using Guildhall.Shared;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Shared;

public class KeyTests : OwnSiteTest
{
    [Fact]
    public async Task After_a_rotation_old_contracts_and_matches_still_verify_and_old_tokens_do_not()
    {
        var agreement = await Site.SignedContract();
        var freelancer = await Site.As(agreement.Freelancer);
        var before = (string)(await freelancer.Get($"{agreement.Url}/signatures"))["document_sha256"]!;
        var (job, someone) = await StoredMatch();
        var first = Assert.Single(await Published());

        Assert.Equal(0, await Run("keys rotate"));

        var answer = await Site.Anonymous().Get($"/api/v1/verify/{before}");
        Assert.True((bool)answer["intact"]!);
        var proof = await (await Site.As(agreement.Freelancer)).Get($"{agreement.Url}/signatures");
        Assert.Equal(first, Assert.Single(proof["keys"]!.AsArray(), k => k!["x"] is not null)!["kid"]!.ToString());
        var owner = await Site.As(someone);
        var file = await (await owner.GetAsync(job)).Content.ReadAsStringAsync();
        Assert.True(VerifyMatch.Check(file).Agrees, file);
        await freelancer.Get($"{agreement.Url}/signatures", HttpStatusCode.Unauthorized);
        var keys = await Published();
        Assert.Equal(2, keys.Count);
        Assert.NotEqual(first, keys[0]);
        Assert.Equal(first, keys[1]);
    }

    [Fact]
    public async Task What_is_signed_after_three_rotations_names_the_newest_key()
    {
        for (var i = 0; i < 3; i++) await Run("keys rotate");

        var agreement = await Site.SignedContract();

        var proof = await (await Site.As(agreement.Client)).Get($"{agreement.Url}/signatures");
        var keys = await Published();
        Assert.Equal(4, keys.Count);
        Assert.All(proof["signatures"]!.AsArray(), s => Assert.Equal(keys[0], (string)s!["key_id"]!));
        Assert.Equal(0, await Run("keys"));
    }

    async Task<(string ExportUrl, Guildhall.Accounts.Account Client)> StoredMatch()
    {
        var client = await Site.Client();
        await Site.ShownFreelancer();
        await Site.Drain();
        var job = await Site.OpenJob(client);
        await Site.Drain();
        var matches = await (await Site.As(client)).Get($"/api/v1/jobs/{job}/matches");
        return ((string)matches["matches"]![0]!["export_url"]!, client);
    }

    Task<int> Run(string verb) =>
        Site.Services.GetServices<Verb>().Single(v => v.Name == verb).Run(Site.Services, []);

    async Task<List<string>> Published() =>
        [.. (await Site.Anonymous().Get("/.well-known/jwks.json"))["keys"]!.AsArray().Select(k => (string)k!["kid"]!)];
}
