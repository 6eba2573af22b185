using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
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
    [FromQuery(Name = "category")] public string? Category { get; init; }
    /// <summary>In major units of the currency, per hour.</summary>
    [FromQuery(Name = "min_rate")] public string? MinRate { get; init; }
    [FromQuery(Name = "max_rate")] public string? MaxRate { get; init; }
    [FromQuery(Name = "currency")] public string? Currency { get; init; }
    /// <summary>ISO 3166 alpha-2.</summary>
    [FromQuery(Name = "country")] public string? Country { get; init; }
    /// <summary>IANA name; with <c>overlap</c> working hours shared a day, 4 when not said.</summary>
    [FromQuery(Name = "timezone")] public string? Timezone { get; init; }
    [FromQuery(Name = "overlap")] public string? Overlap { get; init; }
    /// <summary>ISO 639.</summary>
    [FromQuery(Name = "language")] public string? Language { get; init; }
    /// <summary>At least so many free hours a week.</summary>
    [FromQuery(Name = "hours")] public string? Hours { get; init; }
    /// <summary>"true": could start within a week.</summary>
    [FromQuery(Name = "available")] public string? Available { get; init; }
    /// <summary>At least so many stars, 1 to 5.</summary>
    [FromQuery(Name = "rating")] public string? Rating { get; init; }
    /// <summary>"true": at least one verified skill.</summary>
    [FromQuery(Name = "verified")] public string? Verified { get; init; }
    /// <summary>Words that stand in the portfolio.</summary>
    [FromQuery(Name = "portfolio")] public string? Portfolio { get; init; }
    /// <summary>One of your jobs, to order by match.</summary>
    [FromQuery(Name = "job")] public string? Job { get; init; }
    /// <summary>relevance, match, rate, newest or reputation.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; init; }
    [FromQuery(Name = "page")] public string? Page { get; init; }
    [FromQuery(Name = "cursor")] public string? Cursor { get; init; }
    [FromQuery(Name = "limit")] public string? Limit { get; init; }

    public static TalentAsked From(IQueryCollection q) => new()
    {
        Q = q["q"], Skills = q["skills"], Category = q["category"], MinRate = q["min_rate"], MaxRate = q["max_rate"],
        Currency = q["currency"], Country = q["country"], Timezone = q["timezone"], Overlap = q["overlap"],
        Language = q["language"], Hours = q["hours"], Available = q["available"], Rating = q["rating"],
        Verified = q["verified"], Portfolio = q["portfolio"], Job = q["job"], Sort = q["sort"], Page = q["page"],
    };
}

/// <summary>Finds freelancers in the market; costs no query unless it is ordered by match to a job.</summary>
sealed class TalentSearch(MarketIndex index, SearchWords vocabulary, Skills skills, JobBoard board, TimeProvider clock)
{
    public const int PageSize = 20;

    static readonly Facet<FreelancerEntry>[] facets =
    [
        new("country", f => f.Card.Country is { } country ? [country] : []),
        new("language", f => f.Card.Languages),
        new("skills", f => f.Card.Skills.Select(s => s.SkillId.ToString())),
    ];

    public async Task<Results<FreelancerEntry>> Run(TalentAsked asked, Guid? reader, CancellationToken ct)
    {
        var market = await index.Now(ct);
        var input = new SearchInput();
        var text = new SearchText(input.Text(asked.Q, "q"), skills, vocabulary.Talent(market));
        var wanted = input.Skills(asked.Skills, skills);
        var conditions = Conditions(asked, input, wanted, text, reader);
        var sort = input.Choice<TalentSort>(asked.Sort, "sort");
        var (page, limit) = (input.Number(asked.Page, "page", 1, 5_000), input.Number(asked.Limit, "limit", 1, 100));
        var job = Guid.TryParse(asked.Job, out var id) ? id : (Guid?)null;
        if (!string.IsNullOrEmpty(asked.Job) && job is null) input.Errors["job"] = $"Choose one of your jobs.";
        if (sort == TalentSort.Match && job is null)
            input.Errors.TryAdd("sort", $"Choose a job to order by match to it.");
        if (input.Errors.Count > 0) return Results<FreelancerEntry>.Unreadable(input.Errors);

        var prepared = job is { } one ? await Prepare(one, reader, market, ct) : null;
        sort ??= prepared is not null ? TalentSort.Match
            : text.IsEmpty && wanted.Count == 0 ? TalentSort.Reputation : TalentSort.Relevance;
        var sifted = Sieve.Run(market.Freelancers.Values, conditions, [.. facets, Categories()]);
        var skillIds = wanted.Select(w => w.Skill.Id).Concat(text.SkillIds).Distinct().ToArray();
        var hits = sifted.Found.ConvertAll(f => Hit(f, skillIds, text, prepared, market, sort.Value));
        return Ordering.Page(hits, sifted.Facets, page, asked.Cursor, limit ?? PageSize);
    }

