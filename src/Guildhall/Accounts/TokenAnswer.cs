namespace Guildhall.Accounts;

/// <summary>What a program gets when it signs in or renews.</summary>
/// <param name="AccessToken">sent as <c>Authorization: Bearer …</c></param>
/// <param name="ExpiresIn">seconds the access token lives</param>
/// <param name="RefreshToken">good for one renewal; each renewal gives the next one</param>
public sealed record TokenAnswer(string AccessToken, int ExpiresIn, string RefreshToken, string TokenType,
    Guid AccountId)
{
    public static async Task<TokenAnswer> Of(Entered entered, AccessTokens tokens, CancellationToken ct) => new(
        await tokens.Issue(entered.Account, entered.Session.Id, ct), (int)AccessTokens.Lifetime.TotalSeconds,
        entered.RefreshToken!, "Bearer", entered.Account.Id);
}
