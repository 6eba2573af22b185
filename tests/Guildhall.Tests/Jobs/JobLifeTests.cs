using Guildhall.Contracts.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Jobs;

/// <summary>A job from the choice to the last review, and when nothing happens at all.</summary>
public class JobLifeTests : OwnSiteTest
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    Task<JobView> Job(Guid id) => Site.With<JobBoard, JobView>(async b => (await b.Many([id], Ct))[id]);

    Task Publish<T>(T news) where T : notnull => Site.With<Db>(async db =>
    {
        db.Publish(news);
        await db.SaveChangesAsync(Ct);
    });

    [Fact]
    public async Task Of_two_choices_at_once_one_is_kept_and_the_other_gets_words()
    {
        var client = await Site.Client();
        for (var round = 0; round < 10; round++)
        {
            var id = await Site.OpenJob(client);
            var people = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToArray();

            var answers = await Task.WhenAll(people.Select(person =>
                Task.Run(() => Site.With<JobBoard, string>(async board =>
            {
                try { await board.Award(id, client.Id, person, Ct); return "won"; }
                catch (Refused refused) { return refused.Message; }
            }))));

            Assert.Single(answers, "won");
            Assert.All(answers.Where(a => a != "won"), words => Assert.EndsWith(".", words));
            Assert.Equal(people[Array.IndexOf(answers, "won")], (await Job(id)).FreelancerId);
        }
    }

    [Fact]
    public async Task The_job_follows_its_contract_and_late_news_changes_nothing()
    {
        var (client, id) = (await Site.Client(), Guid.Empty);
        id = await Site.OpenJob(client);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await Site.With<JobBoard>(b => b.Award(id, client.Id, first, Ct));
        await Publish(new ContractDeclined { JobId = id, ClientId = client.Id, FreelancerId = first });
        await Site.Drain();
        Assert.Equal((JobState.InSelection, null), ((await Job(id)).State, (await Job(id)).FreelancerId));

        await Site.With<JobBoard>(b => b.Award(id, client.Id, second, Ct));
        await Publish(new ContractExpired { JobId = id, ClientId = client.Id,
            FreelancerId = first }); // the old one, late
        await Site.Drain();
        Assert.Equal((JobState.Awarded, second), ((await Job(id)).State, (await Job(id)).FreelancerId));

        await Publish(new ContractActivated { JobId = id, ClientId = client.Id, FreelancerId = second });
        await Site.Drain();
        Assert.Equal(JobState.InProgress, (await Job(id)).State);
        await Publish(new ContractCompleted { JobId = id, ClientId = client.Id, FreelancerId = second });
        await Publish(new ContractCompleted { JobId = id, ClientId = client.Id, FreelancerId = second });
        await Site.Drain();
        Assert.Equal(JobState.Completed, (await Job(id)).State);
        await Publish(new ContractClosed { JobId = id, ClientId = client.Id, FreelancerId = second });
        await Site.Drain();
        Assert.Equal(JobState.Closed, (await Job(id)).State);

        var record = await Site.With<JobBoard, ClientRecord>(b => b.RecordOf(client.Id, Ct));
        Assert.Equal((1, 1, 100), (record.Posted, record.Hires, record.HireRatePercent));
    }

    [Fact]
    public async Task Thirty_silent_days_end_a_job_and_a_proposal_keeps_it_alive()
    {
        var client = await Site.Client();
        var (silent, alive) = (await Site.OpenJob(client), await Site.OpenJob(client));

        Site.Clock.Advance(TimeSpan.FromDays(24));
        await Site.Drain();
        await Site.With<JobBoard>(b => b.NoteProposal(alive, Ct));
        Site.Clock.Advance(TimeSpan.FromDays(7));
        await Site.Drain();

        Assert.Equal(JobState.Expired, (await Job(silent)).State);
        Assert.Equal((JobState.Open, 1), ((await Job(alive)).State, (await Job(alive)).Proposals));
        Site.Clock.Advance(TimeSpan.FromDays(30));
        await Site.Drain();
        Assert.Equal(JobState.Expired, (await Job(alive)).State);
        var refused = await Assert.ThrowsAsync<Refused>(() => Site.With<JobBoard>(b => b.NoteProposal(alive, Ct)));
        Assert.Equal("This job has expired: nothing happened on it for 30 days.", refused.Message);
    }

    [Fact]
    public async Task After_its_deadline_a_job_takes_no_more_proposals_but_the_client_may_still_choose()
    {
        var client = await Site.Client();
        var job = await (await Site.As(client)).Post("/api/v1/jobs", new
        {
            title = "Poster for the fair", description = JobsSituations.Description, publish = true,
            skills = new[] { new { skill = "python" } }, budget = new { maxMinor = 50_000 },
            deadline = Site.Clock.Today().AddDays(5),
        });
        var id = (Guid)job["id"]!;

        Site.Clock.Advance(TimeSpan.FromDays(5));
        await Site.Drain();
        Assert.Equal(JobState.Open, (await Job(id)).State);
        Site.Clock.Advance(TimeSpan.FromDays(1));
        await Site.Drain();
        Assert.Equal(JobState.InSelection, (await Job(id)).State);

        await Site.With<JobBoard>(b => b.Award(id, client.Id, Guid.CreateVersion7(), Ct));
        Assert.Equal(JobState.Awarded, (await Job(id)).State);
    }

    [Fact]
    public async Task Fifty_proposals_at_once_are_fifty()
    {
        var id = await Site.OpenJob(await Site.Client());

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Site.With<Db>(db =>
            db.Transact(() => new JobBoard(db).NoteProposal(id, Ct), Ct)))));

        Assert.Equal(50, (await Job(id)).Proposals);
    }

    [Fact]
    public async Task The_index_reads_open_jobs_only()
    {
        var client = await Site.Client();
        var open = await Site.OpenJob(client);
        await Site.DraftJob(client);

        var jobs = await Site.With<JobBoard, List<JobView>>(b => b.OpenJobs(Ct));

        var document = Assert.Single(jobs).Document(Site.Clock.Today());
        Assert.Equal((open, 120_000L, 40), (document.Id, document.MaxMinor, document.Hours));
        Assert.Equal(2, document.Requirements.Count);
    }
}
