using System.Collections.Concurrent;
using Guildhall.Shared;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Guildhall.Accounts.Sessions;

/// <summary>
/// Verifies access tokens. A program sends the same one for minutes: its signature is checked once, as long as the site
/// signs with the same key and the token has not run out. Whether its session lives is asked every time.
/// </summary>
sealed class RememberedTokens(SiteKeys keys, TimeProvider clock) : JsonWebTokenHandler
{
    const int Most = 2_000;

    readonly ConcurrentDictionary<string, (TokenValidationResult Result, string KeyId)> known = new();

    public override async Task<TokenValidationResult> ValidateTokenAsync(
        string token, TokenValidationParameters parameters)
    {
        var key = (await keys.Signing(default)).KeyId;
        if (known.TryGetValue(token, out var before)
            && before.KeyId == key && clock.Now() < before.Result.SecurityToken.ValidTo) return before.Result;
        var result = await base.ValidateTokenAsync(token, parameters);
        if (known.Count >= Most) known.Clear();
        if (result.IsValid) known[token] = (result, key);
        else known.TryRemove(token, out _);
        return result;
    }
}
