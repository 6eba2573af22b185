using System.Reflection;
using Guildhall.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Guildhall.Matching.SavedSearches;

/// <summary>A result as an alert names it.</summary>
/// <param name="FindableSince">When it was first shown; null: not known.</param>
public sealed record SearchNews(Guid Id, string Title, string Url, DateTime? FindableSince);

/// <summary>Runs a kept search anew, newest first, as its owner would see it.</summary>
sealed class RunSavedSearch(TalentSearch talent, JobSearch jobs)
{
    /// <summary>So many of the newest are looked at.</summary>
    public const int Most = 100;

    static readonly string[] order = ["page", "cursor", "limit", "sort", "job"];
    static readonly string[] talentKeys = KeysOf(typeof(TalentAsked)), jobKeys = KeysOf(typeof(JobsAsked));

    /// <summary>The address's query without what only orders or pages, in one order; nothing unknown is kept.</summary>
    public static string Canonical(SearchKind kind, string query) => string.Join('&', QueryHelpers.ParseQuery(query)
        .Where(q => (kind == SearchKind.Talent ? talentKeys : jobKeys).Contains(q.Key)
            && !order.Contains(q.Key) && !string.IsNullOrWhiteSpace(q.Value))
        .OrderBy(q => q.Key, StringComparer.Ordinal)
        .Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value[0]!)}"));

    /// <summary>What cannot be read of the search, by field; empty: all can.</summary>
    public async Task<IReadOnlyDictionary<string, FormattableString>> Errors(
        SearchKind kind, string query, Guid owner, CancellationToken ct) => kind == SearchKind.Talent
        ? (await talent.Run(Talent(query) with { Limit = "1" }, owner, ct)).Errors
        : (await jobs.Run(Jobs(query) with { Limit = "1" }, owner, ct)).Errors;

    /// <summary>The newest results, the owner's own things left out.</summary>
    public async Task<IReadOnlyList<SearchNews>> Newest(SavedSearch search, CancellationToken ct)
    {
        try
        {
            return search.Kind == SearchKind.Talent ? await NewestTalent(search, ct) : await NewestJobs(search, ct);
        }
        catch (Refused) // a country or skill in it may be gone from the site
        {
            return [];
        }
    }

    async Task<IReadOnlyList<SearchNews>> NewestTalent(SavedSearch search, CancellationToken ct)
    {
        var found = await talent.Run(Talent(search.Query) with { Sort = "newest", Limit = $"{Most}" },
            search.OwnerId, ct);
        return [.. found.Hits.Where(h => h.Id != search.OwnerId).Select(h => new SearchNews(
            h.Id, h.Entry.Person.Name, $"/freelancers/{h.Id}", h.Entry.Card.PublishedAt))];
    }

    async Task<IReadOnlyList<SearchNews>> NewestJobs(SavedSearch search, CancellationToken ct)
    {
        var found = await jobs.Run(Jobs(search.Query) with { Sort = "newest", Limit = $"{Most}" }, search.OwnerId, ct);
        return [.. found.Hits.Where(h => h.Entry.ClientId != search.OwnerId).Select(h => new SearchNews(
            h.Id, h.Entry.Title, $"/jobs/{h.Id}", h.Entry.PublishedAt))];
    }

    static TalentAsked Talent(string query) => TalentAsked.From(Read(query));

    static JobsAsked Jobs(string query) => JobsAsked.From(Read(query));

    static QueryCollection Read(string query) => new(QueryHelpers.ParseQuery(query));

    static string[] KeysOf(Type asked) =>
        [.. asked.GetProperties().Select(p => p.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>()];
}
