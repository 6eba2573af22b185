using System.Net;
using Guildhall.Hiring.Inviting;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Hiring;

public class InvitationTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_client_invites_from_a_profile_and_the_freelancer_answers_with_a_proposal()
    {
        var (client, freelancer) = (await Site.Client("Carla Client"), await Site.ShownFreelancer());
        var job = await Site.PostedJob(client);
        var (hiring, working) = (await Site.As(client), await Site.As(freelancer));

        Assert.Contains($"/freelancers/{freelancer.Id}/invite", (await hiring.Open($"/freelancers/{freelancer.Id}"))
            .QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        var (_, sent) = await hiring.Submit($"/freelancers/{freelancer.Id}/invite", "invite",
            ("Input.Job", job.ToString()), ("Input.Note", "Your reports look like ours."));
        Assert.Contains("Not opened yet", sent.Text());
        await Site.Drain();

        Assert.Contains("Carla Client invites you to “Move our booking reports to PostgreSQL”.",
            (await working.Open("/notifications")).Text());
        Assert.Contains("Clients who invite you", (await working.Open("/dashboard")).Text());
        var mine = await working.Open("/my/invitations");
        var link = mine.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!)
            .Single(h => h.StartsWith("/invitations/"));
        Assert.Contains("Your reports look like ours.", (await working.Open(link)).Text());
        Assert.Contains("Opened", (await hiring.Open($"/jobs/{job}/invitations")).Text());
        await working.Post($"/api/v1/jobs/{job}/proposals", HiringSituations.Proposal());

        Assert.Contains("Sent a proposal", (await hiring.Open($"/jobs/{job}/invitations")).Text());
        Assert.Contains("You sent a proposal", (await working.Open("/my/invitations?show=answered")).Text());
        Assert.Empty((await working.Get($"/api/v1/users/{freelancer.Id}/dashboard?acting=freelancer"))
            ["invitations"]!.AsArray());
    }

    [Fact]
    public async Task A_job_that_is_not_listed_exists_only_for_its_client_the_invited_and_an_operator()
    {
        var (client, invited, stranger) =
            (await Site.Client(), await Site.ShownFreelancer(), await Site.ShownFreelancer());
        var job = await Site.UnlistedJob(client);
        var nobody = await Site.As(stranger);

        foreach (var path in new[] { $"/jobs/{job}", $"/api/v1/jobs/{job}", $"/jobs/{job}/propose" })
        {
            await nobody.Open(path, HttpStatusCode.NotFound);
            await (await Site.As(invited)).Open(path, HttpStatusCode.NotFound);
        }
        await Site.Anonymous().Open($"/jobs/{job}", HttpStatusCode.NotFound);
        await nobody.Post($"/api/v1/jobs/{job}/proposals", HiringSituations.Proposal(), HttpStatusCode.NotFound);

        var invitation = await Site.Invited(client, invited, job);
        var guest = await Site.As(invited);
        Assert.Contains("Only freelancers its client invites", (await guest.Open($"/jobs/{job}")).Text());
        await nobody.Get($"/api/v1/jobs/{job}", HttpStatusCode.NotFound);
        await (await Site.As(await Site.Admin())).Get($"/api/v1/jobs/{job}", HttpStatusCode.OK);
        await (await Site.As(await Site.Admin())).Open($"/jobs/{job}");
        await (await Site.As(client)).Get($"/api/v1/jobs/{job}", HttpStatusCode.OK);
        await guest.Post($"/api/v1/jobs/{job}/proposals", HiringSituations.Proposal(), HttpStatusCode.Created);
        Assert.Equal("accepted", (await guest.Get($"/api/v1/invitations/{invitation}")).Said("state"));
    }

    [Fact]
    public async Task What_is_taken_back_closes_an_unlisted_job_and_can_be_sent_once_more()
    {
        var (client, freelancer) = (await Site.Client(), await Site.ShownFreelancer());
        var job = await Site.UnlistedJob(client);
        var (hiring, working) = (await Site.As(client), await Site.As(freelancer));
        var invitation = await Site.Invited(client, freelancer, job);

        var (_, page) = await hiring.Submit($"/jobs/{job}/invitations", $"withdraw-{invitation}");
        Assert.Contains("Withdrawn", page.Text());
        await working.Get($"/api/v1/jobs/{job}", HttpStatusCode.NotFound);
        await working.Post($"/api/v1/jobs/{job}/proposals", HiringSituations.Proposal(), HttpStatusCode.NotFound);
        await working.Open($"/invitations/{invitation}");

        Assert.Equal(invitation, await Site.Invited(client, freelancer, job));
        await working.Get($"/api/v1/jobs/{job}", HttpStatusCode.OK);
        await hiring.Post($"/api/v1/invitations/{invitation}/withdraw", null, HttpStatusCode.OK);
        var enough = await hiring.Post($"/api/v1/jobs/{job}/invitations", new { freelancerId = freelancer.Id },
            HttpStatusCode.Conflict);
        Assert.Equal("invited_enough", enough.Said("code"));
    }

    [Fact]
    public async Task A_no_has_a_reason_the_client_reads_and_can_be_thought_better_of()
    {
        var (client, freelancer) = (await Site.Client(), await Site.ShownFreelancer());
        var job = await Site.PostedJob(client);
        var invitation = await Site.Invited(client, freelancer, job);
        var (hiring, working) = (await Site.As(client), await Site.As(freelancer));

        var (silent, asked) = await working.Submit($"/invitations/{invitation}", "decline", ("No.Reason", "Other"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("Say why in a few words.", asked.Text());
        await working.Submit($"/invitations/{invitation}", "decline",
            ("No.Reason", "Timing"), ("No.Note", "Free from March."));
        await Site.Drain();

        Assert.Contains("The dates do not fit: “Free from March.”",
            (await hiring.Open($"/jobs/{job}/invitations")).Text());
        Assert.Contains("declined your invitation", (await hiring.Open("/notifications")).Text());
        var again = await hiring.Post($"/api/v1/jobs/{job}/invitations", new { freelancerId = freelancer.Id },
            HttpStatusCode.Conflict);
        Assert.Equal("wrong_state", again.Said("code"));
        await working.Post($"/api/v1/jobs/{job}/proposals", HiringSituations.Proposal(), HttpStatusCode.Created);
        Assert.Contains("Sent a proposal", (await hiring.Open($"/jobs/{job}/invitations")).Text());
    }

    [Fact]
    public async Task Who_wants_none_from_a_client_gets_none_and_nobody_is_flooded()
    {
        var (client, freelancer) = (await Site.Client(), await Site.ShownFreelancer());
        var (one, other) = (await Site.PostedJob(client), await Site.PostedJob(client));
        var (hiring, working) = (await Site.As(client), await Site.As(freelancer));
        var invitation = await Site.Invited(client, freelancer, one);

        await working.Post($"/api/v1/invitations/{invitation}/decline", new { reason = "busy", noMore = true });
        var none = await hiring.Post($"/api/v1/jobs/{other}/invitations", new { freelancerId = freelancer.Id },
            HttpStatusCode.Conflict);
        Assert.Equal("no_invitations", none.Said("code"));
        for (var i = 0; i < InviteFreelancer.MostPerJob; i++) await Site.Invited(client, null, other);
        var many = await hiring.Post($"/api/v1/jobs/{other}/invitations",
            new { freelancerId = (await Site.ShownFreelancer()).Id }, HttpStatusCode.Conflict);
        Assert.Equal("too_many_invitations", many.Said("code"));
    }

    [Fact]
    public async Task Who_cannot_be_invited_is_said_in_words()
    {
        var client = await Site.Client();
        var offered = await Site.Proposed(await Site.PostedJob(client), client, await Site.ShownFreelancer());
        var hiring = await Site.As(client);
        async Task<string> Code(Guid freelancer, HttpStatusCode expect = HttpStatusCode.Conflict) =>
            (await hiring.Post($"/api/v1/jobs/{offered.Job}/invitations", new { freelancerId = freelancer }, expect))
            .Said("code");

        Assert.Equal("already_proposed", await Code(offered.Freelancer.Id));
        Assert.Equal("own_job", await Code(offered.Client.Id));
        Assert.Equal("not_found", await Code((await Site.Freelancer()).Id, HttpStatusCode.NotFound)); // no profile
        await hiring.Post($"/api/v1/jobs/{offered.Job}/cancel", null);
        Assert.Equal("wrong_state", await Code((await Site.ShownFreelancer()).Id));
        Assert.Contains("You have no open job", (await hiring.Open(
            $"/freelancers/{offered.Freelancer.Id}/invite")).Text());
    }

    [Fact]
    public async Task Two_tabs_that_send_at_once_send_one_invitation()
    {
        var (client, freelancer) = (await Site.Client(), await Site.ShownFreelancer());
        var job = await Site.PostedJob(client);
        var apis = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Site.As(client)));

        var answers = await Task.WhenAll(apis.Select(api => api.PostAsync($"/api/v1/jobs/{job}/invitations",
            System.Net.Http.Json.JsonContent.Create(new { freelancerId = freelancer.Id }))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await Site.All<Invitation>(), i => i.JobId == job);
    }

    [Fact]
    public async Task The_end_of_a_job_ends_its_invitations()
    {
        var client = await Site.Client();
        var job = await Site.PostedJob(client);
        var waiting = await Site.ShownFreelancer();
        var invitation = await Site.Invited(client, waiting, job);

        await Site.Hire(await Site.Proposed(job, client));
        await Site.Drain();

        var theirs = await Site.As(waiting);
        Assert.Equal("expired", (await theirs.Get($"/api/v1/invitations/{invitation}")).Said("state"));
        Assert.Contains("is no longer open, and your invitation to it has ended",
            (await theirs.Open("/notifications")).Text());
    }
}

public class InvitationTimeTests : OwnSiteTest
{
    [Fact]
    public async Task Silence_is_called_to_mind_and_then_means_no()
    {
        var (client, freelancer) = (await Site.Client(), await Site.ShownFreelancer());
        var job = await Site.UnlistedJob(client);
        var invitation = await Site.Invited(client, freelancer, job);
        await Site.Drain();

        Site.Clock.Advance(TimeSpan.FromDays(11.1));
        await Site.Drain();
        Assert.Contains("ends in 3 days", (await (await Site.As(freelancer)).Open("/notifications")).Text());
        Site.Clock.Advance(TimeSpan.FromDays(3));

        // The clock decides, not the timer that has not run yet.
        var late = await (await Site.As(freelancer)).Post($"/api/v1/jobs/{job}/proposals", HiringSituations.Proposal(),
            HttpStatusCode.Conflict);
        Assert.Equal("not_invited", late.Said("code"));
        await Site.Drain();
        Assert.Equal("expired",
            (await (await Site.As(freelancer)).Get($"/api/v1/invitations/{invitation}")).Said("state"));
        Assert.Contains("did not answer your invitation",
            (await (await Site.As(client)).Open("/notifications")).Text());
    }
}
