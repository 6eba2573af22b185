using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Guildhall.Talent.Profiles;
using Guildhall.Talent.Public;

namespace Guildhall.Talent.Files;

/// <summary>Puts a picture beside the person's name, or takes it away.</summary>
public sealed class ChangePhoto(Db db, BlobStore blobs, Avatars avatars)
{
    public async Task Run(Guid accountId, IFormFile? photo, CancellationToken ct)
    {
        if (photo is null) throw new Refused($"Choose a picture first.", "file_missing", "Photo");
        var upload = await Upload.Avatar(photo, ct);
        var blob = await blobs.Save(accountId, upload.Name, new MemoryStream(upload.Content), isPublic: true, ct);
        await Set(accountId, blob.Id, ct);
    }

    public Task Remove(Guid accountId, CancellationToken ct) => Set(accountId, null, ct);

    Task Set(Guid accountId, Guid? blobId, CancellationToken ct) => db.Transact(async () =>
    {
        if (await avatars.Set(accountId, blobId, ct) is { } before && before != blobId)
            await blobs.Remove([before], ct);
        if (await db.Set<Profile>().FindAsync([accountId], ct) is { Visibility: not Visibility.Hidden })
            db.Publish(new ProfileChanged(accountId));
    }, ct);

    public static void Map(Routes routes)
    {
        // The browser's origin was checked before; a program has a token and no form.
        routes.Api.Put("/users/me/photo", Who.Member, Rate.Write, DataClass.Own,
            async (IFormFile photo, ClaimsPrincipal user, ChangePhoto change, CancellationToken ct) =>
            {
                await change.Run(user.UserId(), photo, ct);
                return TypedResults.NoContent();
            })
            .WithSummary("Sets your photo").DisableAntiforgery();
        routes.Api.Delete("/users/me/photo", Who.Member, Rate.Write, DataClass.Own,
            async (ClaimsPrincipal user, ChangePhoto change, CancellationToken ct) =>
            {
                await change.Remove(user.UserId(), ct);
                return TypedResults.NoContent();
            })
            .WithSummary("Takes your photo away");
    }
}
