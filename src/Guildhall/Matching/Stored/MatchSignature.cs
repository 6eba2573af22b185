using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Guildhall.Engine.Matching;
using Guildhall.Shared;
using Microsoft.IdentityModel.Tokens;

namespace Guildhall.Matching;

/// <summary>What the site signs: this pair had this number, from inputs with this hash, at this time.</summary>
public sealed class MatchSignature(SiteKeys keys)
{
    public Task<ECDsaSecurityKey> Key(CancellationToken ct) => keys.Signing(ct);

    /// <summary>The key that signed then, in use or retired.</summary>
    public Task<ECDsaSecurityKey?> KeyOf(string keyId, CancellationToken ct) => keys.Find(keyId, ct);

    public static string Sign(ECDsaSecurityKey key, Rationale made, DateTime at) => Convert.ToBase64String(
        key.ECDsa.SignData(Statement(made.Match.JobId, made.Match.FreelancerId, made.Match.Score, made.InputsHash, at),
            HashAlgorithmName.SHA256));

    public static bool Holds(
        ECDsa key, string signature, Guid job, Guid freelancer, int score, string hash, DateTime at)
    {
        var value = new byte[64];
        return Convert.TryFromBase64String(signature, value, out var length) && length == value.Length
            && key.VerifyData(Statement(job, freelancer, score, hash, at), value, HashAlgorithmName.SHA256);
    }

    /// <summary>Times in ISO 8601 with microseconds, as both databases keep them.</summary>
    public static string Text(DateTime at) =>
        at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    static byte[] Statement(Guid job, Guid freelancer, int score, string hash, DateTime at) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture,
            $"{Rationale.Format}\n{job}\n{freelancer}\n{score}\n{hash}\n{Text(at)}"));
}
