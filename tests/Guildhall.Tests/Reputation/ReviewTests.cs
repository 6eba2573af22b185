using System.Net;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Reputation;

public class ReviewTests : OwnSiteTest
{
    [Fact]
    public async Task A_review_stays_hidden_until_the_other_side_has_spoken_too()
    {
        var (client, freelancer) = (await Site.Client(), await Site.Freelancer());
        var contract = await Site.FinishedContract(client, freelancer);

        await Review(client, contract, 5, "She cut our build to four minutes.");
        await Site.Drain();
        Assert.Empty(await ReviewsOf(freelancer, "freelancer"));

        await Review(freelancer, contract, 4, "A clear brief and quick answers.");
        await Site.Drain();

        Assert.Equal("She cut our build to four minutes.",
            (string?)Assert.Single(await ReviewsOf(freelancer, "freelancer"))!["text"]);
        Assert.Equal(4, (int?)Assert.Single(await ReviewsOf(client, "client"))!["rating"]);
    }

    [Fact]
    public async Task After_seven_days_what_was_said_shows_alone()
    {
        var (client, freelancer) = (await Site.Client(), await Site.Freelancer());
        var contract = await Site.FinishedContract(client, freelancer);
        await Review(client, contract, 5, "All good.");
        await Site.Drain();

        Site.Clock.Advance(TimeSpan.FromDays(7.1));
        await Site.Drain();

        Assert.Single(await ReviewsOf(freelancer, "freelancer"));
        var late = await (await Site.As(freelancer))
            .Post("/api/v1/reviews", Input(contract, 3, "Too late"), HttpStatusCode.Conflict);
        Assert.Equal("no_review_right", (string?)late["code"]);
    }

    [Fact]
    public async Task A_published_review_makes_a_score_that_adds_up()
    {
        var (client, freelancer) = (await Site.Client(), await Site.Freelancer());
        var contract = await Site.FinishedContract(client, freelancer);
        await Review(client, contract, 5, "Excellent.");
        await Review(freelancer, contract, 5, "Excellent too.");
        await Site.Drain();

        var card = await Site.Anonymous().Get($"/api/v1/reputation/{freelancer.Id}");

        Assert.Equal((int)card["score"]!, card["components"]!.AsArray().Sum(c => (int)c!["points"]!));
        Assert.Equal((5, 1), ((int)card["stars"]!, (int)card["reviews"]!));
        var page = await Site.Anonymous().Open($"/reputation/{freelancer.Id}");
        Assert.Contains($"{(int)card["score"]!} / 1000", page.Text());
    }

    [Fact]
    public async Task One_review_each_and_only_by_the_parties()
    {
        var (client, freelancer) = (await Site.Client(), await Site.Freelancer());
        var contract = await Site.FinishedContract(client, freelancer);
        await Review(client, contract, 5, "Once.");

        var again = await (await Site.As(client))
            .Post("/api/v1/reviews", Input(contract, 1, "Twice."), HttpStatusCode.Conflict);
        var stranger = await (await Site.As(await Site.Client()))
            .Post("/api/v1/reviews", Input(contract, 1, "Me too."), HttpStatusCode.Conflict);

        Assert.Equal(("already_reviewed", "no_review_right"), ((string?)again["code"], (string?)stranger["code"]));
        await (await Site.As(await Site.Client())).Open($"/contracts/{contract}/review", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_keeps_what_was_typed_and_names_the_missing_stars()
    {
        var (client, freelancer) = (await Site.Client(), await Site.Freelancer());
        var contract = await Site.FinishedContract(client, freelancer);
        var browser = await Site.As(client);

        var (answer, page) =
            await browser.Submit($"/contracts/{contract}/review", "review", ("Model.Text", "Typed with care"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Choose one to five stars.", page.Text());
        Assert.Contains("Typed with care", page.Text());
    }

    [Fact]
    public async Task A_review_handed_in_on_the_page_is_kept()
    {
        var (client, freelancer) = (await Site.Client(), await Site.Freelancer());
        var contract = await Site.FinishedContract(client, freelancer);

        var (_, page) = await (await Site.As(client)).Submit($"/contracts/{contract}/review", "review",
            ("Model.Overall", "5"), ("Model.Success", "5"), ("Model.Communication", "4"),
                ("Model.Professionalism", "5"),
            ("Model.Deadlines", "5"), ("Model.Quality", "5"), ("Model.OnTime", "true"), ("Model.Text", "A pleasure."));

        Assert.True(page.Text().Contains("Thank you. Your review is kept."), page.Text());
    }

    [Fact]
    public async Task Whatever_the_news_says_of_a_review_it_leads_to_a_page()
    {
        var (client, freelancer) = (await Site.Client(), await Site.Freelancer());
        var contract = await Site.FinishedContract(client, freelancer);
        await Review(client, contract, 4, "She cut our build to four minutes.");
        await Review(freelancer, contract, 5, "A clear brief.");
        await Site.Drain();
        var silent = await Site.FinishedContract(client, freelancer);
        await Site.Drain();
        Site.Clock.Advance(TimeSpan.FromDays(30));
        await Site.Drain();

        var browser = await Site.As(freelancer);
        var news = (await browser.Open("/notifications")).QuerySelectorAll("main li a");
        Assert.Contains(news, a => a.TextContent.Contains("is public: 4 of 5"));
        foreach (var item in news)
        {
            var page = await browser.Open(item.GetAttribute("href")!);
            if (item.TextContent.Contains("is public")) Assert.Contains("She cut our build", page.Text());
        }
        Assert.Contains("She cut our build", (await browser.Open($"/contracts/{contract}/review")).Text());
        Assert.Contains("The time for reviews of this contract ended on",
            (await browser.Open($"/contracts/{silent}/review")).Text());
        await (await Site.As(await Site.Client())).Open($"/contracts/{silent}/review", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_reviewed_person_answers_once_in_public()
    {
        var (client, freelancer) = (await Site.Client(), await Site.Freelancer());
        var contract = await Site.FinishedContract(client, freelancer);
        await Review(client, contract, 2, "Late twice.");
        await Review(freelancer, contract, 4, "Fair.");
        await Site.Drain();
        var review = (Guid)Assert.Single(await ReviewsOf(freelancer, "freelancer"))!["id"]!;
        var api = await Site.As(freelancer);

        await api.Post($"/api/v1/reviews/{review}/reply",
            new { text = "The first delay was a holiday we had agreed." });
        await api.Post($"/api/v1/reviews/{review}/reply", new { text = "And another thing" }, HttpStatusCode.Conflict);
        await (await Site.As(client))
            .Post($"/api/v1/reviews/{review}/reply", new { text = "No" }, HttpStatusCode.NotFound);

        Assert.Contains("holiday", (string?)Assert.Single(await ReviewsOf(freelancer, "freelancer"))!["reply"]);
    }

    async Task Review(Guildhall.Accounts.Account by, Guid contract, int rating, string text) =>
        await (await Site.As(by)).Post("/api/v1/reviews", Input(contract, rating, text), HttpStatusCode.Created);

    static object Input(Guid contractId, int rating, string text) => new
    {
        contractId, rating, success = rating, communication = rating, professionalism = rating, deadlines = rating,
        qualityScore = rating, onTime = true, text,
    };

    async Task<System.Text.Json.Nodes.JsonArray> ReviewsOf(Guildhall.Accounts.Account person, string side) =>
        (await Site.Anonymous().Get($"/api/v1/users/{person.Id}/reviews?side={side}"))["items"]!.AsArray();
}
