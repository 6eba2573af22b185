using Guildhall.Engine.Search;
using Microsoft.AspNetCore.WebUtilities;

namespace Guildhall.Matching;

/// <summary>
/// Addresses of a search: this one with something added, changed or taken away. Changing anything returns to page 1.
/// </summary>
public sealed class SearchLink(string path, IQueryCollection query, IReadOnlyCollection<string> known)
{
    readonly KeyValuePair<string, string?>[] asked = [.. query.Where(q => known.Contains(q.Key)
        && !string.IsNullOrWhiteSpace(q.Value)).Select(q => KeyValuePair.Create(q.Key, (string?)q.Value[0]))];

    public string? this[string key] => asked.FirstOrDefault(a => a.Key == key).Value;
    public string Path => path;
    public bool IsEmpty => asked.All(a => a.Key is "sort" or "page" or "job" or "cursor");

    public string With(string key, string? value) => Url(Kept([key, "page", "cursor"])
        .Concat(value is null ? [] : [KeyValuePair.Create(key, (string?)value)]));

    public string Without(params string[] keys) => Url(Kept([.. keys, "page", "cursor"]));

    /// <summary>With these words taken out of the text; without a text when nothing to search for is left.</summary>
    public string WithoutWords(string words)
    {
        var (text, at) = (this["q"] ?? "", this["q"]?.IndexOf(words, StringComparison.Ordinal) ?? -1);
        if (at < 0) return Without("q");
        var rest = $"{text[..at]} {text[(at + words.Length)..]}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var left = string.Join(' ', rest);
        return TermVector.Of(left).Length == 0 ? Without("q") : With("q", left);
    }

    public string Page(int page) => Url(Kept(["page", "cursor"])
        .Concat(page == 1 ? [] : [KeyValuePair.Create("page", (string?)page.ToString())]));

    /// <summary>From after somebody on.</summary>
    public string After(string cursor) => Url(Kept(["page", "cursor"]).Append(new("cursor", cursor)));

    /// <summary>Where this search is kept under a name.</summary>
    public string Save(string kind) => QueryHelpers.AddQueryString("/my/searches/new", new Dictionary<string, string?>
    {
        ["kind"] = kind, ["query"] = QueryHelpers.AddQueryString("", Kept(["page", "cursor"])).TrimStart('?'),
        ["name"] = this["q"] ?? this["skills"],
    });

    IEnumerable<KeyValuePair<string, string?>> Kept(string[] keys) => asked.Where(a => !keys.Contains(a.Key));

    string Url(IEnumerable<KeyValuePair<string, string?>> parts) => QueryHelpers.AddQueryString(path, parts);
}
