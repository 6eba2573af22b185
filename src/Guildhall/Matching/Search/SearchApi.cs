using System.Security.Claims;
using Guildhall.Engine.Money;
using Guildhall.Jobs.Public;
using Guildhall.Matching.Placements;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Matching;

/// <summary>Why a result is here: skills and words that answered.</summary>
public sealed record Answered(IReadOnlyList<string> Skills, IReadOnlyList<string> Words);

/// <param name="Match">0 to 100; null when not ordered by match to a job.</param>
/// <param name="Score">Reputation, 0 to 1000; null before the first.</param>
public sealed record FoundFreelancer(
    Guid Id, string Name, string Headline, Money? Rate, string? Country, IReadOnlyList<FoundSkill> Skills,
    IReadOnlyList<string> Languages, int? Score, decimal? Stars, int Reviews, int? Match, Answered Why, string Url);

public sealed record FoundSkill(string Slug, string Name, int Level, bool Verified);

/// <param name="Languages">The work is done in, ISO 639-1; empty: it does not matter.</param>
/// <param name="Match">0 to 100 for a freelancer with a shown profile; else null.</param>
public sealed record FoundJob(
    Guid Id, string Title, JobKind Type, string? Category, PayType Pay, Money? Min, Money? Max,
    IReadOnlyList<FoundSkill> Skills, IReadOnlyList<string> Languages, int Proposals, DateTime? PublishedAt,
    DateOnly? Deadline, int? Match, Answered Why, string Url);

/// <param name="Next">Cursor of the following page; null at the end.</param>
/// <param name="Facets">Exact counts, each as if its own filter were not set.</param>
/// <param name="Understood">How the text was read; null without one.</param>
public sealed record Found<T>(
    IReadOnlyList<T> Items, int Total, string? Next, IReadOnlyDictionary<string, FacetCount[]> Facets,
    Understood? Understood);

/// <summary>What a search for freelancers found.</summary>
/// <param name="Next">Cursor of the following page; null at the end.</param>
/// <param name="Facets">Exact counts, each as if its own filter were not set.</param>
/// <param name="Featured">
/// At most two who paid for a labelled place above the first page and answer to everything asked, by turns; show them
/// apart and say that it was paid for. Items, total, facets and cursors are the same with and without; none where
/// people stand by their match to a job.
/// </param>
/// <param name="Understood">How the text was read; null without one.</param>
public sealed record FoundTalent(
    IReadOnlyList<FoundFreelancer> Items, int Total, string? Next, IReadOnlyDictionary<string, FacetCount[]> Facets,
    IReadOnlyList<FoundFreelancer> Featured, Understood? Understood);

/// <summary>How the text of a search was read.</summary>
/// <param name="Skills">
/// Skills that it names: every result has them, or says the word. The text's other words only order then.
/// </param>
/// <param name="Words">Words that every result says; only where the text names no skill.</param>
/// <param name="Beside">Words that only order.</param>
/// <param name="Asked">How many skills, or words, the text asks for.</param>
/// <param name="Least">
/// How many of them each result answers to: all, or the most that anybody answers to where nobody does to all.
/// </param>
public sealed record Understood(
    IReadOnlyList<NamedSkill> Skills, IReadOnlyList<string> Words, IReadOnlyList<string> Beside, int Asked, int Least);

/// <param name="Words">The words of the text that name it.</param>
public sealed record NamedSkill(string Slug, string Name, string Words);

/// <summary>How many a search would find.</summary>
public sealed record FoundCount(int Total);

/// <summary>Search for programs.</summary>
sealed class SearchApi(TalentSearch talent, JobSearch jobs, Skills skills)
{
    Task<Results<ShownFreelancer>> Talent(
        TalentAsked asked, ClaimsPrincipal user, CancellationToken ct, bool countOnly = false) =>
        talent.Run(asked, user.UserIdOrNull(), ct, countOnly);

    Task<Results<JobView>> Work(
        JobsAsked asked, ClaimsPrincipal user, CancellationToken ct, bool countOnly = false) =>
        jobs.Run(asked, user.UserIdOrNull(), ct, countOnly);

