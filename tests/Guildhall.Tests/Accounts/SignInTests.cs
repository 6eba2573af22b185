using System.Net;
using Guildhall.Accounts;
using Guildhall.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Guildhall.Tests.Accounts;

public class SignInTests(Site site) : SiteTest(site)
{
    [Fact]
    public void A_password_is_hashed_at_the_cost_that_was_decided()
    {
        _ = Site.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value;

        Assert.Equal(210_000, Site.PasswordCost);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_answer_alike()
    {
        var person = await Site.Registered();

        var wrong = await Site.Anonymous().Post("/api/v1/auth/login",
            new { email = person.Email, password = "not the password at all" }, HttpStatusCode.Unauthorized);
        var unknown = await Site.Anonymous().Post("/auth/login",
            new { email = AccountsSituations.NewMail("nobody"), password = "not the password at all" },
            HttpStatusCode.Unauthorized);

        Assert.Equal("wrong_credentials", wrong.Said("code"));
        Assert.Equal(wrong.Said("detail"), unknown.Said("detail"));
    }

    [Fact]
    public async Task Signing_out_ends_the_token_and_the_cookie_even_when_they_are_replayed()
    {
        var person = await Site.Registered();
        var api = Site.WithToken(person.AccessToken);
        await api.Post("/api/v1/auth/logout", null, HttpStatusCode.NoContent);

        await api.Post("/api/v1/auth/logout", null, HttpStatusCode.Unauthorized);
        await Site.Anonymous().Post("/api/v1/auth/refresh", new { refreshToken = person.RefreshToken },
            HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_its_return_ends_the_family()
    {
        var person = await Site.Registered();
        var next = await Site.Anonymous().Post("/api/v1/auth/refresh", new { refreshToken = person.RefreshToken });
        var fresh = Site.WithToken((string)next["accessToken"]!);

        var reused = await Site.Anonymous().Post("/api/v1/auth/refresh", new { refreshToken = person.RefreshToken },
            HttpStatusCode.Unauthorized);

        Assert.Equal("session_ended", reused.Said("code"));
        await Site.Anonymous().Post("/api/v1/auth/refresh", new { refreshToken = (string)next["refreshToken"]! },
            HttpStatusCode.Unauthorized);
        await fresh.Post("/api/v1/auth/logout", null, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Fifty_renewals_with_one_token_at_once_give_one_pair_and_then_nothing()
    {
        var person = await Site.Registered();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => Site.Anonymous().PostAsync("/api/v1/auth/refresh",
            System.Net.Http.Json.JsonContent.Create(new { refreshToken = person.RefreshToken }))));

        Assert.True(answers.Count(a => a.IsSuccessStatusCode) <= 1);
        Assert.All(answers.Where(a => !a.IsSuccessStatusCode), a =>
            Assert.Equal(HttpStatusCode.Unauthorized, a.StatusCode));
        await Site.WithToken(person.AccessToken).Post("/api/v1/auth/logout", null, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("violet anchor 7 meadow")]
    [InlineData("añoranza del río 77")]
    public void A_phrase_is_taken_without_a_recipe_of_characters(string password) =>
        new Passwords().Check(new(), "password", password, "ana.ruiz@example.com", "Ana", "Ruiz").ThrowIfAny();
}
