using Guildhall.Demo.Crowds;
using Guildhall.Demo.Data;
using Guildhall.Talent.Public;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Demo;

/// <summary>Nothing of the demo may look made by a machine that ran out of words.</summary>
public class DemoVoiceTests(Site site) : SiteTest(site)
{
    static readonly string[] Spanish = 
    [
        "de", "que", "la", "el", "los", "las", "con", "para", "una", "un", "y", "en", "del", "por", "lo", "se", "pero",
        "más", "es",
    ];

    [Fact]
    public void Who_asks_in_spanish_is_answered_in_spanish()
    {
        var jobs = DemoFiles.Read<JobData[]>("jobs.json").ToDictionary(j => j.Ref);
        Assert.All(jobs.Values, j => Assert.True(j.Language == "es" == IsSpanish(j.Description), j.Ref));

        // Whoever grew up with the language answers in it; one of their notes is too short to tell.
        var natives = DemoFiles.Read<FreelancerData[]>("people.json")
            .Where(p => p.Languages.Any(l => l is { Code: "es", Level: "native" })).Select(p => p.Ref).ToHashSet();
        var answers = DemoFiles.Read<ProposalData[]>("proposals.json")
            .Where(p => jobs[p.Job].Language == "es" && natives.Contains(p.Freelancer)).ToArray();
        Assert.NotEmpty(answers);
        Assert.InRange(answers.Count(a => !IsSpanish(a.CoverLetter)), 0, 1);
    }

    [Fact]
    public void Nobody_of_the_large_demo_is_a_copy()
    {
        var (phrases, skills) = (Phrases.Read(), Site.Services.GetRequiredService<Skills>());
        var people = new CrowdPeople(phrases, skills, []);
        var crowd = Enumerable.Range(0, 4_800).Select(people.Freelancer).ToArray();
        var clients = Enumerable.Range(0, 340).Select(i => people.Client(i, ["Travel"])).ToArray();
        var work = new CrowdJobs(phrases, skills, []);
        var jobs = Enumerable.Range(0, 1_880).Select(i => work.Job(i, clients[i % 340])).ToArray();

        Assert.Equal((crowd.Length, crowd.Length), (Distinct(crowd, p => p.Name), Distinct(crowd, p => p.Bio)));
        Assert.Equal(jobs.Length, Distinct(jobs, j => j.Title + j.Description));
        Assert.InRange(Distinct(crowd, p => p.Headline), crowd.Length * 97 / 100, crowd.Length);
        Assert.InRange(Distinct(jobs, j => j.Title), jobs.Length * 97 / 100, jobs.Length);
        Assert.All(crowd, p => Assert.InRange(p.HourlyRate, 500, 15_000));
        Assert.All(jobs, j => Assert.True(j.BudgetMin < j.BudgetMax, j.Title));
        var texts = crowd.SelectMany(p => new[] { p.Headline, p.Bio })
            .Concat(jobs.SelectMany(j => new[] { j.Title, j.Description })).ToArray();
        Assert.All(texts, text => Assert.DoesNotContain('{', text));
        Assert.All(texts, text => Assert.DoesNotContain("lorem", text, StringComparison.OrdinalIgnoreCase));
    }

    static int Distinct<T>(IEnumerable<T> all, Func<T, string> by) => all.DistinctBy(by).Count();

    static bool IsSpanish(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ',', '.', ';', ':'], StringSplitOptions.RemoveEmptyEntries);
        return words.Count(Spanish.Contains) * 6 > words.Length;
    }
}