    public static void Map(Routes routes)
    {
        routes.Api.Get("/freelancers/search", Who.Anyone, Rate.Search, DataClass.Public, Freelancers)
            .WithSummary("Searches freelancers by words, skills and filters, with exact counts");
        routes.Alias.Get("/freelancers/search", Who.Anyone, Rate.Search, DataClass.Public, Freelancers)
            .WithSummary("Searches freelancers by words, skills and filters, with exact counts");
        routes.Api.Get("/jobs/search", Who.Anyone, Rate.Search, DataClass.Public, Jobs)
            .WithSummary("Searches open jobs by words, skills and filters, with exact counts");
        routes.Alias.Get("/projects/search", Who.Anyone, Rate.Search, DataClass.Public, Jobs)
            .WithSummary("Searches open jobs; another address of GET /api/v1/jobs/search");
        routes.Api.Get("/freelancers/search/count", Who.Anyone, Rate.Search, DataClass.Public,
            async ([AsParameters] TalentAsked asked, ClaimsPrincipal user, SearchApi api, CancellationToken ct) =>
                new FoundCount(Readable(await api.Talent(asked, user, ct, countOnly: true)).Total))
            .WithSummary("How many freelancers a search would find");
        routes.Api.Get("/jobs/search/count", Who.Anyone, Rate.Search, DataClass.Public,
            async ([AsParameters] JobsAsked asked, ClaimsPrincipal user, SearchApi api, CancellationToken ct) =>
                new FoundCount(Readable(await api.Work(asked, user, ct, countOnly: true)).Total))
            .WithSummary("How many jobs a search would find");
    }

    static async Task<FoundTalent> Freelancers(
        [AsParameters] TalentAsked asked, ClaimsPrincipal user, SearchApi api, FeaturedSlot slot, ListLog lists,
        CancellationToken ct)
    {
        var found = Readable(await api.Talent(asked, user, ct));
        lists.Searched(asked, user.UserIdOrNull(), found);
        var featured = await slot.Of(asked, found, user.UserIdOrNull(), ct);
        return new([.. found.Hits.Select(api.One)], found.Total, found.Next, api.Named(found.Facets),
            [.. featured.Select(hit => api.One(hit) with { Url = $"/freelancers/{hit.Id}?via={FeaturedSlot.Via}" })],
            api.Said(found.Text));
    }

    static async Task<Found<FoundJob>> Jobs(
        [AsParameters] JobsAsked asked, ClaimsPrincipal user, SearchApi api, ListLog lists, CancellationToken ct)
    {
        var found = Readable(await api.Work(asked, user, ct));
        lists.Searched(asked, user.UserIdOrNull(), found);
        return new([.. found.Hits.Select(api.One)], found.Total, found.Next, api.Named(found.Facets),
            api.Said(found.Text));
    }

    static Results<T> Readable<T>(Results<T> results) =>
        results.Errors.Count == 0 ? results : throw new Invalid(results.Errors);

    FoundFreelancer One(Hit<ShownFreelancer> hit)
    {
        var (card, entry) = (hit.Entry.Card, hit.Entry);
        return new(card.AccountId, entry.Person.Name, card.Headline, card.Rate, card.Country,
            [.. card.Skills.Select(s => Skill(s.SkillId, s.Level, s.IsVerified)).OfType<FoundSkill>()], card.Languages,
            entry.Score, entry.Stars, entry.Reviews, hit.Match, Why(hit), $"/freelancers/{card.AccountId}");
    }

    FoundJob One(Hit<JobView> hit)
    {
        var (view, brief) = (hit.Entry, hit.Entry.Brief);
        return new(view.Id, view.Title, brief.Kind, brief.Category, brief.Pay, brief.Min, brief.Max,
            [.. brief.Skills.Select(s => Skill(s.SkillId, s.MinLevel, false)).OfType<FoundSkill>()], brief.Languages,
            view.Proposals, view.PublishedAt, brief.Deadline, hit.Match, Why(hit), $"/jobs/{view.Id}");
    }

    FoundSkill? Skill(int id, int level, bool verified) =>
        skills.Find(id) is { } skill ? new(skill.Slug, skill.Name, level, verified) : null;

    Answered Why<T>(Hit<T> hit) =>
        new([.. hit.Matched.Select(id => skills.Find(id)?.Slug).OfType<string>()], hit.Heard);

    Understood? Said(TextRead? text) => text is null ? null : new(
        [.. from named in text.Skills let skill = skills.Find(named.SkillId)
            select new NamedSkill(skill.Slug, skill.Name, named.Words)],
        text.Needed, text.Beside, text.Asked, text.Least);

    // Skills are counted by id inside and named by slug outside.
    Dictionary<string, FacetCount[]> Named(IReadOnlyDictionary<string, FacetCount[]> facets) =>
        facets.ToDictionary(f => f.Key, f => f.Key != "skills" ? f.Value : [.. f.Value.Take(20)
            .Select(v => v with { Value = skills.Find(int.Parse(v.Value))?.Slug ?? v.Value })]);
}
