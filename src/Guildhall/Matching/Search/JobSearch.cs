using Guildhall.Engine.Matching;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
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
    [FromQuery(Name = "category")] public string? Category { get; init; }
    /// <summary>project, codeReview, bugFix, feature, apiIntegration, performance or securityAudit.</summary>
    [FromQuery(Name = "type")] public string? Type { get; init; }
    /// <summary>fixed or hourly.</summary>
    [FromQuery(Name = "pay")] public string? Pay { get; init; }
    /// <summary>In major units of the currency: of the whole, or of an hour.</summary>
    [FromQuery(Name = "min_budget")] public string? MinBudget { get; init; }
    [FromQuery(Name = "max_budget")] public string? MaxBudget { get; init; }
    [FromQuery(Name = "currency")] public string? Currency { get; init; }
    /// <summary>Posted within so many days.</summary>
    [FromQuery(Name = "posted")] public string? Posted { get; init; }
    /// <summary>IANA name; with <c>overlap</c> working hours shared a day with the client, 4 when not said.</summary>
    [FromQuery(Name = "timezone")] public string? Timezone { get; init; }
    [FromQuery(Name = "overlap")] public string? Overlap { get; init; }
    /// <summary>open.</summary>
    [FromQuery(Name = "status")] public string? Status { get; init; }
    /// <summary>relevance, match (with your own profile), budget or newest.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; init; }
    [FromQuery(Name = "page")] public string? Page { get; init; }
    [FromQuery(Name = "cursor")] public string? Cursor { get; init; }
    [FromQuery(Name = "limit")] public string? Limit { get; init; }

    public static JobsAsked From(IQueryCollection q) => new()
    {
        Q = q["q"], Skills = q["skills"], Category = q["category"], Type = q["type"], Pay = q["pay"],
        MinBudget = q["min_budget"], MaxBudget = q["max_budget"], Currency = q["currency"], Posted = q["posted"],
        Timezone = q["timezone"], Overlap = q["overlap"], Status = q["status"], Sort = q["sort"], Page = q["page"],
    };
}

/// <summary>Finds open jobs in the market; costs no query.</summary>
sealed class JobSearch(MarketIndex index, SearchWords vocabulary, Skills skills, TimeProvider clock)
{
    static readonly Facet<JobEntry>[] facets =
    [
        new("category", j => j.View.Brief.Category is { } category ? [category] : []),
        new("type", j => [j.View.Brief.Kind.ToString()]),
        new("pay", j => [j.View.Brief.Pay.ToString()]),
        new("skills", j => j.View.Brief.Skills.Select(s => s.SkillId.ToString())),
    ];

    public async Task<Results<JobEntry>> Run(JobsAsked asked, Guid? reader, CancellationToken ct)
    {
        var market = await index.Now(ct);
        var input = new SearchInput();
        var text = new SearchText(input.Text(asked.Q, "q"), skills, vocabulary.Jobs(market));
        var wanted = input.Skills(asked.Skills, skills);
        var conditions = Conditions(asked, input, wanted, text);
        var sort = input.Choice<JobSort>(asked.Sort, "sort");
        var (page, limit) = (input.Number(asked.Page, "page", 1, 5_000), input.Number(asked.Limit, "limit", 1, 100));
        var me = reader is { } id && market.Freelancers.TryGetValue(id, out var profile)
            ? new PreparedFreelancer(profile.Document) : null;
        if (sort == JobSort.Match && me is null)
            input.Errors.TryAdd("sort", $"Show your freelancer profile first: the match is made with it.");
        if (input.Errors.Count > 0) return Results<JobEntry>.Unreadable(input.Errors);

        sort ??= text.IsEmpty && wanted.Count == 0 ? JobSort.Newest : JobSort.Relevance;
        var sifted = Sieve.Run(market.Jobs.Values, conditions, facets);
        var skillIds = wanted.Select(w => w.Skill.Id).Concat(text.SkillIds).Distinct().ToArray();
        var hits = sifted.Found.ConvertAll(j => Hit(j, skillIds, text, me, market, sort.Value));
        return Ordering.Page(hits, sifted.Facets, page, asked.Cursor, limit ?? TalentSearch.PageSize);
    }

    List<Condition<JobEntry>> Conditions(
        JobsAsked asked, SearchInput input, IReadOnlyList<(Skill Skill, int? Level)> wanted, SearchText text)
    {
        var all = new List<Condition<JobEntry>>();
        void Add(string dimension, Func<JobEntry, bool> holds) => all.Add(new(dimension, holds));

        if (!text.IsEmpty) Add("q", j => text.Matches(j.Words, skill => Need(j, skill) is not null));
        foreach (var (skill, level) in wanted)
            Add("skills", j => Need(j, skill.Id) is { } need && (level is null || need.MinLevel <= level));
        if (input.Category(asked.Category, skills) is { } category)
            Add("category", j => category.Contains(j.View.Brief.Category ?? ""));
        if (input.Choice<JobKind>(asked.Type, "type") is { } kind) Add("type", j => j.View.Brief.Kind == kind);
        if (input.Choice<PayType>(asked.Pay, "pay") is { } pay) Add("pay", j => j.View.Brief.Pay == pay);
        var currency = input.Currency(asked.Currency);
        if (input.Amount(asked.MinBudget, "min_budget", currency) is { } min)
            Add("budget", j => j.View.Brief.Currency == currency && (j.View.Brief.MaxMinor ?? 0) >= min.Minor);
        if (input.Amount(asked.MaxBudget, "max_budget", currency) is { } max)
            Add("budget", j => j.View.Brief.Currency == currency
                && (j.View.Brief.MinMinor ?? j.View.Brief.MaxMinor) <= max.Minor);
        if (input.Number(asked.Posted, "posted", 1, 365) is { } days)
        {
            var since = clock.Now().AddDays(-days);
            Add("posted", j => j.View.PublishedAt >= since);
        }
        var overlap = input.Number(asked.Overlap, "overlap", 1, 8) ?? 4;
        var now = clock.Now();
        if (input.Zone(asked.Timezone, now) is { } zone)
            Add("timezone", j => TimeZoneInfo.TryFindSystemTimeZoneById(j.Client.TimeZone, out var theirs)
                && SearchInput.SharedHours(zone, (int)theirs.GetUtcOffset(now).TotalMinutes) >= overlap);
        input.Choice<JobStatus>(asked.Status, "status");
        return all;
    }

    static SkillNeed? Need(JobEntry job, int skill)
    {
        foreach (var need in job.View.Brief.Skills)
            if (need.SkillId == skill) return need;
        return null;
    }

    Hit<JobEntry> Hit(
        JobEntry entry, int[] wanted, SearchText text, PreparedFreelancer? me, Market market, JobSort sort)
    {
        var matched = wanted.Where(skill => Need(entry, skill) is not null).ToArray();
        var match = me is null || market.Engine.Job(entry.View.Id) is not { } job ? (int?)null
            : Scorer.Points(job, me, clock.Today());
        var newest = entry.View.PublishedAt?.Ticks ?? 0;
        long key = sort switch
        {
            JobSort.Match => match ?? 0,
            JobSort.Budget => entry.View.Brief.MaxMinor ?? 0,
            JobSort.Newest => newest,
            _ => text.Relevance(entry.Words) + matched.Sum(s => Need(entry, s)!.Required ? 500 : 300),
        };
        return new(entry, entry.View.Id, key, match is { } points ? (points + Weights.Scale / 2) / Weights.Scale : null,
            matched, text.Heard(entry.Words, skill => Need(entry, skill) is not null));
    }
}
