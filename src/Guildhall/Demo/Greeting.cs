using Guildhall.Accounts;
using Guildhall.Shared;
using Guildhall.Shared.Data;

namespace Guildhall.Demo;

/// <summary>What somebody who has just started the site wants to know.</summary>
static class Greeting
{
    public static void Print(WebApplication app) => _ = Task.Run(async () =>
    {
        // Served from memory, as in a test: there is no address to tell anybody.
        if (app.Urls.Count == 0) return;
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (settings, mail) = (services.GetRequiredService<Settings>(), services.GetRequiredService<MailSettings>());
        var address = app.Urls.First().Replace("[::]", "localhost").Replace("0.0.0.0", "localhost");
        var people = await DemoPeople.Of(services.GetRequiredService<Db>(), settings, default);
        var moved = services.GetRequiredService<DemoClock>().Offset;
        Console.WriteLine(string.Join('\n', Lines(address, people, mail, moved)));
    });

    static IEnumerable<string> Lines(
        string address, IReadOnlyList<DemoPerson> people, MailSettings mail, TimeSpan moved)
    {
        yield return "";
        yield return $"  Guildhall is open at {address}";
        yield return "";
        if (people.Count > 0)
        {
            yield return $"  Demo sign-ins (password {SeedDemo.Password})";
            foreach (var person in people) yield return $"    {person.Role,-11}{person.Name,-17}{person.Email}";
            yield return "";
        }
        yield return mail.IsOn ? $"  Mail leaves by {mail.Host}" : $"  Mail stays here: {address}/outbox";
        if (moved > TimeSpan.Zero) yield return $"  The clock was moved forward by {moved.TotalDays:0.##} days";
        yield return "";
    }
}
