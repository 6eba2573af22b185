using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Matching;

public enum TalentSort { Relevance, Match, Rate, Newest, Reputation }

/// <summary>What a search for freelancers may ask, as it stands in the address.</summary>
public sealed record TalentAsked
{
    /// <summary>Words and skills; typing mistakes are forgiven.</summary>
    [FromQuery(Name = "q")] public string? Q { get; init; }
    /// <summary>Skills with lowest levels: "Python 7, Docker".</summary>
    [FromQuery(Name = "skills")] public string? Skills { get; init; }
    /// <summary>The slug of a category.</summary>
    [FromQuery(Name = "category")] public string? Category { get; init; }
    /// <summary>At least, in major units of the currency, for an hour.</summary>
    [FromQuery(Name = "min_rate"), ReadAs(Reading.Amount)] public string? MinRate { get; init; }
    /// <summary>The same, at most.</summary>
    [FromQuery(Name = "max_rate"), ReadAs(Reading.Amount)] public string? MaxRate { get; init; }
    /// <summary>ISO 4217; USD when not said.</summary>
    [FromQuery(Name = "currency")] public string? Currency { get; init; }
    /// <summary>ISO 3166 alpha-2.</summary>
    [FromQuery(Name = "country")] public string? Country { get; init; }
    /// <summary>IANA name; with <c>overlap</c> working hours shared a day, 4 when not said.</summary>
    [FromQuery(Name = "timezone")] public string? Timezone { get; init; }
    /// <summary>Hours a day; only with <c>timezone</c>.</summary>
    [FromQuery(Name = "overlap"), ReadAs(Reading.Whole, 1, 8)] public string? Overlap { get; init; }
    /// <summary>ISO 639.</summary>
    [FromQuery(Name = "language")] public string? Language { get; init; }
    /// <summary>At least so many free hours a week.</summary>
    [FromQuery(Name = "hours"), ReadAs(Reading.Whole, 1, 80)] public string? Hours { get; init; }
    /// <summary>true: could start within a week.</summary>
    [FromQuery(Name = "available"), ReadAs(Reading.Flag)] public string? Available { get; init; }
    /// <summary>At least so many stars, 1 to 5.</summary>
    [FromQuery(Name = "rating"), ReadAs(Reading.Whole, 1, 5)] public string? Rating { get; init; }
    /// <summary>true: at least one verified skill.</summary>
    [FromQuery(Name = "verified"), ReadAs(Reading.Flag)] public string? Verified { get; init; }
    /// <summary>A skill that a piece of the portfolio was made with, or words that stand in it.</summary>
    [FromQuery(Name = "portfolio")] public string? Portfolio { get; init; }
    /// <summary>One of your jobs, to order by match.</summary>
    [FromQuery(Name = "job")] public string? Job { get; init; }
    /// <summary>relevance, match, rate, newest or reputation.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; init; }
    /// <summary>Instead of a cursor, for the first 5,000 pages.</summary>
    [FromQuery(Name = "page"), ReadAs(Reading.Whole, 1, 5_000)] public string? Page { get; init; }
    /// <summary>What <c>next</c> said of the page before.</summary>
    [FromQuery(Name = "cursor")] public string? Cursor { get; init; }
    /// <summary>Results a page; 20 when not said.</summary>
    [FromQuery(Name = "limit"), ReadAs(Reading.Whole, 1, 100)] public string? Limit { get; init; }

    public static TalentAsked From(IQueryCollection q) => new()
    {
        Q = q["q"], Skills = q["skills"], Category = q["category"], MinRate = q["min_rate"], MaxRate = q["max_rate"],
        Currency = q["currency"], Country = q["country"], Timezone = q["timezone"], Overlap = q["overlap"],
        Language = q["language"], Hours = q["hours"], Available = q["available"], Rating = q["rating"],
        Verified = q["verified"], Portfolio = q["portfolio"], Job = q["job"], Sort = q["sort"], Page = q["page"],
        Cursor = q["cursor"],
    };
}

/// <summary>
/// Finds freelancers in the market's index; what is shown of them is read from the database.
/// </summary>
sealed class TalentSearch(MarketIndex index, ReadShown read, Skills skills, JobBoard board, TimeProvider clock)
{
    public const int PageSize = 20;

    static readonly string[] facets =
        [TalentColumns.Country, TalentColumns.Language, SearchSchema.Skills, TalentColumns.Category];

