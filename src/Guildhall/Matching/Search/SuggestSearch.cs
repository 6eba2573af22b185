using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Engine.Search;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>What a search box may offer. Which kind it is: skill, word or name.</summary>
/// <param name="Text">What to search for.</param>
/// <param name="Count">How many answer to it alone; of a name 1.</param>
/// <param name="Url">The page of a person; null for words and skills.</param>
public sealed record Suggestion(string Kind, string Text, int Count, string? Url);

/// <summary>
/// Completes what somebody types into a search box: skills by any of their names, words that are in use, and people
/// whose name begins so.
/// </summary>
sealed class SuggestSearch(MarketIndex index, Skills skills, People people)
{
    const int MostSkills = 4, MostWords = 5, MostNames = 3, Longest = 80, ShortestStart = 2;

    public async Task<IReadOnlyList<Suggestion>> Run(string? typed, bool jobs, Guid? reader, CancellationToken ct)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is < ShortestStart or > Longest) return [];
        var market = await index.Now(ct);
        var all = jobs ? market.Work : market.Talent;
        var at = text.LastIndexOf(' ') + 1;
        var (before, last) = (text[..at], text[at..]);
        SearchCondition[] visible = jobs || reader is not null ? []
            : [new AnyOf("visible", [new(SearchKey.Label(TalentColumns.Flag, TalentColumns.ForEveryone))])];

        var found = skills.Suggest(text, MostSkills).Select(skill =>
            new Suggestion("skill", skill.Label, Count(all, visible, SearchKey.Skill(skill.Id)), null))
            .Where(s => s.Count > 0).ToList();
        var start = Tokenizer.Tokenize(last) is [.., var token] ? token.Text : "";
        if (start.Length < ShortestStart) return found;
        found.AddRange(all.Endings(start, MostWords).Select(word =>
                new Suggestion("word", before + Spoken(word), Count(all, visible, SearchKey.Word(word)), null))
            .Where(s => s.Count > 0 && !found.Exists(f => f.Text.Equals(s.Text, StringComparison.OrdinalIgnoreCase))));
        if (!jobs) found.AddRange(await Names(all, visible, text, ct));
        return found;
    }

    static int Count(SearchIndex all, SearchCondition[] visible, ulong key) =>
        all.Find(new() { Conditions = [.. visible, new AnyOf("q", [new(key)])] }).Total;

    // Words are kept without a plural s; a name that ends in one is shown whole.
    string Spoken(string word) => skills.Find(word) is null && skills.Find(word + "s") is not null ? word + "s" : word;

    // Every word typed begins a word of the name.
    async Task<IEnumerable<Suggestion>> Names(
        SearchIndex all, SearchCondition[] visible, string text, CancellationToken ct)
    {
        const int mostForms = 60;
        var words = Tokenizer.Tokenize(text).Take(4).Select(t => new AnyOf("name",
            [.. all.Endings(t.Text, mostForms).Select(w => new Sought(SearchKey.Named(SearchKey.Word(w))))])).ToArray();
        if (words.Length == 0) return [];
        var hits = all.Find(new()
        {
            Conditions = [.. visible, .. words], Take = MostNames, Rank = new() { Number = TalentColumns.Standing },
        }).Hits;
        var known = hits.Count == 0 ? [] : await people.Many(hits.Select(h => h.Id), ct);
        return hits.Where(h => known.ContainsKey(h.Id))
            .Select(h => new Suggestion("name", known[h.Id].Name, 1, $"/freelancers/{h.Id}"));
    }

    public static void Map(Routes routes)
    {
        routes.Api.Get("/search/suggest", Who.Anyone, Rate.Search, DataClass.Public,
            (string? q, string? @in, ClaimsPrincipal user, SuggestSearch suggest, CancellationToken ct) =>
                suggest.Run(q, @in == "jobs", user.UserIdOrNull(), ct))
            .WithSummary("Completes skills, words and names while they are typed");
    }
}
