using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Guildhall.Tests.Demo;

/// <summary>The demo is read by strangers: it must not contradict itself, and nobody may speak twice.</summary>
public partial class DemoDataTests
{
    static readonly JsonElement People = Read("people"), Clients = Read("clients"), Jobs = Read("jobs"),
        Proposals = Read("proposals"), Contracts = Read("contracts"), Reviews = Read("reviews");

    [Fact]
    public void No_sentence_of_six_words_is_said_twice()
    {
        Assert.Empty(RepeatedSentences(All(People).Select(p => Text(p, "bio"))));
        Assert.Empty(RepeatedSentences(All(Jobs).Select(j => Text(j, "description"))));
        Assert.Empty(RepeatedSentences(All(Proposals).Select(p => Text(p, "cover_letter"))));
        Assert.Empty(RepeatedSentences(All(Reviews).Select(r => Text(r, "text"))));
        Assert.Empty(Repeated(All(People).Select(p => Text(p, "headline"))));
    }

    [Fact]
    public void Everybody_is_one_person_in_a_real_time_zone()
    {
        var everybody = All(People).Concat(All(Clients)).ToList();
        Assert.Equal((200, 60, 120), (All(People).Count(), All(Clients).Count(), All(Jobs).Count()));
        Assert.Empty(Repeated(everybody.Select(p => Text(p, "ref"))));
        Assert.Empty(Repeated(everybody.Select(p => Text(p, "email"))));
        Assert.All(everybody, p => TimeZoneInfo.FindSystemTimeZoneById(Text(p, "time_zone")));
        Assert.All(everybody, p => Assert.EndsWith("@demo.guildhall.example", Text(p, "email")));
    }

    [Fact]
    public void References_point_to_something()
    {
        var skills = Slugs("skills");
        var wanted = All(People).SelectMany(p => All(p, "skills").Concat(All(p, "portfolio")))
            .Concat(All(Jobs).SelectMany(j => All(j, "skills"))).SelectMany(SkillsOf);
        Assert.Empty(wanted.Except(skills));
        Assert.Empty(All(Jobs).Select(j => Text(j, "category")).Except(Slugs("categories")));
        Assert.Empty(All(Jobs).Select(j => Text(j, "client")).Except(All(Clients).Select(c => Text(c, "ref"))));

        var jobs = All(Jobs).Select(j => Text(j, "ref")).ToList();
        var people = All(People).Select(p => Text(p, "ref")).ToList();
        Assert.Empty(Repeated(jobs));
        foreach (var file in new[] { Proposals, Contracts, Reviews })
            Assert.Empty(All(file).Select(row => Text(row, "job")).Except(jobs));
        foreach (var file in new[] { Proposals, Contracts })
            Assert.Empty(All(file).Select(row => Text(row, "freelancer")).Except(people));
        Assert.Empty(Repeated(All(Proposals).Select(p => Text(p, "job") + Text(p, "freelancer"))));
    }

    [Fact]
    public void A_hired_job_has_one_accepted_proposal_and_its_contract()
    {
        string[] hired = ["awarded", "in_progress", "completed", "closed"];
        foreach (var job in All(Jobs))
        {
            var accepted = All(Proposals).Where(p => Same(p, job) && Text(p, "state") == "accepted").ToList();
            var contracts = All(Contracts).Where(c => Same(c, job)).ToList();
            var expected = hired.Contains(Text(job, "state")) ? 1 : 0;
            Assert.True(expected == accepted.Count && expected == contracts.Count, Text(job, "ref"));
            if (expected == 1) Assert.Equal(Text(accepted[0], "freelancer"), Text(contracts[0], "freelancer"));
        }
        static bool Same(JsonElement row, JsonElement job) => Text(row, "job") == Text(job, "ref");
    }

    [Fact]
    public void Money_adds_up_and_time_runs_forward()
    {
        foreach (var contract in All(Contracts))
        {
            Assert.Equal(Number(contract, "total"), All(contract, "milestones").Sum(m => Number(m, "amount")));
            foreach (var m in All(contract, "milestones"))
            {
                int?[] steps =
                [
                    Number(contract, "signed_in_days"), Number(m, "funded_in_days"),
                    Number(m, "submitted_in_days"), Number(m, "released_in_days"), 0,
                ];
                var known = steps.OfType<int>().ToList();
                Assert.Equal(known.Order(), known);
            }
        }
        foreach (var p in All(Proposals).Where(p => All(p, "milestones").Any()))
            Assert.Equal(Number(p, "amount"), All(p, "milestones").Sum(m => Number(m, "amount")));
    }

