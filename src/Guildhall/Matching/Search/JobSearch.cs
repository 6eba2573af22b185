using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Matching;

public enum JobSort { Relevance, Match, Budget, Newest }

/// <summary>The only state in which a job can be found here; other states are on the job's page.</summary>
public enum JobStatus { Open }

/// <summary>What a search for jobs may ask, as it stands in the address.</summary>
public sealed record JobsAsked
{
    /// <summary>Words and skills; typing mistakes are forgiven.</summary>
    [FromQuery(Name = "q")] public string? Q { get; init; }
    /// <summary>Skills the work asks for; with a level, at most that level: "Python 7, Docker".</summary>
    [FromQuery(Name = "skills")] public string? Skills { get; init; }
    /// <summary>The slug of a category.</summary>
    [FromQuery(Name = "category")] public string? Category { get; init; }
    /// <summary>project, codeReview, bugFix, feature, apiIntegration, performance or securityAudit.</summary>
    [FromQuery(Name = "type")] public string? Type { get; init; }
    /// <summary>fixed or hourly.</summary>
    [FromQuery(Name = "pay")] public string? Pay { get; init; }
    /// <summary>At least, in major units of the currency: for the whole, or for an hour.</summary>
    [FromQuery(Name = "min_budget"), ReadAs(Reading.Amount)] public string? MinBudget { get; init; }
    /// <summary>The same, at most.</summary>
    [FromQuery(Name = "max_budget"), ReadAs(Reading.Amount)] public string? MaxBudget { get; init; }
    /// <summary>ISO 4217; USD when not said.</summary>
    [FromQuery(Name = "currency")] public string? Currency { get; init; }
    /// <summary>Posted within so many days.</summary>
    [FromQuery(Name = "posted"), ReadAs(Reading.Whole, 1, 365)] public string? Posted { get; init; }
    /// <summary>Where the client is, ISO 3166 alpha-2.</summary>
    [FromQuery(Name = "country")] public string? Country { get; init; }
    /// <summary>A language the work is done in, ISO 639-1; jobs that name none are not found by it.</summary>
    [FromQuery(Name = "language")] public string? Language { get; init; }
    /// <summary>IANA name; with <c>overlap</c> working hours shared a day with the client, 4 when not said.</summary>
    [FromQuery(Name = "timezone")] public string? Timezone { get; init; }
    /// <summary>Hours a day; only with <c>timezone</c>.</summary>
    [FromQuery(Name = "overlap"), ReadAs(Reading.Whole, 1, 8)] public string? Overlap { get; init; }
    /// <summary>open: others cannot be searched.</summary>
    [FromQuery(Name = "status")] public string? Status { get; init; }
    /// <summary>relevance, match (with your own profile), budget or newest.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; init; }
    /// <summary>Instead of a cursor, for the first 5,000 pages.</summary>
    [FromQuery(Name = "page"), ReadAs(Reading.Whole, 1, 5_000)] public string? Page { get; init; }
    /// <summary>What <c>next</c> said of the page before.</summary>
    [FromQuery(Name = "cursor")] public string? Cursor { get; init; }
    /// <summary>Results a page; 20 when not said.</summary>
    [FromQuery(Name = "limit"), ReadAs(Reading.Whole, 1, 100)] public string? Limit { get; init; }

    public static JobsAsked From(IQueryCollection q) => new()
    {
        Q = q["q"], Skills = q["skills"], Category = q["category"], Type = q["type"], Pay = q["pay"],
        MinBudget = q["min_budget"], MaxBudget = q["max_budget"], Currency = q["currency"], Posted = q["posted"],
        Country = q["country"], Language = q["language"], Timezone = q["timezone"], Overlap = q["overlap"],
        Status = q["status"], Sort = q["sort"], Page = q["page"], Cursor = q["cursor"],
    };
}

