using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Guildhall.Browser;

/// <summary>
/// Every main page of the demo, as its people see it: nothing too wide, nothing axe can name. On SQLite only: what a
/// page looks like does not depend on the database. That its questions are answered is asked on both, by SeedTests, the
/// authorization matrix and the journey.
/// </summary>
public class PagesTests(Browsers browsers)
{
    static readonly string[] Open =
        ["/", "/jobs", "/talent", "/fees", "/how-matching-works", "/sign-in", "/register", "/verify"];
    static readonly string[] Marta = ["/dashboard", "/my/jobs", "/contracts", "/money", "/notifications", "/settings"];
    static readonly string[] Ines =
        ["/dashboard", "/my/proposals", "/profile/edit", "/contracts", "/money", "/money/payouts"];

    [Theory]
    [InlineData(1280, "light", "en-GB")]
    [InlineData(390, "dark", "es-ES")]
    public Task Open_pages_are_sound(int width, string scheme, string locale) =>
        Sound(null, Open, width, scheme, locale);

    [Theory]
    [InlineData(1280, "dark", "en-GB")]
    [InlineData(390, "light", "es-ES")]
    public Task The_clients_pages_are_sound(int width, string scheme, string locale) =>
        Sound("client", Marta, width, scheme, locale);

    [Theory]
    [InlineData(1280, "dark", "es-ES")]
    [InlineData(390, "light", "en-GB")]
    public Task The_freelancers_pages_are_sound(int width, string scheme, string locale) =>
        Sound("freelancer", Ines, width, scheme, locale);

    async Task Sound(string? person, string[] pages, int width, string scheme, string locale)
    {
        await using var visitor = await browsers.Visitor((await browsers.Demo()).Url, width: width, locale: locale,
            scheme: scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light);
        if (person is not null) await visitor.SignInAsDemo(person);
        var faults = new List<string>();
        foreach (var url in pages)
        {
            var answer = await visitor.Page.GotoAsync(url);
            if (answer!.Status != 200) faults.Add($"{url} answers {answer.Status}");
            await visitor.Settled();
            var wider = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            if (wider > 0) faults.Add($"{url} is {wider} px wider than the screen");
            var found = await visitor.Page.RunAxe();
            faults.AddRange(found.Violations.Select(v => $"{url}: {v.Id}: {v.Nodes[0].Html}"));
        }
        Assert.Equal("", string.Join("\n", faults));
        Assert.Empty(visitor.Complaints);
    }
}
