using System.Net;
using System.Text.Json.Nodes;
using Guildhall.Accounts;
using Guildhall.Accounts.Public;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Tests.Support;

/// <summary>Somebody with a password, as the API made them.</summary>
public sealed record Somebody(Guid Id, string Email, string Password, string AccessToken, string RefreshToken);

public static class AccountsSituations
{
    public const string GoodPassword = "violet anchor 7 meadow";

    public static string NewMail(string name = "ana") => $"{name}.{Guid.CreateVersion7():N}@test.guildhall.example";

    public static async Task<Somebody> Registered(this Site site, string role = "client")
    {
        var email = NewMail();
        var answer = await site.Registered(email, "Ana", "Ruiz", role);
        return new((Guid)answer["accountId"]!, email, GoodPassword, (string)answer["accessToken"]!,
            (string)answer["refreshToken"]!);
    }

    /// <summary>Asks for an account over the API, reads the mail and opens it: the first tokens.</summary>
    public static async Task<JsonNode> Registered(this Site site, string email, string first, string last, string role)
    {
        await site.Anonymous().Post("/auth/register",
            new { email, password = GoodPassword, firstName = first, lastName = last, role }, HttpStatusCode.Accepted);
        var token = (await site.LinkMailedTo(email, "/register/")).Split('/')[^1];
        return await site.Anonymous().Post("/api/v1/auth/confirm", new { token, password = GoodPassword });
    }

    /// <summary>The path in the latest mail to an address, by how it begins.</summary>
    public static async Task<string> LinkMailedTo(this Site site, string email, string path)
    {
        await site.Drain();
        var mail = (await site.All<Mail>()).Where(m => m.To == email && m.Text.Contains(path)).MaxBy(m => m.Id)!;
        return mail.Text[mail.Text.IndexOf(path, StringComparison.Ordinal)..].Split((char[]?)null)[0];
    }

    public static HttpClient WithToken(this Site site, string token, bool follow = false)
    {
        var client = site.Anonymous(follow);
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>A browser that has signed in on the page.</summary>
    public static async Task<HttpClient> Browser(this Site site, Somebody person)
    {
        var browser = site.Anonymous();
        await browser.Submit("/sign-in", "sign-in", ("Input.Email", person.Email), ("Input.Password", person.Password));
        return browser;
    }

    public static async Task Suspended(this Site site, Account account,
        string reason = "Asked for payment outside the site")
    {
        var admin = await site.Admin();
        await site.With<SuspendAccount>(suspend => suspend.Run(
            account.Id, new("Keep payments on the site", reason), admin.Id, default));
    }

    public static async Task<Guid> SessionOf(this Site site, Account account)
    {
        await site.As(account);
        return await site.Ask(db => db.Set<Session>().Where(s => s.AccountId == account.Id).Select(s => s.Id)
            .FirstAsync());
    }

    /// <summary>A mail in the local outbox.</summary>
    public static async Task<Guid> MailTo(this Site site, string to)
    {
        await site.With<Db>(db =>
            { db.Publish(new MailRequested(to, "A subject", "A text")); return db.SaveChangesAsync(); });
        await site.Drain();
        return (await site.All<Mail>()).Last(m => m.To == to).Id;
    }

    public static string Said(this JsonNode problem, string name) => (string?)problem[name] ?? "";
}
