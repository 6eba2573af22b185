using Guildhall.Demo.Data;
using Guildhall.Demo.Lives;
using Guildhall.Demo.Stage;
using Guildhall.Jobs;
using Guildhall.Talent.Public;
using JobEntity = Guildhall.Jobs.Job;

namespace Guildhall.Demo.Crowds;

/// <summary>
/// Everybody else of the large demo, around the people of the story: profiles to be found and jobs to be answered,
/// written in bulk. Nothing has happened between them yet.
/// </summary>
static class Crowd
{
    public const int Freelancers = 5_000, Clients = 400, Jobs = 2_000;
    const int Batch = 250;

    /// <summary>Fills up to the sizes above; joins the caller's transaction. Gives the number of jobs added.</summary>
    public static async Task<int> Settle(Theatre theatre, Townsfolk people, CancellationToken ct)
    {
        var (phrases, skills) = (Phrases.Read(), theatre.Get<Skills>());
        var here = DemoFiles.Read<FreelancerData[]>("people.json");
        var companies = DemoFiles.Read<ClientData[]>("clients.json");
        var posted = DemoFiles.Read<JobData[]>("jobs.json");
        var inventor = new CrowdPeople(
            phrases, skills, [.. here.Select(p => p.Name), .. companies.Select(c => c.Person)]);
        string[] industries = [.. companies.Select(c => c.Industry).Distinct().Order(StringComparer.Ordinal)];

        var clients = Enumerable.Range(0, Clients - companies.Length)
            .Select(i => inventor.Client(i, industries)).ToArray();
        await Write(theatre, clients, client => people.Add(client, Joined(theatre, client.Ref, client.TimeZone)), ct);
        var work = new CrowdJobs(phrases, skills, posted.Select(j => j.Title));
        var jobs = Enumerable.Range(0, Jobs - posted.Length)
            .Select(i => work.Job(i, clients[i % clients.Length])).ToArray();
        await Write(theatre, jobs, job => Add(theatre, people, job), ct);
        var crowd = Enumerable.Range(0, Freelancers - here.Length).Select(inventor.Freelancer).ToArray();
        await Write(theatre, crowd, one => people.Add(one, Joined(theatre, one.Ref, one.TimeZone)), ct);
        return jobs.Length;
    }

    static async Task Write<T>(Theatre theatre, T[] all, Action<T> add, CancellationToken ct)
    {
        foreach (var batch in all.Chunk(Batch))
        {
            foreach (var one in batch) add(one);
            await theatre.Db.SaveChangesAsync(ct);
            theatre.Db.ChangeTracker.Clear();
        }
    }

    // Before the oldest of the open jobs: whoever posts is a member already.
    static DateTime Joined(Theatre theatre, string about, string zone) =>
        theatre.Moments.On(-Chance.Between(30, 900, about), zone, about + "joined");

    static void Add(Theatre theatre, Townsfolk people, JobData data)
    {
        var at = theatre.Moments.On(data.PostedInDays!.Value, people.Zone(data.Client), data.Ref);
        var job = new JobEntity { ClientId = people.Id(data.Client), CreatedAt = at };
        job.Write(JobLife.Brief(data, theatre, people), at);
        job.Publish(at);
        theatre.Db.Add(job);
        JobTimers.Begin(theatre.Db, job);
    }
}
