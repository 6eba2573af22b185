using System.Globalization;
using Guildhall.Shared;
using Guildhall.Shared.Web;

namespace Guildhall.Matching;

/// <summary>A result with the number it is ordered by; a higher one comes first, of equal ones the lower id.</summary>
public sealed record Hit<T>(
    T Entry, Guid Id, long Key, int? Match, IReadOnlyList<int> Matched, IReadOnlyList<string> Heard);

/// <summary>One page of what was found.</summary>
/// <param name="Errors">What could not be read of the address; nothing is searched then.</param>
public sealed record Results<T>(
    IReadOnlyList<Hit<T>> Hits, int Total, string? Next, IReadOnlyDictionary<string, FacetCount[]> Facets,
    IReadOnlyDictionary<string, FormattableString> Errors)
{
    public static Results<T> Unreadable(Dictionary<string, FormattableString> errors) =>
        new([], 0, null, new Dictionary<string, FacetCount[]>(), errors);
}

static class Ordering
{
    public static Results<T> Page<T>(
        List<Hit<T>> hits, Dictionary<string, FacetCount[]> facets, int? page, string? cursor, int size)
    {
        hits.Sort((a, b) => a.Key != b.Key ? b.Key.CompareTo(a.Key) : a.Id.CompareTo(b.Id));
        var skip = cursor is null ? ((page ?? 1) - 1) * size : After(hits, cursor);
        var shown = hits.Skip(skip).Take(size).ToArray();
        var next = skip + size < hits.Count ? Cursor.Of(shown[^1].Key, shown[^1].Id) : null;
        return new(shown, hits.Count, next, facets, new Dictionary<string, FormattableString>());
    }

    static int After<T>(List<Hit<T>> hits, string cursor)
    {
        var keys = Cursor.Keys(cursor, 2);
        if (!long.TryParse(keys[0], CultureInfo.InvariantCulture, out var key) || !Guid.TryParse(keys[1], out var id))
            throw new Refused($"This page link is not valid any more. Start from the first page.",
                "bad_cursor", "cursor");
        var at = hits.FindIndex(h => h.Key < key || h.Key == key && h.Id.CompareTo(id) > 0);
        return at < 0 ? hits.Count : at;
    }
}
