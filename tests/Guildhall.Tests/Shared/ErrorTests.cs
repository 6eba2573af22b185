using System.Net;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Shared;

public class ErrorTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task An_address_that_does_not_exist_answers_programs_with_a_problem()
    {
        var problem = await Site.Anonymous().Get("/api/v1/nothing-here", HttpStatusCode.NotFound);

        Assert.Equal("not_found", (string?)problem["code"]);
        Assert.Equal("There is nothing at this address.", (string?)problem["detail"]);
    }

    [Theory]
    [InlineData("POST", "/api/v1/jobs/search", "GET")]
    [InlineData("DELETE", "/api/v1/auth/login", "POST")]
    [InlineData("GET", "/api/v1/auth/login", "POST")]
    [InlineData("HEAD", "/api/v1/auth/login", "POST")]
    [InlineData("GET", "/api/v1/jobs/0198f0a0-0000-7000-8000-000000000000/publish", "POST")]
    [InlineData("PATCH", "/projects/search", "GET")]
    public async Task A_wrong_method_answers_programs_with_a_problem(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new(method), path);
        using var answer = await Site.Anonymous().SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains(allowed, answer.Content.Headers.Allow);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        if (method != "HEAD") Assert.Contains("This address does not answer that method.", text);
    }

    [Fact]
    public async Task What_no_method_would_find_is_not_there()
    {
        foreach (var path in (string[])["/api/v1/jobs/not-an-id/publish", "/api/v1/auth/login/x"])
            await Site.Anonymous().Get(path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_address_that_is_too_long_answers_programs_with_a_problem()
    {
        var problem = await Site.Anonymous()
            .Get($"/api/v1/jobs/search?q={new string('x', 9000)}", HttpStatusCode.RequestUriTooLong);

        Assert.Equal("address_too_long", (string?)problem["code"]);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_shows_people_a_page_in_their_language()
    {
        var browser = Site.Anonymous();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");

        var page = await browser.Open("/nothing-here", HttpStatusCode.NotFound);

        Assert.Contains("No hay nada en esta dirección", page.Text());
    }

    [Fact]
    public async Task A_request_from_another_site_is_refused_before_anything_reads_it()
    {
        var browser = Site.Anonymous();
        browser.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        var problem = await browser.Post("/api/v1/auth/login", new { }, HttpStatusCode.Forbidden);

        Assert.Equal("cross_site", (string?)problem["code"]);
    }
}
