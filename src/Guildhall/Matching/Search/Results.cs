using System.Globalization;
using Guildhall.Engine.Search;
using Guildhall.Shared;
using Guildhall.Shared.Web;

namespace Guildhall.Matching;

/// <summary>A result with the number it is ordered by; a higher one comes first, of equal ones the lower id.</summary>
public sealed record Hit<T>(
    T Entry, Guid Id, long Key, int? Match, IReadOnlyList<int> Matched, IReadOnlyList<string> Heard);

/// <summary>One value of a facet and how many results choosing it would give.</summary>
public sealed record FacetCount(string Value, int Count);

/// <summary>One page of what was found.</summary>
/// <param name="Facets">Exact counts, each as if its own filter were not set.</param>
/// <param name="Errors">What could not be read of the address; nothing is searched then.</param>
/// <param name="Text">How the text was read; null without one.</param>
public sealed record Results<T>(
    IReadOnlyList<Hit<T>> Hits, int Total, string? Next, IReadOnlyDictionary<string, FacetCount[]> Facets,
    IReadOnlyDictionary<string, FormattableString> Errors, TextRead? Text = null)
{
    public static Results<T> Unreadable(Dictionary<string, FormattableString> errors) =>
        new([], 0, null, new Dictionary<string, FacetCount[]>(), errors);

    /// <summary>What the index found, with those of it that can still be read.</summary>
    public static Results<T> Of(SearchFound found, IEnumerable<Hit<T>> hits, TextRead? text = null) => new(
        [.. hits], found.Total,
        found is { HasMore: true, Hits: [.., var last] } ? Cursor.Of(last.Key, last.Id) : null,
        found.Facets.ToDictionary(f => f.Key, f => f.Value.Select(v => new FacetCount(v.Value, v.Count)).ToArray()),
        new Dictionary<string, FormattableString>(), text);
}

static class Ordering
{
    /// <summary>Values counted for a reader; there are 249 countries.</summary>
    public const int MostValues = 250;

    /// <summary>The last one seen, as a cursor says it; null without one.</summary>
    public static SearchHit? After(string? cursor)
    {
        if (cursor is null) return null;
        var keys = Cursor.Keys(cursor, 2);
        return long.TryParse(keys[0], CultureInfo.InvariantCulture, out var key) && Guid.TryParse(keys[1], out var id)
            ? new(id, key)
            : throw new Refused($"This page link is not valid any more. Start from the first page.",
                "bad_cursor", "cursor");
    }

    /// <summary>The same search in the order of a match.</summary>
    /// <param name="query">The search; its own order does not count.</param>
    /// <param name="index">Where to search.</param>
    /// <param name="best">So many of the best in a set after somebody, from the engine.</param>
    public static SearchFound ByMatch(SearchQuery query, SearchIndex index,
        Func<int, SearchSet, (int, Guid)?, IReadOnlyList<(Guid Id, int Score)>> best)
    {
        var found = index.Find(query with { Skip = 0, Take = 0 });
        var after = query.After is { } last ? ((int)last.Key, last.Id) : ((int, Guid)?)null;
        var shown = best(query.Skip + query.Take + 1, index.Select(query.Conditions), after).Skip(query.Skip)
            .Select(hit => new SearchHit(hit.Id, hit.Score)).ToArray();
        return found with { Hits = [.. shown.Take(query.Take)], HasMore = shown.Length > query.Take };
    }
}
