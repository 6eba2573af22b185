using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching.SavedSearches;

/// <summary>A person keeps a search under a name, changes its name or alerts, or drops it.</summary>
sealed class SaveSearch(Db db, RunSavedSearch run, TimeProvider clock)
{
    /// <param name="Kind">talent or jobs.</param>
    /// <param name="Query">As in the address of the search page: "q=postgres&amp;country=ES".</param>
    /// <param name="Name">1 to 60 characters.</param>
    /// <param name="Alerts">none, immediately or daily.</param>
    public sealed record Request(SearchKind Kind, string Query, string Name, AlertChoice Alerts = AlertChoice.Daily);

    /// <param name="Name">1 to 60 characters.</param>
    /// <param name="Alerts">none, immediately or daily.</param>
    public sealed record Change(string Name, AlertChoice Alerts);

    public async Task<Guid> Run(Guid owner, Request request, CancellationToken ct)
    {
        var name = Named(request.Name);
        new Check().Text(request.Query, "query", SavedSearch.QueryMax, 0).ThrowIfAny();
        var query = RunSavedSearch.Canonical(request.Kind, request.Query);
        if (query.Length == 0)
            throw new Refused($"Ask for something first: words, a skill, a filter.", "empty_search", "query");
        if ((await run.Errors(request.Kind, query, owner, ct)) is { Count: > 0 } errors)
            throw new Invalid(errors);
        return await db.Transact(async () =>
        {
            var mine = await db.Set<SavedSearch>().Where(s => s.OwnerId == owner).ToListAsync(ct);
            if (mine.Find(s => s.Kind == request.Kind && s.Query == query) is { } same)
                throw new Refused($"You saved this search already, as “{same.Name}”.", "saved_already", "name");
            if (mine.Count >= SavedSearch.MostOfOne)
                throw new Refused($"You may save {SavedSearch.MostOfOne} searches. Delete one first.",
                    "too_many_searches");
            var now = clock.Now();
            var search = new SavedSearch { OwnerId = owner, Kind = request.Kind, Query = query, CreatedAt = now };
            search.Choose(name, request.Alerts, now);
            search.Look(now);
            db.Add(search);
            return search.Id;
        }, ct);
    }

    public Task Run(Guid id, Guid owner, Change change, CancellationToken ct)
    {
        var name = Named(change.Name);
        return db.Transact(async () => (await Own(id, owner, ct)).Choose(name, change.Alerts, clock.Now()), ct);
    }

    public Task Drop(Guid id, Guid owner, CancellationToken ct) => db.Transact(async () =>
    {
        db.Remove(await Own(id, owner, ct));
        await db.Set<ToldResult>().Where(t => t.SearchId == id).ExecuteDeleteAsync(ct);
    }, ct);

    /// <summary>The owner goes to the results: what is there now is not new any more.</summary>
    public Task<string> Look(Guid id, Guid owner, CancellationToken ct) => db.Transact(async () =>
    {
        var search = await Own(id, owner, ct);
        search.Look(clock.Now());
        return search.Url;
    }, ct);

    async Task<SavedSearch> Own(Guid id, Guid owner, CancellationToken ct) =>
        await db.Set<SavedSearch>().SingleOrDefaultAsync(s => s.Id == id && s.OwnerId == owner, ct)
        ?? throw new Missing("search");

    static string Named(string name)
    {
        new Check().Text(name, "name", SavedSearch.NameMax).ThrowIfAny();
        return name.Trim();
    }

    public static void Map(Routes routes)
    {
        routes.Api.Post("/users/me/searches", Who.SignedIn, Rate.Search, DataClass.Own,
            async (Request request, ClaimsPrincipal user, SaveSearch save, ReadSearches read, CancellationToken ct) =>
            {
                var id = await save.Run(user.UserId(), request, ct);
                return TypedResults.Created($"/api/v1/users/me/searches/{id}", await read.One(id, user.UserId(), ct));
            }).WithName("saveSearch").WithSummary("Keeps a search under a name, with alerts");
        routes.Api.Put("/users/me/searches/{id:guid}", Who.SignedIn, Rate.Write, DataClass.Own,
            async (Guid id, Change change, ClaimsPrincipal user, SaveSearch save, ReadSearches read,
                CancellationToken ct) =>
            {
                await save.Run(id, user.UserId(), change, ct);
                return await read.One(id, user.UserId(), ct);
            }).WithName("changeSearch").WithSummary("Changes the name or the alerts of a kept search");
        routes.Api.Delete("/users/me/searches/{id:guid}", Who.SignedIn, Rate.Write, DataClass.Own,
            async (Guid id, ClaimsPrincipal user, SaveSearch save, CancellationToken ct) =>
            {
                await save.Drop(id, user.UserId(), ct);
                return TypedResults.NoContent();
            }).WithName("deleteSearch").WithSummary("Keeps a search no longer");
    }
}