    public async Task<Results<ShownFreelancer>> Run(
        TalentAsked asked, Guid? reader, CancellationToken ct, bool countOnly = false)
    {
        var market = await index.Now(ct);
        var input = new SearchInput();
        var text = input.Read(asked.Q, skills, market.Talent, isOfPeople: true, Visible(reader));
        var wanted = input.Skills(asked.Skills, skills);
        var conditions = Conditions(asked, input, wanted, text, reader, market.Talent);
        var sort = input.Choice<TalentSort>(asked.Sort, "sort");
        var (page, limit) = (input.Number(asked.Page, "page", 1, 5_000), input.Number(asked.Limit, "limit", 1, 100));
        var job = Guid.TryParse(asked.Job, out var id) ? id : (Guid?)null;
        if (!string.IsNullOrEmpty(asked.Job) && job is null) input.Errors["job"] = $"Choose one of your jobs.";
        if (sort == TalentSort.Match && job is null)
            input.Errors.TryAdd("sort", $"Choose a job to order by match to it.");
        if (input.Errors.Count > 0) return Results<ShownFreelancer>.Unreadable(input.Errors);
        if (countOnly) return Results<ShownFreelancer>.Of(market.Talent.Find(new() { Conditions = conditions }), []);

        var prepared = job is { } one ? await Prepare(one, reader, market, ct) : null;
        sort ??= prepared is not null ? TalentSort.Match
            : text.IsEmpty && wanted.Count == 0 ? TalentSort.Reputation : TalentSort.Relevance;
        var skillIds = wanted.Select(w => w.Skill.Id).Concat(text.SkillIds).Distinct().ToArray();
        var size = limit ?? PageSize;
        var query = new SearchQuery
        {
            Conditions = conditions, Facets = facets, MostValues = Ordering.MostValues,
            Rank = Rank(sort.Value, text, skillIds),
            After = Ordering.After(asked.Cursor), Take = size,
            Skip = asked.Cursor is null ? ((page ?? 1) - 1) * size : 0,
        };
        var found = sort == TalentSort.Match ? ByMatch(query, market, prepared!) : market.Talent.Find(query);
        var entries = await read.Freelancers([.. found.Hits.Select(h => h.Id)], ct);
        return Results<ShownFreelancer>.Of(found, found.Hits.Where(h => entries.ContainsKey(h.Id))
            .Select(h => Hit(h, entries[h.Id], skillIds, text, prepared, market)), text.Read);
    }

    /// <summary>Of some people, those chosen among whoever answers to everything asked; unranked.</summary>
    public async Task<IReadOnlyList<Hit<ShownFreelancer>>> Among(TalentAsked asked, IReadOnlyCollection<Guid> people,
        Func<IReadOnlyCollection<Guid>, IReadOnlyList<Guid>> choose, Guid? reader, CancellationToken ct)
    {
        var market = await index.Now(ct);
        var input = new SearchInput();
        var text = input.Read(asked.Q, skills, market.Talent, isOfPeople: true, Visible(reader));
        var wanted = input.Skills(asked.Skills, skills);
        var conditions = Conditions(asked, input, wanted, text, reader, market.Talent);
        if (input.Errors.Count > 0) return [];
        var chosen = choose([.. people.Where(id => market.Talent.Meets(id, conditions))]);
        var entries = await read.Freelancers([.. chosen], ct);
        var skillIds = wanted.Select(w => w.Skill.Id).Concat(text.SkillIds).Distinct().ToArray();
        return [.. chosen.Where(entries.ContainsKey)
            .Select(id => Hit(new(id, 0), entries[id], skillIds, text, null, market))];
    }

    async Task<PreparedJob> Prepare(Guid job, Guid? reader, Market market, CancellationToken ct)
    {
        var view = await board.One(job, reader, ct);
        if (view.ClientId != reader) throw new Missing("job");
        return market.Engine.Prepare(view.Document(clock.Today()));
    }

    SearchFound ByMatch(SearchQuery query, Market market, PreparedJob job) => Ordering.ByMatch(query, market.Talent,
        (k, set, after) => Ranker.TopIds(job, market.Engine, clock.Today(), k, set, after));

    int? Points(Guid id, PreparedJob job, Market market) =>
        market.Engine.Freelancer(id, job) is { } them ? Scorer.Points(job, them, clock.Today()) : null;

    static SearchRank Rank(TalentSort sort, SearchText text, int[] skills) => sort switch
    {
        TalentSort.Rate => new() { Number = TalentColumns.Rate, Ascending = true },
        TalentSort.Newest => new() { Number = TalentColumns.Published },
        TalentSort.Relevance => new()
        {
            Text = text.Query, Skills = [.. skills.Select(skill => (skill, worth))],
            Number = TalentColumns.Standing, Divisor = 10,
        },
        _ => new() { Number = TalentColumns.Standing },
    };