    [Fact]
    public void A_brief_is_long_enough_to_answer()
    {
        Assert.All(All(Jobs).Where(j => Text(j, "state") != "draft"),
            j => Assert.InRange(Text(j, "description").Split(' ').Length, 60, 200));
        Assert.All(All(Jobs), j => Assert.True(Number(j, "budget_min") < Number(j, "budget_max"), Text(j, "ref")));
        Assert.Equal(15, All(Jobs).Count(j => Text(j, "language") == "es"));
    }

    [Fact]
    public void The_large_demo_draws_from_real_skills_places_and_slots()
    {
        var phrases = Read("phrases");
        var archetypes = phrases.GetProperty("archetypes").EnumerateObject().Select(a => a.Value).ToList();
        Assert.Empty(archetypes.SelectMany(a => Strings(a, "skills_core").Concat(Strings(a, "skills_extra")))
            .Except(Slugs("skills")));
        Assert.Empty(archetypes.Select(a => Text(a, "category")).Except(Slugs("categories")));
        Assert.Equal(100, archetypes.Sum(a => Number(a, "share")));

        string[] special = ["skill", "skill2", "years", "industry_short", "trouble_short"];
        var known = phrases.GetProperty("slots").EnumerateObject().Select(s => s.Name).Concat(special).ToList();
        var used = Slot().Matches(phrases.GetProperty("archetypes").GetRawText()).Select(m => m.Groups[1].Value);
        Assert.Empty(used.Except(known));

        using var reader = new StreamReader(Resource("demo.cities.tsv"));
        var countries = reader.ReadToEnd().TrimEnd().Split('\n').Select(line => line.Split('\t')[2]).ToList();
        var languages = phrases.GetProperty("native_languages").EnumerateObject().Select(l => l.Name).ToList();
        var lived = phrases.GetProperty("regions").EnumerateObject()
            .SelectMany(r => Strings(r.Value, "country_codes")).ToList();
        Assert.Empty(lived.Except(countries));
        Assert.Empty(lived.Except(languages));
    }

    static IEnumerable<string> RepeatedSentences(IEnumerable<string> texts) => Repeated(texts
        .SelectMany(text => SentenceEnd().Split(text)).Where(sentence => sentence.Split(' ').Length >= 6));

    static IEnumerable<string> Repeated(IEnumerable<string> values) =>
        values.GroupBy(v => v, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key);

    static IEnumerable<string> SkillsOf(JsonElement row) =>
        row.TryGetProperty("slug", out var slug) ? [slug.GetString()!, .. Strings(row, "alternatives")]
        : Strings(row, "skills");

    static IEnumerable<string> Strings(JsonElement row, string list) =>
        row.TryGetProperty(list, out var values) ? values.EnumerateArray().Select(v => v.GetString()!) : [];

    static IEnumerable<JsonElement> All(JsonElement list) => list.EnumerateArray();
    static IEnumerable<JsonElement> All(JsonElement row, string list) => row.GetProperty(list).EnumerateArray();
    static string Text(JsonElement row, string field) => row.GetProperty(field).GetString() ?? "";

    static int? Number(JsonElement row, string field) =>
        row.GetProperty(field) is { ValueKind: JsonValueKind.Number } n ? n.GetInt32() : null;

    static JsonElement Read(string file)
    {
        using var stream = Resource($"demo.{file}.json");
        return JsonDocument.Parse(stream).RootElement;
    }

    static HashSet<string> Slugs(string file)
    {
        using var reader = new StreamReader(Resource($"taxonomy.{file}.tsv"));
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Split('\t')[0])];
    }

    static Stream Resource(string end)
    {
        var assembly = Assembly.Load("guildhall");
        return assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith(end)))!;
    }

    [GeneratedRegex(@"\{([a-z_0-9]+)\}")]
    internal static partial Regex Slot();

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    internal static partial Regex SentenceEnd();
}
