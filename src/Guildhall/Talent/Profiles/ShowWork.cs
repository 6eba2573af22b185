using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Guildhall.Talent.Files;
using Guildhall.Talent.Public;

namespace Guildhall.Talent.Profiles;

/// <summary>What the freelancer says of a piece of work; skills by slug, name or alias.</summary>
public sealed record WorkWords(
    string Title, string? Summary = null, string? Link = null, IReadOnlyList<string>? Skills = null);

/// <summary>Adds a piece of work to the portfolio, changes it or takes it away.</summary>
public sealed class ShowWork(Db db, ChangeProfile change, BlobStore blobs, Skills skills, TimeProvider clock)
{
    public async Task<Guid> Save(Guid accountId, Guid? itemId, WorkWords words, IReadOnlyCollection<IFormFile> files,
        IReadOnlyCollection<Guid> without, CancellationToken ct)
    {
        var uploads = new List<Upload>();
        foreach (var file in files) uploads.Add(await Upload.Work(file, ct));
        var profile = await change.Load(accountId, ct);
        var item = itemId is { } id ? Item(profile, id) : Add(profile);
        item.Describe(words.Title, words.Summary, words.Link, [.. (words.Skills ?? []).Select(Known)]);
        await blobs.Remove(item.Detach(without), ct);
        await Attach(profile, item, uploads, ct);
        return item.Id;
    }

    public async Task Attach(Guid accountId, Guid itemId, IReadOnlyCollection<IFormFile> files, CancellationToken ct)
    {
        var uploads = new List<Upload>();
        foreach (var file in files) uploads.Add(await Upload.Work(file, ct));
        var profile = await change.Load(accountId, ct);
        await Attach(profile, Item(profile, itemId), uploads, ct);
    }

    async Task Attach(Profile profile, PortfolioItem item, List<Upload> uploads, CancellationToken ct)
    {
        item.RefuseMoreThan(uploads.Count);
        foreach (var upload in uploads)
        {
            var content = new MemoryStream(upload.Content);
            var blob = await blobs.Save(profile.AccountId, upload.Name, content, isPublic: true, ct);
            item.Attach(new(blob.Id, blob.FileName, blob.ContentType, blob.Bytes, upload.Width, upload.Height));
        }
        change.Tell(profile);
        await db.SaveChangesAsync(ct);
    }

    public Task Remove(Guid accountId, Guid itemId, CancellationToken ct) => db.Transact(async () =>
    {
        var profile = await change.Load(accountId, ct);
        var item = Item(profile, itemId);
        profile.Portfolio.Remove(item);
        await blobs.Remove([.. item.Files.Select(f => f.BlobId)], ct);
        change.Tell(profile);
    }, ct);

    PortfolioItem Add(Profile profile)
    {
        if (profile.Portfolio.Count >= Profile.MostItems)
            throw new Refused($"A portfolio has at most {Profile.MostItems} pieces. Take one away first.",
                "portfolio_full");
        var item = new PortfolioItem { AccountId = profile.AccountId, At = clock.Now() };
        profile.Portfolio.Add(item);
        return item;
    }

    static PortfolioItem Item(Profile profile, Guid id) =>
        profile.Portfolio.SingleOrDefault(i => i.Id == id) ?? throw new Missing("piece of work");

    int Known(string word) => SkillClaims.Known(skills, word).Id;

    public static void Map(Routes routes)
    {
        routes.Api.Post("/users/me/portfolio", Who.Freelancer, Rate.Write, DataClass.Own,
            async (WorkWords words, ClaimsPrincipal user, ShowWork show, CancellationToken ct) =>
                TypedResults.Ok(new { Id = await show.Save(user.UserId(), null, words, [], [], ct) }))
            .WithSummary("Adds a piece to your portfolio");
        routes.Api.Put("/users/me/portfolio/{id:guid}", Who.Freelancer, Rate.Write, DataClass.Own,
            async (Guid id, WorkWords words, ClaimsPrincipal user, ShowWork show, CancellationToken ct) =>
                TypedResults.Ok(new { Id = await show.Save(user.UserId(), id, words, [], [], ct) }))
            .WithSummary("Changes a piece of your portfolio");
        routes.Api.Delete("/users/me/portfolio/{id:guid}", Who.Freelancer, Rate.Write, DataClass.Own,
            async (Guid id, ClaimsPrincipal user, ShowWork show, CancellationToken ct) =>
            {
                await show.Remove(user.UserId(), id, ct);
                return TypedResults.NoContent();
            })
            .WithSummary("Takes a piece of your portfolio away");
        routes.Api.Post("/users/me/portfolio/{id:guid}/files", Who.Freelancer, Rate.Write, DataClass.Own,
            async (Guid id, IFormFileCollection files, ClaimsPrincipal user, ShowWork show, CancellationToken ct) =>
            {
                await show.Attach(user.UserId(), id, files, ct);
                return TypedResults.NoContent();
            })
            .WithSummary("Adds files to a piece of your portfolio").DisableAntiforgery();
    }
}
