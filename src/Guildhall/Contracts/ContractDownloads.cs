using System.Security.Claims;
using System.Text;
using System.Text.Json.Nodes;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Contracts;

/// <summary>What the parties may take away: the document, its signatures, and the files of the deliveries.</summary>
static class ContractDownloads
{
    public static void Map(Routes routes)
    {
        routes.Site.Get("/contracts/{id:guid}/files/{fileId:guid}", Who.SignedIn, Rate.Read, DataClass.Private,
            SendFile);
        routes.Site.Get("/contracts/{id:guid}/document.json", Who.SignedIn, Rate.Read, DataClass.Private,
            async (Guid id, ClaimsPrincipal user, Db db, CancellationToken ct) =>
            {
                var contract = await db.Read(id, user.UserId(), ct);
                return Results.File(Encoding.UTF8.GetBytes(contract.Document ?? ContractDocument.Of(contract)),
                    "application/json", $"contract-{id}.json");
            });
        routes.Api.Get("/contracts/{id:guid}/signatures", Who.SignedIn, Rate.Read, DataClass.Private, Signatures)
            .WithSummary("The signatures with what proves them");
        routes.Site.Get("/contracts/{id:guid}/signatures.json", Who.SignedIn, Rate.Read, DataClass.Private, Signatures);
    }

    static async Task<IResult> SendFile(
        Guid id, Guid fileId, ClaimsPrincipal user, HttpResponse response, Db db, BlobStore blobs, CancellationToken ct)
    {
        await db.Read(id, user.UserId(), ct);
        var file = await db.Set<ContractFile>().AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == fileId && f.ContractId == id, ct)
            ?? throw new Missing("file");
        return blobs.Download(response, file.Id, file.ContentType, file.FileName);
    }

    /// <summary>
    /// Every statement with its signature and the public keys: enough to check them without this site.
    /// </summary>
    static async Task<IResult> Signatures(Guid id, ClaimsPrincipal user, Db db, SiteKeys keys, CancellationToken ct)
    {
        var contract = await db.Read(id, user.UserId(), ct);
        var used = new List<JsonNode?>();
        foreach (var keyId in contract.Signatures.Select(s => s.KeyId).Distinct())
            if (await keys.Find(keyId, ct) is { } key) used.Add(RotateKeys.Jwk(key));
        return Results.Text(new JsonObject
        {
            ["document_sha256"] = ContractDocument.HashOf(contract),
            ["signatures"] = new JsonArray(
                [.. contract.Signatures.OrderBy(s => s.At).Select(s => (JsonNode)new JsonObject
            {
                ["statement"] = SignatureStatement.Of(s.ContractId, s.AccountId, s.Party, s.FullName, s.Hash, s.At),
                ["algorithm"] = "ES256",
                ["signature"] = s.Value,
                ["key_id"] = s.KeyId,
            })]),
            ["keys"] = new JsonArray([.. used]),
        }.ToJsonString(), "application/json");
    }
}
