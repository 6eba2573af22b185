using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Guildhall.Contracts;
using Guildhall.Hiring;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Guildhall.Tests.Support.HiringSituations;

namespace Guildhall.Tests.Hiring;

public class HireTests(Site site) : SiteTest(site)
{
    Task<ProposalState> StateOf(Guid id) =>
        Site.Ask(db => db.Set<Proposal>().Where(p => p.Id == id).Select(p => p.State).SingleAsync());

    [Fact]
    public async Task A_hire_drafts_a_readable_contract_with_the_offers_milestones()
    {
        var offered = await Site.Proposed();
        var hired = await Site.Hire(offered);

        var contract = await (await Site.As(offered.Freelancer)).Get($"/api/v1/contracts/{hired["contractId"]}");
        Assert.Equal("Move our booking reports to PostgreSQL", (string?)contract["title"]);
        Assert.Equal([400_00L, 800_00L], contract["milestones"]!.AsArray().Select(m => (long)m!["amount"]!["minor"]!));
        var details = contract.ToJsonString();
        Assert.Contains("Fran Freelancer does the following work for Carla Client", details);
        Assert.Contains("Every report shows the same sums.", details);
        Assert.Contains("A fixed price of $1,200.00", details);
        Assert.Equal(ProposalState.Accepted, await StateOf(offered.Id));
        Assert.Equal(JobState.Awarded,
            (await Site.With<JobBoard, JobView>(b => b.One(offered.Job, null, default))).State);
    }

    [Fact]
    public async Task Spanish_parties_read_a_Spanish_contract()
    {
        var (client, freelancer) = (await Site.Client(), await Site.Freelancer());
        foreach (var person in new[] { client, freelancer })
            await Site.Ask(db => db.Set<Guildhall.Accounts.Account>().Where(a => a.Id == person.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Language, "es")));
        var contract = await Site.HiredContract(client, freelancer);

        var text = (await (await Site.As(client)).Get($"/api/v1/contracts/{contract}")).ToJsonString();

        Assert.Contains("realiza el siguiente trabajo para", text);
        Assert.DoesNotContain("The client", text);
    }

    [Fact]
    public async Task The_others_are_told_that_somebody_else_was_hired()
    {
        var client = await Site.Client();
        var job = await Site.PostedJob(client);
        var (first, second) = (await Site.Proposed(job, client), await Site.Proposed(job, client));

        await Site.Hire(first);
        await Site.Drain();

        Assert.Equal(ProposalState.NotSelected, await StateOf(second.Id));
        var late = await (await Site.As(await Site.Freelancer())).Post($"/api/v1/jobs/{job}/proposals", Proposal(),
            HttpStatusCode.Conflict);
        Assert.Equal("wrong_state", late.Said("code"));
    }

    [Fact]
    public async Task Hiring_the_same_proposal_twice_makes_one_contract()
    {
        var offered = await Site.Proposed();

        var (once, twice) = (await Site.Hire(offered), await Site.Hire(offered));

        Assert.Equal((string?)once["contractId"], (string?)twice["contractId"]);
    }

    [Fact]
    public async Task Of_many_hires_at_the_same_instant_one_is_kept()
    {
        var client = await Site.Client();
        var job = await Site.PostedJob(client);
        var proposals = new List<Offered>();
        for (var i = 0; i < 4; i++) proposals.Add(await Site.Proposed(job, client));
        var tabs = await Task.WhenAll(proposals.Concat(proposals).Select(async p => (p, Api: await Site.As(client))));

        var answers = await Task.WhenAll(tabs.Select(t =>
            t.Api.PostAsync($"/api/v1/jobs/{job}/hire", JsonContent.Create(new { proposalId = t.p.Id }))));

        var contracts = await Site.Ask(db => db.Set<Contract>().Where(c => c.JobId == job).ToListAsync());
        var made = Assert.Single(contracts);
        foreach (var answer in answers)
        {
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            if (answer.StatusCode == HttpStatusCode.Created) Assert.Equal(made.Id, (Guid)body["contractId"]!);
            else Assert.True(answer.StatusCode == HttpStatusCode.Conflict && body.Said("detail").Length > 20,
                body.ToJsonString());
        }
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(1, await Site.Ask(db =>
            db.Set<Proposal>().CountAsync(p => p.JobId == job && p.State == ProposalState.Accepted)));
    }

    [Fact]
    public async Task A_hire_means_the_version_that_was_read()
    {
        var offered = await Site.Proposed();
        var client = await Site.As(offered.Client);
        var read = (int)(await client.Get(offered.Url))["revision"]!;
        await (await Site.As(offered.Freelancer)).Put(offered.Url, Proposal(2_400_00));

        var refused = await client.Post($"/api/v1/jobs/{offered.Job}/hire",
            new { proposalId = offered.Id, revision = read },
            HttpStatusCode.Conflict);

        Assert.Equal("changed", refused.Said("code"));
        await client.Post($"/api/v1/jobs/{offered.Job}/hire", new { proposalId = offered.Id, revision = read + 1 });
    }

    [Fact]
    public async Task A_declined_contract_opens_the_choice_again()
    {
        var client = await Site.Client();
        var job = await Site.PostedJob(client);
        var (first, second) = (await Site.Proposed(job, client), await Site.Proposed(job, client));
        var contract = (Guid)(await Site.Hire(first))["contractId"]!;
        await Site.Drain();
        await (await Site.As(client)).Post($"/api/v1/contracts/{contract}/decline",
            new { reason = "A week too late." });
        await Site.Drain();
        Assert.Equal(ProposalState.NotSelected, await StateOf(first.Id));
        Assert.Equal(ProposalState.NotSelected, await StateOf(second.Id));
        if ((await Site.With<JobBoard, JobView>(b => b.One(job, null, default))).State == JobState.Awarded)
            await Site.With<JobBoard>(b => b.ReturnToSelection(job, default));

        await (await Site.As(client)).Post($"{second.Url}/reopen");
        Assert.Equal("viewed", (string?)(await (await Site.As(second.Freelancer)).Get(second.Url))["state"]);
        await Site.Hire(second);
    }

    [Theory]
    [InlineData(JobEnding.Cancelled, ProposalState.NotSelected)]
    [InlineData(JobEnding.Removed, ProposalState.NotSelected)]
    [InlineData(JobEnding.Expired, ProposalState.Expired)]
    public async Task When_a_job_ends_its_proposals_end_with_it(JobEnding ending, ProposalState expected)
    {
        var offered = await Site.Proposed();
        await Site.With<Guildhall.Shared.Data.Db>(db =>
        {
            db.Publish(new JobClosed(offered.Job, offered.Client.Id, "Reports", ending));
            return db.SaveChangesAsync();
        });
        await Site.Drain();

        Assert.Equal(expected, await StateOf(offered.Id));
    }

    [Fact]
    public async Task The_audit_log_and_the_open_pages_hear_of_it()
    {
        var offered = await Site.Proposed();
        await (await Site.As(offered.Client)).Get(offered.Url);
        await Site.Hire(offered);
        await Site.Drain();

        var subject = $"proposal:{offered.Id}";
        var acts = await Site.Ask(db => db.Set<AuditEntry>().Where(a => a.Subject == subject).OrderBy(a => a.At)
            .Select(a => a.Action).ToListAsync());
        Assert.Equal(["proposal.submitted", "proposal.viewed", "proposal.accepted"], acts);
        var topic = $"job:{offered.Job}";
        Assert.True(await Site.Ask(db => db.Set<Guildhall.Shared.Live.LiveTopic>().AnyAsync(t => t.Topic == topic)));
    }
}
