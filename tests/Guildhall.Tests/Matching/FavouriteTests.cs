using System.Net;
using Guildhall.Accounts;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Matching;

public class FavouriteTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_client_saves_a_freelancer_on_the_profile_and_finds_them_with_a_note_of_their_own()
    {
        var (client, freelancer) = (await Site.Client(), await Site.ShownFreelancer());
        var browser = await Site.As(client);
        var profile = $"/freelancers/{freelancer.Id}";

        var page = await Press(browser, profile, profile);
        Assert.Equal("true", page.QuerySelector("button[form=keep]")!.GetAttribute("aria-pressed"));
        var (_, list) = await browser.Submit("/my/favourites", $"note-{freelancer.Id}", ("note", "Ask again in May"));

        Assert.Contains("Ask again in May", list.Text());
        Assert.Contains($"{profile}/invite", list.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Favourites", (await browser.Open("/dashboard")).Text());
        Assert.DoesNotContain("Ask again in May", (await (await Site.As(freelancer)).Open(profile)).Text());
        await Press(browser, profile, "/my/favourites");
        Assert.Contains("Nothing kept yet", (await browser.Open("/my/favourites")).Text());
    }

    [Fact]
    public async Task A_freelancer_saves_a_job_and_sees_when_it_takes_no_proposals()
    {
        var (client, freelancer) = (await Site.Client(), await Site.ShownFreelancer());
        var job = await Site.PostedJob(client);
        var browser = await Site.As(freelancer);

        await Press(browser, $"/jobs/{job}", $"/jobs/{job}");
        Assert.Contains("takes proposals", (await browser.Open("/my/favourites?show=job")).Text());
        await (await Site.As(client)).Post($"/api/v1/jobs/{job}/cancel", null);

        Assert.Contains("takes no proposals now", (await browser.Open("/my/favourites?show=job")).Text());
        Assert.Equal("Move our booking reports to PostgreSQL", (string?)(await browser.Get(
            $"/api/v1/users/{freelancer.Id}/dashboard?acting=freelancer"))["favourites"]![0]!["name"]);
    }

    [Fact]
    public async Task Programs_keep_and_let_go_and_keeping_twice_is_once()
    {
        var (client, freelancer) = (await Site.Client(), await Site.ShownFreelancer());
        var api = await Site.As(client);
        var address = $"/api/v1/users/me/favourites/freelancers/{freelancer.Id}";

        await api.Put(address, new { note = "Quick and kind" }, HttpStatusCode.NoContent);
        await api.Put(address, new { }, HttpStatusCode.NoContent);
        Assert.Equal("Quick and kind", (await Mine(api)).Single());
        await api.Put(address, new { note = new string('x', 501) }, HttpStatusCode.UnprocessableEntity);
        await api.Send(HttpMethod.Delete, address, null, HttpStatusCode.NoContent);
        await api.Send(HttpMethod.Delete, address, null, HttpStatusCode.NotFound);
        Assert.Empty(await Mine(api));
    }

    [Fact]
    public async Task What_one_may_not_see_cannot_be_kept_and_leaves_the_list()
    {
        var (client, freelancer) = (await Site.Client(), await Site.ShownFreelancer());
        var api = await Site.As(client);
        var unlisted = await Site.UnlistedJob(await Site.Client());

        await api.Put($"/api/v1/users/me/favourites/jobs/{unlisted}", new { }, HttpStatusCode.NotFound);
        await api.Put($"/api/v1/users/me/favourites/freelancers/{client.Id}", new { }, HttpStatusCode.NotFound);
        await api.Put($"/api/v1/users/me/favourites/freelancers/{freelancer.Id}", new { }, HttpStatusCode.NoContent);
        await Site.Suspended(freelancer);

        Assert.Empty(await Mine(api));
    }

    static async Task<string[]> Mine(HttpClient api) => [.. (await api.Get("/api/v1/users/me/favourites")).AsArray()
        .Select(f => (string)f!["note"]!)];

    /// <summary>Presses the first save button of a page; gives the page that follows.</summary>
    static async Task<AngleSharp.Dom.IDocument> Press(HttpClient browser, string page, string then)
    {
        var button = (await browser.Open(page)).QuerySelector("button[form=keep]")!;
        var answer = await browser.PostAsync("/favourites", new FormUrlEncodedContent([
            new(button.GetAttribute("name")!, button.GetAttribute("value")), new("back", then)]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await browser.Open(then);
    }
}
