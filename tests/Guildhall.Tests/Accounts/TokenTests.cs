using System.Net;
using Guildhall.Accounts;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Accounts;

public class TokenTests : OwnSiteTest
{
    const string Mine = "/api/v1/users/me/notification-preferences";

    [Fact]
    public async Task A_token_used_a_moment_ago_still_runs_out()
    {
        var api = Site.WithToken((await Site.Registered()).AccessToken);
        await api.Get(Mine);
        await api.Get(Mine);

        Site.Clock.Advance(AccessTokens.Lifetime);

        await api.Get(Mine, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_that_was_changed_after_it_was_verified_is_refused()
    {
        var token = (await Site.Registered()).AccessToken;
        await Site.WithToken(token).Get(Mine);
        var at = token.Length - 20;

        var forged = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];

        await Site.WithToken(forged).Get(Mine, HttpStatusCode.Unauthorized);
        await Site.WithToken(token).Get(Mine);
    }
}
