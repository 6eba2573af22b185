using Guildhall.Bench.Matching;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;

namespace Guildhall.Bench.Search;

/// <summary>The invented freelancers in the columns that the site's search has, and searches for them.</summary>
sealed class People(Corpus corpus)
{
    public static readonly SearchSchema Schema =
        new(["country", "language", "category", SearchSchema.Skills, "zone"], 6);

    static readonly string[] facets = ["country", "language", "category", SearchSchema.Skills];
    static readonly int[] worth = [0, 0, .. Enumerable.Range(2, 20).Select(code => 300 + 60 * (code / 2))];

    public SearchDocument Of(FreelancerDocument f)
    {
        var names = string.Join(' ', f.Claims.Select(c => Corpus.NameOf(c.SkillId)));
        return new(f.Id)
        {
            Words = TermVector.Of($"{f.Text}\n{names}"), Shown = TermVector.Of(f.Text[..Math.Min(80, f.Text.Length)]),
            Skills = [.. f.Claims.Select(c => new SkillMark(c.SkillId, c.Level, c.Verified))],
            ShownSkills = [f.Claims[0].SkillId],
            Labels =
            [
                new("country", f.Country!), .. f.Languages.Select(l => new SearchLabel("language", l)),
                .. f.Claims.Select(c => $"field-{Corpus.FieldOf(c.SkillId)}").Distinct()
                    .Select(c => new SearchLabel("category", c)),
                new("zone", $"{f.TimezoneMinutes}"), new("currency", f.Currency), new("flag", "everyone"),
                .. f.Claims.Any(c => c.Verified) ? [new SearchLabel("flag", "verified")] : Array.Empty<SearchLabel>(),
            ],
            Numbers =
            [
                f.HourlyRateMinor ?? SearchDocument.Missing, f.WeeklyHours ?? SearchDocument.Missing,
                f.EarliestStart?.DayNumber ?? 0, f.Reviews == 0 ? SearchDocument.Missing : f.Reputation / 2,
                (f.Reputation * f.Reviews + 3_000) / (f.Reviews + 5), f.Id.GetHashCode(),
            ],
        };
    }

    public IEnumerable<(string What, Func<int, SearchQuery> Make)> Searches =>
    [
        ("nothing asked, by reputation", _ => Query([])), ("three facets filtered, by reputation", Filtered),
        ("three facets, rate and hours, newest first", i => Filtered(i) with
        {
            Conditions =
            [
                .. Filtered(i).Conditions, new Between("rate", 0, 2_000, 6_000), new Between("hours", 1, 20, 80),
            ],
            Rank = new() { Number = 5 },
        }),
        ("two words, a skill with a level, three facets, by relevance", Spoken),
        ("one common word, by relevance", i => Query([Word(Lexicon.Common[i % Lexicon.Common.Length])],
            Lexicon.Common[i % Lexicon.Common.Length])),
    ];

    /// <summary>A country, a language and a field, all of them common ones.</summary>
    public SearchQuery Filtered(int i)
    {
        var f = corpus.Freelancer(i * 31);
        return Query([Label("country", f.Country!), Label("language", f.Languages[^1]),
            Label("category", $"field-{Corpus.FieldOf(f.Claims[0].SkillId)}"), Label("visible", "flag", "everyone")]);
    }

    SearchQuery Spoken(int i)
    {
        var f = corpus.Freelancer(i * 31);
        var words = f.Text.Split(' ', '.')[1..3];
        return Query([.. Filtered(i).Conditions, .. words.Select(Word), new AnyOf(SearchSchema.Skills,
            [new(SearchKey.Skill(f.Claims[0].SkillId), SkillMark.Least(4))])],
            string.Join(' ', words), f.Claims[0].SkillId);
    }

    static SearchQuery Query(SearchCondition[] conditions, string text = "", params int[] skills) => new()
    {
        Conditions = conditions, Facets = facets, MostValues = 250, Take = 20,
        Rank = text == "" ? new() { Number = 4 } : new()
        {
            Number = 4, Divisor = 10, Text = new(TermVector.Of(text), TextCorpus.Empty),
            Skills = [.. skills.Select(s => (s, worth))],
        },
    };

    static AnyOf Word(string word) => new("q", [new(SearchKey.Word(TermVector.Stem(word.ToLowerInvariant())))]);

    static AnyOf Label(string dimension, string value) => Label(dimension, dimension, value);

    static AnyOf Label(string dimension, string label, string value) =>
        new(dimension, [new(SearchKey.Label(label, value))]);
}