    // A skill that was asked for counts 300, and 60 more for each level.
    static readonly int[] worth = [0, 0, .. Enumerable.Range(2, 20).Select(code => 300 + 60 * (code / 2))];

    static SearchCondition[] Visible(Guid? reader) => reader is not null ? [] :
        [new AnyOf("visible", [new(SearchKey.Label(TalentColumns.Flag, TalentColumns.ForEveryone))])];

    List<SearchCondition> Conditions(TalentAsked asked, SearchInput input,
        IReadOnlyList<(Skill Skill, int? Level)> wanted, SearchText text, Guid? reader, SearchIndex talent)
    {
        var all = new List<SearchCondition>();
        void Label(string dimension, string label, params IEnumerable<string> values) =>
            all.Add(new AnyOf(dimension, [.. values.Select(v => new Sought(SearchKey.Label(label, v)))]));
        void Between(string dimension, int number, long least, long most = long.MaxValue) =>
            all.Add(new Between(dimension, number, least, most));

        all.AddRange(Visible(reader));
        all.AddRange(text.Conditions);
        foreach (var (skill, level) in wanted)
            all.Add(new AnyOf("skills", [new(SearchKey.Skill(skill.Id), SkillMark.Least(level ?? 1))]));
        if (input.Category(asked.Category, skills) is { } category)
            Label("category", TalentColumns.Category, category);
        var currency = input.Currency(asked.Currency);
        var (min, max) = (input.Amount(asked.MinRate, "min_rate", currency),
            input.Amount(asked.MaxRate, "max_rate", currency));
        input.Range(min, max, "min_rate");
        if (min is not null || max is not null)
        {
            Label("rate", TalentColumns.Currency, currency);
            Between("rate", TalentColumns.Rate, min?.Minor ?? 0, max?.Minor ?? long.MaxValue);
        }
        if (input.Country(asked.Country) is { } country)
            Label("country", TalentColumns.Country, country);
        if (input.Language(asked.Language) is { } language)
            Label("language", TalentColumns.Language, language);
        var overlap = input.Number(asked.Overlap, "overlap", 1, 8) ?? 4;
        if (input.Zone(asked.Timezone, clock.Now()) is { } zone)
            Label("timezone", TalentColumns.Zone, input.Sharing(zone, overlap, talent.Values("zone"), clock.Now()));
        if (input.Number(asked.Hours, "hours", 1, 80) is { } hours) Between("hours", TalentColumns.Hours, hours);
        if (input.Flag(asked.Available, "available"))
        {
            Label("available", TalentColumns.Flag, TalentColumns.Free);
            Between("available", TalentColumns.Start, 0, clock.Today().AddDays(7).DayNumber);
        }
        if (input.Number(asked.Rating, "rating", 1, 5) is { } stars)
            Between("rating", TalentColumns.Stars, stars * TalentColumns.StarsScale);
        if (input.Flag(asked.Verified, "verified")) Label("verified", TalentColumns.Flag, TalentColumns.Verified);
        if (input.Text(asked.Portfolio, "portfolio") is { } shown) all.AddRange(Shown(shown, input, talent));
        return all;
    }

    // A piece of work made with the skill of that name, or one that says every word.
    SearchCondition[] Shown(string typed, SearchInput input, SearchIndex talent)
    {
        Sought[] made = skills.Find(typed) is { } skill ? [new(SearchKey.ShownSkill(skill.Id))] : [];
        var said = TermVector.Of(typed).Hashes.ToArray().Select(SearchKey.Shown).ToArray();
        if (made.Length == 0 && !(said.Length > 0 && said.All(talent.HasAnyone))) input.Errors["portfolio"] =
            $"“{typed}” is neither a skill nor in any portfolio. Name a skill, or a word of the work.";
        return [.. said.Select(word => new AnyOf("portfolio", [new(word), .. made]))];
    }

    static int Level(ShownFreelancer entry, int skill)
    {
        foreach (var one in entry.Card.Skills)
            if (one.SkillId == skill) return one.Level;
        return 0;
    }

    Hit<ShownFreelancer> Hit(SearchHit hit, ShownFreelancer entry, int[] wanted, SearchText text, PreparedJob? job,
        Market market)
    {
        var matched = wanted.Where(skill => Level(entry, skill) > 0).ToArray();
        var match = job is null ? null : Points(hit.Id, job, market);
        return new(entry, hit.Id, hit.Key, match is { } points ? Match.Rounded(points) : null, matched,
            text.Heard(market.Talent.Keys(hit.Id), skill => Level(entry, skill) > 0, () => entry.Card.Headline));
    }
}