    async Task<PreparedJob> Prepare(Guid job, Guid? reader, Market market, CancellationToken ct)
    {
        var view = await board.One(job, reader, ct);
        if (view.ClientId != reader) throw new Missing("job");
        return market.Engine.Prepare(view.Document(clock.Today()));
    }

    Facet<FreelancerEntry> Categories() =>
        new("category", f => f.Card.Skills.Select(s => skills.Find(s.SkillId)?.Category).OfType<string>());

    List<Condition<FreelancerEntry>> Conditions(TalentAsked asked, SearchInput input,
        IReadOnlyList<(Skill Skill, int? Level)> wanted, SearchText text, Guid? reader)
    {
        var all = new List<Condition<FreelancerEntry>>();
        void Add(string dimension, Func<FreelancerEntry, bool> holds) => all.Add(new(dimension, holds));

        if (reader is null) Add("visible", f => f.Card.Visibility == Visibility.Everyone);
        if (!text.IsEmpty) Add("q", f => text.Matches(f.Words, skill => Level(f, skill) > 0));
        foreach (var (skill, level) in wanted) Add("skills", f => Level(f, skill.Id) >= (level ?? 1));
        if (input.Category(asked.Category, skills) is { } category)
            Add("category", f => f.Card.Skills.Any(s => category.Contains(skills.Find(s.SkillId)?.Category ?? "")));
        var currency = input.Currency(asked.Currency);
        if (input.Amount(asked.MinRate, "min_rate", currency) is { } min)
            Add("rate", f => f.Card.Rate is { } r && r.Currency == currency && r >= min);
        if (input.Amount(asked.MaxRate, "max_rate", currency) is { } max)
            Add("rate", f => f.Card.Rate is { } r && r.Currency == currency && r <= max);
        if (input.Text(asked.Country, "country") is { } country)
            Add("country", f => string.Equals(f.Card.Country, country, StringComparison.OrdinalIgnoreCase));
        if (input.Text(asked.Language, "language") is { } language)
            Add("language", f => f.Card.Languages.Contains(language, StringComparer.OrdinalIgnoreCase));
        var overlap = input.Number(asked.Overlap, "overlap", 1, 8) ?? 4;
        if (input.Zone(asked.Timezone, clock.Now()) is { } zone) Add("timezone", f =>
            f.Document.TimezoneMinutes is { } theirs && SearchInput.SharedHours(zone, theirs) >= overlap);
        if (input.Number(asked.Hours, "hours", 1, 80) is { } hours) Add("hours", f => f.Card.WeeklyHours >= hours);
        var soon = clock.Today().AddDays(7);
        if (input.Flag(asked.Available, "available"))
            Add("available", f => f.Card.WeeklyHours is not 0
                && (f.Card.EarliestStart is not { } start || start <= soon));
        if (input.Number(asked.Rating, "rating", 1, 5) is { } stars) Add("rating", f => f.Stars >= stars);
        if (input.Flag(asked.Verified, "verified")) Add("verified", f => f.Card.Skills.Any(s => s.IsVerified));
        if (input.Text(asked.Portfolio, "portfolio") is { } shown)
        {
            var words = TermVector.Of(shown).Hashes.ToArray();
            Add("portfolio", f => Array.TrueForAll(words, word => f.Shown.Hashes.BinarySearch(word) >= 0));
        }
        return all;
    }

    static int Level(FreelancerEntry entry, int skill)
    {
        foreach (var one in entry.Card.Skills)
            if (one.SkillId == skill) return one.Level;
        return 0;
    }

    Hit<FreelancerEntry> Hit(FreelancerEntry entry, int[] wanted, SearchText text, PreparedJob? job, Market market,
        TalentSort sort)
    {
        var matched = wanted.Where(skill => Level(entry, skill) > 0).ToArray();
        var match = job is null || market.Engine.Freelancer(entry.Card.AccountId, job) is not { } me ? (int?)null
            : Scorer.Points(job, me, clock.Today());
        long key = sort switch
        {
            TalentSort.Match => match ?? 0,
            TalentSort.Rate => -(entry.Card.Rate?.Minor ?? long.MaxValue / 2),
            TalentSort.Newest => entry.Card.PublishedAt?.Ticks ?? 0,
            TalentSort.Reputation => Standing(entry),
            _ => text.Relevance(entry.Words) + matched.Sum(s => 300 + 60 * Level(entry, s)) + Standing(entry) / 10,
        };
        return new(entry, entry.Card.AccountId, key,
            match is { } points ? (points + Weights.Scale / 2) / Weights.Scale : null, matched,
            text.Heard(entry.Words, skill => Level(entry, skill) > 0));
    }

    // Few reviews stay near 600, as in the match, so that one review is not the top of the list.
    static int Standing(FreelancerEntry f) => ((f.Score ?? 0) * f.Reviews + 600 * 5) / (f.Reviews + 5);
}