/// <summary>Finds open jobs in the market's index; what is shown of them is read from the database.</summary>
sealed class JobSearch(
    MarketIndex index, ReadMarket people, ReadShown read, Skills skills, TimeProvider clock)
{
    static readonly string[] facets =
    [
        JobColumns.Category, JobColumns.Type, JobColumns.Pay, JobColumns.Country, JobColumns.Language,
        SearchSchema.Skills,
    ];

    public async Task<Results<JobView>> Run(
        JobsAsked asked, Guid? reader, CancellationToken ct, bool countOnly = false)
    {
        var market = await index.Now(ct);
        var input = new SearchInput();
        var text = input.Read(asked.Q, skills, market.Work);
        var wanted = input.Skills(asked.Skills, skills);
        var conditions = Conditions(asked, input, wanted, text, market.Work);
        var sort = input.Choice<JobSort>(asked.Sort, "sort");
        var (page, limit) = (input.Number(asked.Page, "page", 1, 5_000), input.Number(asked.Limit, "limit", 1, 100));
        var me = sort != JobSort.Match && countOnly ? null : await Prepared(reader, market, ct);
        if (sort == JobSort.Match && me is null)
            input.Errors.TryAdd("sort", $"Show your freelancer profile first: the match is made with it.");
        if (input.Errors.Count > 0) return Results<JobView>.Unreadable(input.Errors);
        if (countOnly) return Results<JobView>.Of(market.Work.Find(new() { Conditions = conditions }), []);

        sort ??= text.IsEmpty && wanted.Count == 0 ? JobSort.Newest : JobSort.Relevance;
        var skillIds = wanted.Select(w => w.Skill.Id).Concat(text.SkillIds).Distinct().ToArray();
        var size = limit ?? TalentSearch.PageSize;
        var query = new SearchQuery
        {
            Conditions = conditions, Facets = facets, MostValues = Ordering.MostValues,
            Rank = Rank(sort.Value, text, skillIds),
            After = Ordering.After(asked.Cursor), Take = size,
            Skip = asked.Cursor is null ? ((page ?? 1) - 1) * size : 0,
        };
        var found = sort == JobSort.Match ? ByMatch(query, market, me!) : market.Work.Find(query);
        var entries = await read.Jobs([.. found.Hits.Select(h => h.Id)], ct);
        return Results<JobView>.Of(found, found.Hits.Where(h => entries.ContainsKey(h.Id))
            .Select(h => Hit(h, entries[h.Id], skillIds, text, me, market)), text.Read);
    }

    async Task<PreparedFreelancer?> Prepared(Guid? reader, Market market, CancellationToken ct) =>
        reader is { } id && market.Engine.HasFreelancer(id) ? (await people.One(id, ct))?.Prepared : null;

    SearchFound ByMatch(SearchQuery query, Market market, PreparedFreelancer me) => Ordering.ByMatch(query, market.Work,
        (k, set, after) => Ranker.TopJobIds(me, market.Engine, clock.Today(), k, set.Contains, after));

    int? Points(Guid id, PreparedFreelancer me, Market market) =>
        market.Engine.Job(id) is { } job ? Scorer.Points(job, me, clock.Today()) : null;

    static SearchRank Rank(JobSort sort, SearchText text, int[] skills) => sort switch
    {
        JobSort.Budget => new() { Number = JobColumns.Most },
        JobSort.Relevance => new() { Text = text.Query, Skills = [.. skills.Select(skill => (skill, worth))] },
        _ => new() { Number = JobColumns.Published },
    };

    // A skill that was asked for counts 500 where it is required, 300 where it is welcome.
    static readonly int[] worth = [0, 0, .. Enumerable.Range(2, 20).Select(code => code % 2 == 1 ? 500 : 300)];

    List<SearchCondition> Conditions(JobsAsked asked, SearchInput input,
        IReadOnlyList<(Skill Skill, int? Level)> wanted, SearchText text, SearchIndex work)
    {
        var all = new List<SearchCondition>();
        void Label(string dimension, string label, params IEnumerable<string> values) =>
            all.Add(new AnyOf(dimension, [.. values.Select(v => new Sought(SearchKey.Label(label, v)))]));

        all.AddRange(text.Conditions);
        foreach (var (skill, level) in wanted)
            all.Add(new AnyOf("skills", [new(SearchKey.Skill(skill.Id), 1, SkillMark.Most(level ?? 10))]));
        if (input.Category(asked.Category, skills) is { } category) Label("category", JobColumns.Category, category);
        if (input.Choice<JobKind>(asked.Type, "type") is { } kind) Label("type", JobColumns.Type, $"{kind}");
        if (input.Choice<PayType>(asked.Pay, "pay") is { } pay) Label("pay", JobColumns.Pay, $"{pay}");
        var currency = input.Currency(asked.Currency);
        var (min, max) = (input.Amount(asked.MinBudget, "min_budget", currency),
            input.Amount(asked.MaxBudget, "max_budget", currency));
        input.Range(min, max, "min_budget");
        if (min is not null || max is not null) Label("budget", JobColumns.Currency, currency);
        if (min is { } least) all.Add(new Between("budget", JobColumns.Most, least.Minor, long.MaxValue));
        if (max is { } most) all.Add(new Between("budget", JobColumns.Least, 0, most.Minor));
        if (input.Number(asked.Posted, "posted", 1, 365) is { } days)
            all.Add(new Between("posted", JobColumns.Published, clock.Now().AddDays(-days).Ticks, long.MaxValue));
        if (input.Country(asked.Country) is { } country)
            Label("country", JobColumns.Country, country);
        if (input.Language(asked.Language) is { } language)
            Label("language", JobColumns.Language, language);
        var overlap = input.Number(asked.Overlap, "overlap", 1, 8) ?? 4;
        if (input.Zone(asked.Timezone, clock.Now()) is { } zone)
            Label("timezone", JobColumns.Zone, input.Sharing(zone, overlap, work.Values("zone"), clock.Now()));
        input.Choice<JobStatus>(asked.Status, "status");
        return all;
    }

    static SkillNeed? Need(JobView job, int skill)
    {
        foreach (var need in job.Brief.Skills)
            if (need.SkillId == skill) return need;
        return null;
    }

    Hit<JobView> Hit(
        SearchHit hit, JobView entry, int[] wanted, SearchText text, PreparedFreelancer? me, Market market)
    {
        var match = me is null ? null : Points(hit.Id, me, market);
        return new(entry, hit.Id, hit.Key, match is { } points ? Match.Rounded(points) : null,
            [.. wanted.Where(skill => Need(entry, skill) is not null)],
            text.Heard(market.Work.Keys(hit.Id), skill => Need(entry, skill) is not null,
                () => $"{entry.Brief.Title}\n{entry.Brief.Description}"));
    }
}
