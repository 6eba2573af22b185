using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Guildhall.Shared;

namespace Guildhall.Contracts;

/// <summary>
/// What the site signs for a person: this account typed this name under the document with this hash at this time. The
/// person's own key would be stronger; docs/decisions says why the site holds it for now and what that costs.
/// </summary>
public sealed class SignatureStatement(SiteKeys keys)
{
    public const string Format = "guildhall-signature-1";

    public async Task<Signature> Sign(Contract contract, Guid account, string fullName, DateTime at,
        CancellationToken ct)
    {
        var key = await keys.Signing(ct);
        var (party, hash) = (contract.PartyOf(account), ContractDocument.HashOf(contract));
        var statement = Of(contract.Id, account, party, fullName, hash, at);
        return new()
        {
            ContractId = contract.Id, AccountId = account, Party = party, FullName = fullName, Hash = hash, At = at,
            KeyId = key.KeyId, Value = Convert.ToBase64String(
                key.ECDsa.SignData(Encoding.UTF8.GetBytes(statement), HashAlgorithmName.SHA256)),
        };
    }

    /// <summary>Whether nothing of the record was altered since it was signed.</summary>
    public async Task<bool> Holds(Signature signature, CancellationToken ct)
    {
        var key = await keys.Find(signature.KeyId, ct);
        var statement = Of(signature.ContractId, signature.AccountId, signature.Party, signature.FullName,
            signature.Hash, signature.At);
        var value = new byte[64];
        return key is not null
            && Convert.TryFromBase64String(signature.Value, value, out var length)
            && length == value.Length
            && key.ECDsa.VerifyData(Encoding.UTF8.GetBytes(statement), value, HashAlgorithmName.SHA256);
    }

    public static string Of(Guid contract, Guid account, Party party, string name, string hash, DateTime at) =>
        CanonicalJson.Write(new JsonObject
        {
            ["format"] = Format,
            ["contract"] = contract.ToString(),
            ["account"] = account.ToString(),
            ["party"] = party.ToString().ToLowerInvariant(),
            ["name"] = name,
            ["document_sha256"] = hash,
            ["at"] = ContractDocument.Text(at),
        });
}
