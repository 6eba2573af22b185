using System.Net;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Accounts;

public class ThrottleTests(Site site) : SiteTest(site)
{
    const int MostTries = 10;

    [Fact]
    public async Task A_guesser_is_stopped_and_the_owner_still_signs_in()
    {
        var person = await Site.Registered();
        var owner = await Site.Browser(person);
        for (var i = 0; i < MostTries; i++) await Guess(person, HttpStatusCode.Unauthorized);

        var stopped = await Guess(person, HttpStatusCode.TooManyRequests);
        var (answer, page) = await owner.Submit("/sign-in", "sign-in",
            ("Input.Email", person.Email), ("Input.Password", person.Password));

        Assert.Equal("too_many_tries", stopped.Said("code"));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, page.Text());
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/settings")).StatusCode);
    }

    Task<System.Text.Json.Nodes.JsonNode> Guess(Somebody person, HttpStatusCode expect) => Site.Anonymous().Post(
        "/api/v1/auth/login", new { email = person.Email, password = "not the password at all" }, expect);
}
