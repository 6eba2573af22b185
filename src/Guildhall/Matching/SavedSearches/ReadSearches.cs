using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching.SavedSearches;

/// <summary>A kept search.</summary>
/// <param name="Words">What it asks for, in the reader's language: "Spanish, React at 6 or more".</param>
/// <param name="Url">The page of its results.</param>
/// <param name="New">Results that became findable since the owner last looked; at most 100 are counted.</param>
public sealed record SearchAnswer(
    Guid Id, SearchKind Kind, string Name, string Query, string Words, AlertChoice Alerts, string Url, int New,
    DateTime CreatedAt);

/// <summary>A person's kept searches, the last kept first.</summary>
sealed class ReadSearches(Db db, RunSavedSearch run, AskedInWords asked)
{
    public async Task<IReadOnlyList<SearchAnswer>> Of(Guid owner, CancellationToken ct)
    {
        var answers = new List<SearchAnswer>();
        foreach (var search in await db.Set<SavedSearch>().AsNoTracking().Where(s => s.OwnerId == owner)
            .OrderByDescending(s => s.Id).ToListAsync(ct))
            answers.Add(await Answer(search, ct));
        return answers;
    }

    public async Task<SearchAnswer> One(Guid id, Guid owner, CancellationToken ct) =>
        await Answer(await db.Set<SavedSearch>().AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == id && s.OwnerId == owner, ct) ?? throw new Missing("search"), ct);

    async Task<SearchAnswer> Answer(SavedSearch search, CancellationToken ct) => new(
        search.Id, search.Kind, search.Name, search.Query, asked.Line(search.Kind, search.Query), search.Alerts,
        search.Url,
        (await run.Newest(search, ct)).Count(n => n.FindableSince > search.LookedAt), search.CreatedAt);

    public static void Map(Routes routes) => routes.Api.Get(
        "/users/me/searches", Who.SignedIn, Rate.Search, DataClass.Own,
        (ClaimsPrincipal user, ReadSearches read, CancellationToken ct) => read.Of(user.UserId(), ct))
        .WithName("listSearches").WithSummary("The caller's kept searches, with how much is new in each");
}
