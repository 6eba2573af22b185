using Guildhall.Demo.Data;
using Guildhall.Demo.Stage;

namespace Guildhall.Demo.Lives;

/// <summary>The small demo: who comes when, and every job with what hangs on it.</summary>
static class Story
{
    /// <summary>Plans everything; gives the number of jobs.</summary>
    public static int Plan(Theatre theatre, Tale tale, Townsfolk people)
    {
        var jobs = DemoFiles.Read<JobData[]>("jobs.json");
        var contracts = DemoFiles.Read<ContractData[]>("contracts.json").ToDictionary(c => c.Job);
        var answers = DemoFiles.Read<ProposalData[]>("proposals.json").ToLookup(p => p.Job);
        var reviews = DemoFiles.Read<ReviewData[]>("reviews.json").ToLookup(r => r.Job);

        Arrivals(theatre, tale, people, jobs, answers.SelectMany(a => a));
        var milestones = new MilestoneLife(
            theatre, tale, people, new(theatre, tale, people), new(theatre, tale, people));
        var interests = new InterestLife(theatre, tale, people);
        var life = new JobLife(theatre, tale, people, new(theatre, tale, people, contracts),
            new(theatre, tale, people, milestones), interests);
        foreach (var job in jobs)
            life.Plan(job, [.. answers[job.Ref]], contracts.GetValueOrDefault(job.Ref), [.. reviews[job.Ref]]);
        interests.PlanPeople();
        return jobs.Length;
    }

    static void Arrivals(
        Theatre theatre, Tale tale, Townsfolk people, JobData[] jobs, IEnumerable<ProposalData> proposals)
    {
        var (site, byClient) = (DemoFiles.Read<SiteData>("site.json"), jobs.ToLookup(j => j.Client));
        var language = jobs.ToDictionary(j => j.Ref, j => j.Language);
        var sent = proposals.ToLookup(p => p.Freelancer);
        people.Expect(site.Admin.Ref, site.Admin.Name, site.Admin.TimeZone);
        Come(theatre, tale, -960, site.Admin.TimeZone, site.Admin.Ref, at => people.Open(site.Admin, at));
        foreach (var client in DemoFiles.Read<ClientData[]>("clients.json"))
        {
            var first = byClient[client.Ref].Select(j => j.PostedInDays ?? -12).DefaultIfEmpty(-12).Min();
            people.Expect(client.Ref, client.Person, client.TimeZone);
            Come(theatre, tale, first - Chance.Between(2, 60, client.Ref), client.TimeZone, client.Ref,
                at => people.Open(client, Speaks(byClient[client.Ref].Select(j => j.Language)), at));
        }
        foreach (var person in DemoFiles.Read<FreelancerData[]>("people.json"))
        {
            var first = sent[person.Ref].Select(p => p.SubmittedInDays).DefaultIfEmpty(-1).Min();
            people.Expect(person.Ref, person.Name, person.TimeZone);
            Come(theatre, tale, first - Chance.Between(3, 700, person.Ref), person.TimeZone, person.Ref,
                at => people.Open(person, Speaks(sent[person.Ref].Select(p => language[p.Job])), at));
        }
    }

    // Who only ever wrote in Spanish here reads the site in Spanish.
    static string Speaks(IEnumerable<string> languages) => languages.Distinct().ToArray() is ["es"] ? "es" : "en";

    static void Come(Theatre theatre, Tale tale, int days, string zone, string about, Action<DateTime> open)
    {
        var at = theatre.Moments.On(days, zone, about + "joined");
        tale.At(at, () =>
        {
            open(at);
            return Task.CompletedTask;
        });
    }
}
