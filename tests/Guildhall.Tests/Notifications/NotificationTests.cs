using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Guildhall.Accounts;
using Guildhall.Notifications;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Ui;
using Guildhall.Tests.Architecture;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Notifications;

public partial class NotificationTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task News_of_a_contract_reaches_both_sides_in_their_language_and_by_mail()
    {
        var work = await Site.SubmittedContract();
        await Site.Drain();

        var client = await Site.As(work.Client);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");
        var page = await client.Open("/notifications");
        Assert.Contains("Se entregó «Part 1». Responde antes del", page.Text());
        var freelancer = await (await Site.As(work.Freelancer)).Get("/api/v1/notifications");
        var texts = freelancer["items"]!.AsArray().Select(i => (string)i!["text"]!).ToArray();
        Assert.Contains(texts, t => t.EndsWith("is held for “Part 1”. You can start.") && t.Contains("500"));
        Assert.Equal(texts.Length, (int)freelancer["unread"]!);
        Assert.Contains(await Site.All<Mail>(), m => m.To == work.Client.Email && m.Subject.Contains("was handed in"));
    }

    [Fact]
    public async Task The_bell_counts_down_when_news_is_read_and_strangers_news_stays()
    {
        var (person, stranger) = (await Site.Registered(), await Site.Registered());
        await Site.Drain();
        var api = Site.WithToken(person.AccessToken);
        var theirs = await Site.WithToken(stranger.AccessToken).Get("/api/v1/notifications");

        await api.Post("/api/v1/notifications/read", new { ids = new[] { (Guid)theirs["items"]![0]!["id"]! } },
            HttpStatusCode.NoContent);
        Assert.Equal(1, (int)(await api.Get("/api/v1/notifications"))["unread"]!);
        await api.Post("/api/v1/notifications/read", new { }, HttpStatusCode.NoContent);

        Assert.Equal(0, (int)(await api.Get("/api/v1/notifications"))["unread"]!);
        Assert.Equal(1, (int)(await Site.WithToken(stranger.AccessToken).Get("/api/v1/notifications"))["unread"]!);
    }

    [Fact]
    public async Task A_topic_that_was_switched_off_is_not_told()
    {
        var client = await Site.Client();
        var (answer, _) = await (await Site.As(client, follow: false)).Submit("/settings/notifications", "choose",
            ("Mail", "Money"), ("InApp", "Money"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        await Site.With<Teller>(teller => teller.Tell(client.Id, Topic.Contracts, $"Work on {"X"} can begin.",
            "/contracts", default));
        await Site.With<Teller>(teller => teller.Tell(client.Id, Topic.Money, $"Work on {"X"} can begin.", "/money",
            default));

        var told = (await Site.All<Notification>()).Where(n => n.PersonId == client.Id).Select(n => n.Topic);
        Assert.Equal([Topic.Money], told);
    }

    [Fact]
    public void Every_piece_of_news_has_its_Spanish_with_the_same_values()
    {
        var spanish = new Words().In("es");
        var formats = Repository.Sources("src/Guildhall/Notifications/News").SelectMany(s => News().Matches(s.Text))
            .Select(m => Placeholders(m.Groups[1].Value)).ToArray();

        Assert.True(formats.Length > 35);
        Assert.All(formats, f => Assert.Contains(f, spanish.Keys));
    }

    static string Placeholders(string interpolated)
    {
        var n = 0;
        return Value().Replace(interpolated, m => $"{{{n++}{m.Groups[1].Value}}}");
    }

    [GeneratedRegex("""\$"((?:[^"\\/]|\\.)+)"(?=[,;\n ]|$)""")]
    private static partial Regex News();

    [GeneratedRegex(@"\{[^{}:]+(:[^{}]+)?\}")]
    private static partial Regex Value();
}
