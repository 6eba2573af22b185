using FsCheck;
using FsCheck.Fluent;
using Guildhall.Engine.Search;

namespace Guildhall.Tests.Engine.Search;

/// <summary>Things to find, searches for them, and a search that looks at everything.</summary>
static class SearchSamples
{
    public static readonly SearchSchema Schema = new(["country", "language", SearchSchema.Skills], 2);

    static readonly string[] words =
        ["react", "checkout", "pages", "designer", "pagos", "kafka", "kettle", "kettles", "museum", "harbour"];

    static Gen<string> Text(int most) =>
        from count in Gen.Choose(0, most) from text in Gen.Elements(words).ArrayOf(count) select string.Join(' ', text);

    static Gen<SkillMark> Skill() => from id in Gen.Choose(1, 6) from level in Gen.Choose(1, 10)
        from marked in Gen.Choose(0, 1) select new SkillMark(id, level, marked == 1);

    static Gen<long> Number() => from missing in Gen.Choose(0, 3) from number in Gen.Choose(-5, 20)
        select missing == 0 ? SearchDocument.Missing : number;

    public static Gen<SearchDocument> Document(int ids) =>
        from id in Gen.Choose(1, ids) from text in Text(7) from shown in Text(2) from name in Text(1)
        from skills in Gen.Choose(0, 4).SelectMany(n => Skill().ArrayOf(n))
        from country in Gen.Elements("AR", "ES", "", "MX") from languages in Gen.SubListOf("en", "es", "pt")
        from flag in Gen.Choose(0, 9) from one in Number() from two in Number()
        select new SearchDocument(IdOf(id))
        {
            Words = TermVector.Of(text), Shown = TermVector.Of(shown), Name = TermVector.Of(name),
            Skills = [.. skills.DistinctBy(s => s.SkillId)], ShownSkills = [.. skills.Take(1).Select(s => s.SkillId)],
            Labels =
            [
                .. country == "" ? Array.Empty<SearchLabel>() : [new("country", country)],
                .. languages.Select(l => new SearchLabel("language", l)),
                .. flag == 0 ? Array.Empty<SearchLabel>() : [new("flag", "everyone")],
            ],
            Numbers = [one, two],
        };

    static readonly string[] tongues = ["en", "es", .. Enumerable.Range(1, 12).Select(i => $"l{i}")];

    /// <summary>Nearly nobody has the skills or languages of another; a few speak what hardly anybody does.</summary>
    public static Gen<SearchDocument> Singular(int ids) =>
        from one in Document(ids) from skills in Gen.Choose(1, 60).ArrayOf(9) from rare in Gen.Choose(0, 700)
        from spoken in Gen.SubListOf(tongues)
        select one with
        {
            Skills = [.. skills.Distinct().Select((s, i) => new SkillMark(s, 1 + i, false))],
            Labels =
            [
                .. one.Labels.Where(l => l.Dimension != "language"),
                .. spoken.Select(l => new SearchLabel("language", l)),
                .. rare < 40 ? [new("language", $"x{rare}")] : Array.Empty<SearchLabel>(),
            ],
        };

    /// <summary>A part of a text: a skill or a word.</summary>
    public static readonly Gen<AnyOf> Part = from id in Gen.Choose(1, 6) from word in Gen.Elements(words)
        select new AnyOf("q", [new(SearchKey.Skill(id)), new(SearchKey.Word(word))]);

    static Gen<SearchCondition> Condition() => Gen.OneOf(
        from count in Gen.Choose(0, 5) from parts in Part.ArrayOf(count) from least in Gen.Choose(0, 6)
        select (SearchCondition)new AtLeast("q", parts, least),
        from value in Gen.Elements("AR", "ES", "XX") select Any("country", SearchKey.Label("country", value)),
        from value in Gen.SubListOf("en", "es")
        select Any("language", [.. value.Select(v => SearchKey.Label("language", v))]),
        from id in Gen.Choose(1, 6) from least in Gen.Choose(1, 10) from most in Gen.Choose(1, 10)
        select (SearchCondition)new AnyOf(SearchSchema.Skills,
            [new(SearchKey.Skill(id), SkillMark.Least(least), SkillMark.Most(most))]),
        from id in Gen.Choose(1, 6) from word in Gen.Elements(words)
        select Any("q", SearchKey.Skill(id), SearchKey.Word(word)),
        from word in Gen.Elements(words) from id in Gen.Choose(1, 6)
        select Any("portfolio", SearchKey.Shown(SearchKey.Word(word)), SearchKey.ShownSkill(id)),
        from word in Gen.Elements(words) select Any("name", SearchKey.Named(SearchKey.Word(word))),
        Gen.Constant(Any("visible", SearchKey.Label("flag", "everyone"))),
        from number in Gen.Choose(0, 1) from least in Gen.Choose(-6, 15) from wide in Gen.Choose(-1, 20)
        select (SearchCondition)new Between("number", number, least, least + wide),
        from least in Number() select (SearchCondition)new Between("number", 0, least, long.MaxValue));

