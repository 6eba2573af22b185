using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Shared;

public class RateLimitTests : OwnSiteTest
{
    const int Burst = 20; // of the class for signing in

    sealed class Strict : Site
    {
        protected override int RateScale => 1;
    }

    public RateLimitTests() => Site = new Strict();

    [Fact]
    public async Task Too_many_requests_of_one_class_wait_and_the_answer_says_how_long()
    {
        var guesser = Site.Anonymous();
        var answers = await Storm(guesser);

        var stopped = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        var problem = (await stopped.Content.ReadFromJsonAsync<JsonNode>())!;

        Assert.True(answers.Count(a => a.StatusCode == HttpStatusCode.BadRequest) >= Burst);
        Assert.Equal("application/problem+json", stopped.Content.Headers.ContentType!.MediaType);
        Assert.Equal((429, "rate_limited"), ((int)problem["status"]!, (string?)problem["code"]));
        var wait = stopped.Headers.RetryAfter!.Delta!.Value;
        Assert.InRange(wait.TotalSeconds, 1, 60);
        Assert.Contains($"Wait {wait.TotalSeconds} second", (string?)problem["detail"]);

        await Task.Delay(wait);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Guess(guesser)).StatusCode);
    }

    [Fact]
    public async Task Another_class_and_another_person_are_not_held_up()
    {
        var fran = await Site.As(await Site.Freelancer());
        var guesser = Site.Anonymous();
        Assert.Contains(await Storm(guesser), a => a.StatusCode == HttpStatusCode.TooManyRequests);

        Assert.Equal(HttpStatusCode.OK, (await guesser.GetAsync("/api/v1/skills/postgresql")).StatusCode);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Guess(fran)).StatusCode);
    }

    // All at once, and nothing that takes the site long: the bucket fills again by one in a second.
    static Task<HttpResponseMessage[]> Storm(HttpClient by) =>
        Task.WhenAll(Enumerable.Range(0, Burst * 4).Select(_ => Guess(by)));

    static Task<HttpResponseMessage> Guess(HttpClient by) => by.PostAsJsonAsync("/api/v1/auth/login", new { });
}
