using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Guildhall.Shared;

/// <summary>
/// <c>guildhall keys</c> lists the site's signing keys, <c>guildhall keys rotate</c> makes a new one. The public halves
/// are published, so that what the site signed can be checked by anyone, at any time.
/// </summary>
static class RotateKeys
{
    public static void AddVerbs(IServiceCollection services)
    {
        services.AddVerb("keys", "List the site's signing keys, the one in use first", async (provider, _) =>
        {
            foreach (var key in await provider.GetRequiredService<SiteKeys>().All(default))
                Console.WriteLine(
                    $"{key.Key.KeyId}  {(key.RetiredAt is { } at ? $"retired {at:u}" : "signs now")}");
            return 0;
        });
        services.AddVerb("keys rotate", "Sign with a new key; what the old ones signed still verifies",
            async (provider, _) =>
        {
            var key = await provider.GetRequiredService<SiteKeys>().Rotate(default);
            Console.WriteLine($"{key.KeyId} signs from now on; running nodes take it up within a minute.");
            return 0;
        });
    }

    /// <summary>A JSON Web Key Set (RFC 7517); <c>retired_at</c> is ours.</summary>
    public static async Task<IResult> Published(SiteKeys keys, CancellationToken ct) => Results.Text(new JsonObject
    {
        ["keys"] = new JsonArray([.. (await keys.All(ct)).Select(k => (JsonNode)Jwk(k.Key, k.RetiredAt))]),
    }.ToJsonString(), "application/json");

    public static JsonObject Jwk(ECDsaSecurityKey key, DateTime? retiredAt = null)
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
        var json = new JsonObject
            { ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = key.KeyId, ["x"] = jwk.X, ["y"] = jwk.Y };
        if (retiredAt is { } at) json["retired_at"] = at;
        return json;
    }
}