    static SearchCondition Any(string dimension, params ulong[] keys) =>
        new AnyOf(dimension, [.. keys.Select(k => new Sought(k))]);

    public static readonly Gen<SearchQuery> Query =
        from count in Gen.Choose(0, 4) from conditions in Condition().ArrayOf(count)
        from plain in Gen.Choose(0, 1) from number in Gen.Choose(0, 1) from up in Gen.Choose(0, 1)
        from text in Text(4) from skills in Gen.SubListOf(1, 2, 3) from divisor in Gen.Choose(0, 5)
        from skip in Gen.Choose(0, 12) from take in Gen.Choose(1, 9) from most in Gen.Elements(1, 2, int.MaxValue)
        select new SearchQuery
        {
            Conditions = conditions, Facets = [SearchSchema.Skills, "country", "language"], Skip = skip, Take = take,
            MostValues = most,
            Rank = plain == 0 ? new() { Number = number, Ascending = up == 1 } : new()
            {
                Number = number, Divisor = divisor, Text = new(TermVector.Of(text), TextCorpus.Of(words)),
                Skills = [.. skills.Select(s => (s, Enumerable.Range(0, 22).Select(c => 37 * c).ToArray()))],
            },
        };

    public static Guid IdOf(int seed) => new(seed, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    /// <summary>What a search must find: every document looked at, every condition asked of it.</summary>
    public static SearchFound Sieve(IEnumerable<SearchDocument> all, SearchQuery query)
    {
        var counts = query.Facets.ToDictionary(f => f, _ => new Dictionary<string, int>());
        var passing = new List<SearchHit>();
        foreach (var one in all)
        {
            var failed = query.Conditions.Where(c => !Holds(one, c)).Select(c => c.Dimension).Distinct().ToArray();
            if (failed.Length == 0) passing.Add(new(one.Id, Key(one, query.Rank)));
            foreach (var facet in query.Facets)
                if (failed.All(f => f == facet))
                    foreach (var value in Values(one, facet).Distinct())
                        counts[facet][value] = counts[facet].GetValueOrDefault(value) + 1;
        }
        var order = passing.OrderByDescending(h => h.Key).ThenBy(h => h.Id)
            .Where(h => query.After is not { } last || h.IsAfter(last)).ToArray();
        return new([.. order.Skip(query.Skip).Take(query.Take)], passing.Count, order.Length > query.Skip + query.Take,
            counts.ToDictionary(c => c.Key, c => c.Value.Select(v => new FacetValue(v.Key, v.Value))
                .OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).Take(query.MostValues)
                .ToArray()));
    }

    static IEnumerable<string> Values(SearchDocument one, string facet) => facet == SearchSchema.Skills
        ? one.Skills.Select(s => $"{s.SkillId}") : one.Labels.Where(l => l.Dimension == facet).Select(l => l.Value);

    static long Key(SearchDocument one, SearchRank rank)
    {
        var number = one.Numbers[rank.Number];
        if (rank.Text is null) return number == SearchDocument.Missing ? number : rank.Ascending ? -number : number;
        return rank.Text.Permille(one.Words) + rank.Skills.Sum(s =>
                one.Skills.Where(has => has.SkillId == s.SkillId).Select(has => s.Worth[has.Code]).SingleOrDefault())
            + (number == SearchDocument.Missing || rank.Divisor == 0 ? 0 : number / rank.Divisor);
    }

    static bool Holds(SearchDocument one, SearchCondition condition) => condition switch
    {
        Between range => one.Numbers[range.Number] is var n && n != SearchDocument.Missing && n >= range.Least
            && n <= range.Most,
        AtLeast some => some.Parts.Where(p => Holds(one, p)).Take(some.Least).Count() == Math.Max(0, some.Least),
        AnyOf any => any.Keys.Any(k => Having(one).Any(h => h.Key == k.Key && h.Value >= k.Least && h.Value <= k.Most)),
        _ => false,
    };

    static IEnumerable<(ulong Key, int Value)> Having(SearchDocument one) =>
        one.Words.Hashes.ToArray().Zip(one.Words.Impacts.ToArray(), (h, i) => (h, (int)i))
            .Concat(one.Shown.Hashes.ToArray().Select(h => (SearchKey.Shown(h), 1)))
            .Concat(one.Name.Hashes.ToArray().Select(h => (SearchKey.Named(h), 1)))
            .Concat(one.Skills.Select(s => (SearchKey.Skill(s.SkillId), (int)s.Code)))
            .Concat(one.ShownSkills.Select(s => (SearchKey.ShownSkill(s), 1)))
            .Concat(one.Labels.Select(l => (SearchKey.Label(l.Dimension, l.Value), 1)));
}
