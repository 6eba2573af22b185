using System.Security.Cryptography;
using System.Text.Json;
using Guildhall.Engine.Matching;
using Guildhall.Shared;

namespace Guildhall.Matching;

/// <summary>
/// <c>guildhall verify-match FILE</c>: makes the number again from an exported match, without site or database, and
/// checks the signature with the key in the file. Exit code 0 when everything agrees, 1 when not, 2 without a file.
/// </summary>
static class VerifyMatch
{
    public static void AddVerb(IServiceCollection services) => services.AddVerb(
        "verify-match", "FILE: make an exported match again and say whether it agrees", async (_, args) =>
        {
            if (args is not [var file] || !File.Exists(file) || new FileInfo(file).Length > 2 * Verifier.MaxLength)
            {
                Console.Error.WriteLine("Name one file: guildhall verify-match match.json");
                return 2;
            }
            var (agrees, lines) = Check(await File.ReadAllTextAsync(file));
            foreach (var line in lines) Console.WriteLine(line);
            return agrees ? 0 : 1;
        });

    public static (bool Agrees, IReadOnlyList<string> Lines) Check(string json)
    {
        var again = Verifier.Recompute(json);
        List<string> lines = again.InputsHash.Length == 0 ? [.. again.Differences]
            :
            [
                $"Recomputed: {again.Compatibility} of 100 ({again.Score} of {Weights.Total} hundredths).",
                $"Made with formula {Scorer.Formula}, {Versions(json)}.",
                $"Inputs: sha256 {again.InputsHash}", .. again.Differences,
            ];
        var signed = again.InputsHash.Length > 0 ? Signed(json, again) : null;
        if (again.InputsHash.Length > 0)
            lines.Add(signed switch
            {
                { } id => $"Signed by the key {id}, which the file carries; "
                    + "the site lists its keys at /.well-known/jwks.json.",
                null => "The site's signature is missing or does not hold.",
            });
        var agrees = again.Agrees && signed is not null;
        lines.Add(agrees ? "Everything agrees." : "This is not the match that was made.");
        return (agrees, lines);
    }

    static string Versions(string json)
    {
        using var document = JsonDocument.Parse(json);
        var inputs = document.RootElement.GetProperty("inputs");
        return $"weights {Version("weights")}, skill graph {Version("graph")}";

        string? Version(string of) => inputs.GetProperty(of).GetProperty("version").GetString();
    }

    static string? Signed(string json, Verification again)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var (site, inputs) = (document.RootElement.GetProperty("site"), document.RootElement.GetProperty("inputs"));
            using var key = ECDsa.Create();
            var info = Convert.FromBase64String(site.GetProperty("publicKey").GetString()!);
            key.ImportSubjectPublicKeyInfo(info, out _);
            var id = Convert.ToHexStringLower(SHA256.HashData(info))[..16];
            return id == site.GetProperty("keyId").GetString() && MatchSignature.Holds(key,
                site.GetProperty("signature").GetString()!, inputs.GetProperty("job").GetProperty("id").GetGuid(),
                inputs.GetProperty("freelancer").GetProperty("id").GetGuid(), again.Score, again.InputsHash,
                site.GetProperty("at").GetDateTime()) ? id : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or ArgumentException
            or InvalidOperationException or CryptographicException)
        {
            return null;
        }
    }
}
