using System.Net;
using System.Text.RegularExpressions;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Security;

/// <summary>What another site can make a browser do, and what a page may run.</summary>
public partial class ForgeryTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var person = await Site.Registered();
        var browser = Site.Anonymous();

        var answer = await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("_handler", "sign-in"),
            new("Input.Email", person.Email), new("Input.Password", person.Password)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/settings")).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_request_that_a_browser_says_comes_from_elsewhere_is_refused(string header, string value)
    {
        var browser = await Site.Browser(await Site.Registered());
        browser.DefaultRequestHeaders.Add(header, value);

        var problem = await browser.Send(HttpMethod.Delete, "/api/v1/users/me/photo", null, HttpStatusCode.Forbidden);

        Assert.Equal("cross_site", (string?)problem["code"]);
    }

    [Fact]
    public async Task The_cookie_of_a_session_is_for_this_site_and_not_for_scripts()
    {
        var person = await Site.Registered();

        var set = await SetBySigningIn(person);
        Assert.NotEmpty(set);
        Assert.All(set, c => Assert.Matches("(?i)httponly", c));
        Assert.All(set, c => Assert.Matches("(?i)samesite=(lax|strict)", c));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/jobs")]
    [InlineData("/nothing-here")]
    public async Task A_page_runs_only_scripts_that_carry_its_nonce(string path)
    {
        var answer = await Site.Anonymous().GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        var nonce = Nonce().Match(policy).Groups[1].Value;
        Assert.True(nonce.Length >= 22);
        Assert.DoesNotContain("unsafe-", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("object-src 'none'", policy);
        Assert.All(Inline().Matches(html), tag => Assert.Contains(nonce, WebUtility.HtmlDecode(tag.Value)));
        Assert.DoesNotMatch("<[^>]+\\son[a-z]+=", html);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var other = (await Site.Anonymous().GetAsync(path)).Headers.GetValues("Content-Security-Policy").Single();
        Assert.NotEqual(policy, other);
    }

    // By hand, without following the redirect that sets them.
    async Task<string[]> SetBySigningIn(Somebody person)
    {
        var browser = Site.Anonymous();
        var page = await browser.Open("/sign-in");
        var form = page.QuerySelectorAll("form").First(f => f.QuerySelector("input[type=password]") is not null);
        var fields = form.QuerySelectorAll("input[type=hidden]")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .Append(new("Input.Email", person.Email)).Append(new("Input.Password", person.Password));
        var answer = await browser.PostAsync("/sign-in", new FormUrlEncodedContent(fields));
        return [.. answer.Headers.GetValues("Set-Cookie")];
    }

    [GeneratedRegex("script-src 'self' 'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<(script|style)(?![^>]*\\ssrc=)[^>]*>")]
    private static partial Regex Inline();
}
