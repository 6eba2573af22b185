using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Guildhall.Talent.Files;

/// <summary>
/// Hands out files that are public (portfolio, photos). Pictures show; everything else is an attachment. Nothing in
/// them may run: no sniffing, and a policy that forbids everything to whoever opens one as a page.
/// </summary>
static class ServePublicFile
{
    static readonly string[] Shown = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    public static void Map(Routes routes) =>
        routes.Site.Get("/files/{id:guid}", Who.Anyone, Rate.Static, DataClass.Public,
            async (Guid id, HttpContext http, Db db, BlobStore blobs, CancellationToken ct) =>
            {
                var blob = await db.Set<Blob>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.IsPublic, ct)
                    ?? throw new Missing("file");
                var content = blobs.Open(id);
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers.CacheControl = "public, max-age=31536000, immutable";
                var shown = Shown.Contains(blob.ContentType);
                var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
                disposition.SetHttpFileName(blob.FileName);
                headers.ContentDisposition = disposition.ToString();
                return Results.Stream(content, shown ? blob.ContentType : "application/octet-stream",
                    entityTag: new EntityTagHeaderValue($"\"{blob.Sha256[..32]}\""), enableRangeProcessing: true);
            });
}
