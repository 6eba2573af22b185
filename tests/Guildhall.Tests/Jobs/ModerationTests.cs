using System.Net;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Jobs;

/// <summary>What an operator does about a job, and what a client does about one that was awarded already.</summary>
public class ModerationTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_removed_job_is_gone_for_others_and_its_client_reads_why()
    {
        var client = await Site.Client();
        var id = await Site.OpenJob(client);
        var (otto, marta, visitor) = (await Site.As(await Site.Admin()), await Site.As(client),
            await Site.As(await Site.Freelancer()));

        var (_, page) = await otto.Submit($"/admin/jobs/{id}", "remove", ("Input.Rule", "Off-site payment"),
            ("Input.Reason", "It asks freelancers to pay a deposit first."));
        await Site.Drain();

        Assert.Contains("Off-site payment. It asks freelancers to pay a deposit first.", page.Text());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/jobs/{id}")).StatusCode);
        Assert.Contains("It asks freelancers to pay a deposit first.", (await marta.Open($"/jobs/{id}")).Text());
        Assert.Contains("It asks freelancers to pay a deposit first.", (await marta.Open("/notifications")).Text());
    }

    [Fact]
    public async Task A_removal_needs_a_rule_and_a_reason()
    {
        var id = await Site.OpenJob(await Site.Client());
        var otto = await Site.As(await Site.Admin());

        var problem = await otto.Post($"/api/v1/admin/jobs/{id}/remove", new { rule = "", reason = "bad" },
            HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["reason", "rule"], problem["errors"]!.AsObject().Select(e => e.Key).Order());
    }

    [Fact]
    public async Task An_operator_hides_a_job_while_it_is_looked_into_and_shows_it_again()
    {
        var client = await Site.Client();
        var id = await Site.OpenJob(client);
        var (otto, marta) = (await Site.As(await Site.Admin()), await Site.As(client));

        await otto.Submit($"/admin/jobs/{id}", "move");
        Assert.Equal("paused", (string?)(await marta.Get($"/api/v1/jobs/{id}"))["state"]);
        await otto.Submit($"/admin/jobs/{id}", "move");

        Assert.Equal("open", (string?)(await marta.Get($"/api/v1/jobs/{id}"))["state"]);
        await marta.Post($"/api/v1/admin/jobs/{id}/pause", new { }, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_list_finds_a_job_by_its_title_and_state()
    {
        var (otto, name) = (await Site.As(await Site.Admin()), $"Orchard {Guid.CreateVersion7():N}");
        var id = (Guid)(await (await Site.As(await Site.Client())).Post("/api/v1/jobs",
            JobsSituations.JobBody(name)))["id"]!;

        Assert.Contains(name, (await otto.Open($"/admin/jobs?q={name[..20].ToLowerInvariant()}&state=Open")).Text());
        Assert.Contains("No job found", (await otto.Open($"/admin/jobs?q={name}&state=Paused")).Text());
        Assert.Equal(id, (Guid)(await otto.Get($"/api/v1/admin/jobs?q={name}"))["items"]![0]!["id"]!);
    }

    [Fact]
    public async Task Cancelling_an_awarded_job_declines_its_unsigned_contract()
    {
        var offered = await Site.Proposed();
        var contract = (Guid)(await Site.Hire(offered))["contractId"]!;
        var marta = await Site.As(offered.Client);

        await marta.Post($"/api/v1/jobs/{offered.Job}/cancel", new { });
        await Site.Drain();

        Assert.Equal("cancelled", (string?)(await marta.Get($"/api/v1/jobs/{offered.Job}"))["state"]);
        Assert.Equal("declined", (string?)(await marta.Get($"/api/v1/contracts/{contract}"))["state"]);
    }
}
