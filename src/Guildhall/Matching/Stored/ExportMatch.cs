using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>
/// A stored match as one file that holds everything: <c>guildhall verify-match FILE</c> makes the number again from it
/// alone. For the two people it is about.
/// </summary>
public sealed class ExportMatch(Db db, JobBoard board, MatchSignature signature, Skills skills)
{
    public async Task<byte[]> Run(Guid jobId, Guid freelancerId, Guid reader, CancellationToken ct)
    {
        var row = await Find(jobId, freelancerId, reader, ct);
        var file = JsonNode.Parse(row.Json())!.AsObject();
        var key = await signature.KeyOf(row.KeyId, ct);
        file["site"] = new JsonObject
        {
            ["at"] = MatchSignature.Text(row.CreatedAt),
            ["program"] = row.Program,
            ["keyId"] = row.KeyId,
            ["publicKey"] = key is null ? null : Convert.ToBase64String(key.ECDsa.ExportSubjectPublicKeyInfo()),
            ["signature"] = row.Signature,
        };
        file["names"] = Names(file["inputs"]!);
        return JsonSerializer.SerializeToUtf8Bytes(file, new JsonSerializerOptions { WriteIndented = true });
    }

    async Task<StoredMatch> Find(Guid jobId, Guid freelancerId, Guid reader, CancellationToken ct)
    {
        var job = (await board.Many([jobId], ct)).GetValueOrDefault(jobId);
        if (job is null || reader != job.ClientId && reader != freelancerId) throw new Missing("match");
        return await db.Set<StoredMatch>().AsNoTracking()
            .SingleOrDefaultAsync(m => m.JobId == jobId && m.FreelancerId == freelancerId, ct)
            ?? throw new Missing("match");
    }

    // Ids are all that counts; their names help whoever reads the file.
    JsonObject Names(JsonNode inputs)
    {
        var asked = inputs["job"]!["requirements"]!.AsArray();
        var ids = asked.Select(r => (int)r!["skill"]!)
            .Concat(asked.SelectMany(r => r!["alternatives"]!.AsArray()).Select(a => (int)a!))
            .Concat(inputs["freelancer"]!["claims"]!.AsArray().Select(c => (int)c!["skill"]!)).Distinct();
        return new(ids.Select(skills.Find).OfType<Skill>()
            .Select(s => KeyValuePair.Create(s.Id.ToString(CultureInfo.InvariantCulture), (JsonNode?)s.Name)));
    }

    public static void Map(Routes routes)
    {
        routes.Api.Get("/jobs/{id:guid}/matches/{freelancerId:guid}/export", Who.Member, Rate.Read, DataClass.Private,
            async (Guid id, Guid freelancerId, ClaimsPrincipal user, ExportMatch export,
                CancellationToken ct) => TypedResults.File(await export.Run(id, freelancerId, user.UserId(), ct),
                    "application/json", $"match-{id:N}-{freelancerId:N}.json"))
            .WithSummary("A stored match with all it was computed from, signed");
    }
}
