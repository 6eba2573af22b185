using System.Text.Json;
using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>
/// The inputs of a match as canonical JSON. Every field the scorer reads is here; <see cref="RationaleReader"/> reads
/// them.
/// </summary>
static class RationaleInputs
{
    public static void Write(Utf8JsonWriter w, JobDocument job, FreelancerDocument freelancer, Weights weights,
        TextCorpus corpus, SkillGraph graph)
    {
        w.WriteStartObject();
        w.WriteNumber("formula", Scorer.Formula);
        WriteWeights(w, weights);
        WriteGraph(w, job, graph, expected: weights.Expected > 0);
        WriteCorpus(w, job, corpus);
        WriteJob(w, job, weights.Meaning > 0);
        WriteFreelancer(w, freelancer, weights.Meaning > 0);
        w.WriteEndObject();
    }

    static void WriteWeights(Utf8JsonWriter w, Weights weights)
    {
        w.WriteStartObject("weights");
        w.WriteString("version", weights.Version);
        w.WriteNumber("skills", weights.Skills);
        w.WriteNumber("text", weights.Text);
        w.WriteNumber("availability", weights.Availability);
        w.WriteNumber("reputation", weights.Reputation);
        w.WriteNumber("rate", weights.Rate);
        w.WriteNumber("place", weights.Place);
        if (weights.Meaning > 0) w.WriteNumber("meaning", weights.Meaning);
        if (weights.Expected > 0) w.WriteNumber("expected", weights.Expected);
        w.WriteEndObject();
    }

    static void WriteGraph(Utf8JsonWriter w, JobDocument job, SkillGraph graph, bool expected)
    {
        w.WriteStartObject("graph");
        w.WriteString("version", graph.Version);
        w.WriteStartArray("edges");
        foreach (var skill in job.Requirements.Select(r => r.SkillId).Distinct().Order())
            foreach (var edge in graph.RelatedTo(skill))
            {
                w.WriteStartArray();
                w.WriteNumberValue(edge.Wanted);
                w.WriteNumberValue(edge.Known);
                w.WriteNumberValue(edge.Permille);
                w.WriteEndArray();
            }
        w.WriteEndArray();
        if (expected) WriteExpected(w, graph.Expect(job));
        w.WriteEndObject();
    }

    static void WriteExpected(Utf8JsonWriter w, ExpectedSkill[] expected)
    {
        w.WriteStartArray("expected");
        foreach (var one in expected)
        {
            w.WriteStartArray();
            w.WriteNumberValue(one.SkillId);
            w.WriteNumberValue(one.Permille);
            if (one.CauseSkill is { } skill) w.WriteNumberValue(skill);
            else w.WriteStringValue(one.CauseWords);
            w.WriteEndArray();
        }
        w.WriteEndArray();
    }

    static void WriteCorpus(Utf8JsonWriter w, JobDocument job, TextCorpus corpus)
    {
        w.WriteStartObject("corpus");
        w.WriteNumber("documents", corpus.Documents);
        w.WriteStartObject("frequencies");
        foreach (var term in TermVector.Of(job.Text).Terms.Order(StringComparer.Ordinal))
            w.WriteNumber(term, corpus.Frequency(TermVector.Hash(term)));
        w.WriteEndObject();
        w.WriteEndObject();
    }

    static void WriteJob(Utf8JsonWriter w, JobDocument job, bool meaning)
    {
        w.WriteStartObject("job");
        w.WriteString("id", job.Id);
        w.WriteNumber("today", job.Today.DayNumber);
        w.WriteStartArray("requirements");
        foreach (var requirement in job.Requirements)
        {
            w.WriteStartObject();
            w.WriteNumber("skill", requirement.SkillId);
            w.WriteNumber("level", requirement.MinLevel);
            w.WriteBoolean("required", requirement.Required);
            Numbers(w, "alternatives", requirement.Alternatives);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        if (job.Title.Length > 0) w.WriteString("title", job.Title);
        w.WriteString("text", job.Text);
        w.WriteString("pricing", job.Pricing.ToString());
        Optional(w, "min", job.MinMinor);
        Optional(w, "max", job.MaxMinor);
        w.WriteString("currency", job.Currency);
        Optional(w, "hours", job.Hours);
        Optional(w, "deadline", job.Deadline?.DayNumber);
        w.WriteNumber("complexity", job.Complexity);
        Optional(w, "timezone", job.TimezoneMinutes);
        w.WriteNumber("overlap", job.MinOverlapHours);
        Words(w, "languages", job.Languages);
        if (meaning) Numbers(w, "vector", job.Vector.Values);
        w.WriteEndObject();
    }

    static void WriteFreelancer(Utf8JsonWriter w, FreelancerDocument freelancer, bool meaning)
    {
        w.WriteStartObject("freelancer");
        w.WriteString("id", freelancer.Id);
        w.WriteStartArray("claims");
        foreach (var claim in freelancer.Claims)
        {
            w.WriteStartObject();
            w.WriteNumber("skill", claim.SkillId);
            w.WriteNumber("level", claim.Level);
            w.WriteBoolean("verified", claim.Verified);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteString("text", freelancer.Text);
        Optional(w, "rate", freelancer.HourlyRateMinor);
        w.WriteString("currency", freelancer.Currency);
        Optional(w, "weeklyHours", freelancer.WeeklyHours);
        Optional(w, "earliestStart", freelancer.EarliestStart?.DayNumber);
        w.WriteNumber("reputation", freelancer.Reputation);
        w.WriteNumber("reviews", freelancer.Reviews);
        Optional(w, "timezone", freelancer.TimezoneMinutes);
        Words(w, "languages", freelancer.Languages);
        Optional(w, "experienceYears", freelancer.ExperienceYears);
        w.WriteNumber("completedJobs", freelancer.CompletedJobs);
        Optional(w, "pace", freelancer.PacePermille);
        w.WriteNumber("portfolio", freelancer.PortfolioItems);
        if (meaning) Numbers(w, "vector", freelancer.Vector.Values);
        w.WriteEndObject();
    }

    static void Optional(Utf8JsonWriter w, string name, long? value)
    {
        if (value is { } number) w.WriteNumber(name, number);
        else w.WriteNull(name);
    }

    static void Numbers(Utf8JsonWriter w, string name, IEnumerable<int> values)
    {
        w.WriteStartArray(name);
        foreach (var value in values) w.WriteNumberValue(value);
        w.WriteEndArray();
    }

    static void Numbers(Utf8JsonWriter w, string name, ReadOnlySpan<sbyte> values)
    {
        w.WriteStartArray(name);
        foreach (var value in values) w.WriteNumberValue(value);
        w.WriteEndArray();
    }

    static void Words(Utf8JsonWriter w, string name, IEnumerable<string> values)
    {
        w.WriteStartArray(name);
        foreach (var value in values) w.WriteStringValue(value);
        w.WriteEndArray();
    }
}
