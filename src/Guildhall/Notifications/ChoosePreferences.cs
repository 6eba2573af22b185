using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Notifications;

/// <summary>Per topic, whether news is told in the app and whether what needs an answer also comes by mail.</summary>
public sealed class ChoosePreferences(Db db)
{
    public sealed record Choice(Topic Topic, bool InApp, bool Mail);

    public async Task<IReadOnlyList<Choice>> Of(Guid person, CancellationToken ct)
    {
        var chosen = await db.Set<Preference>().AsNoTracking().Where(p => p.PersonId == person)
            .ToDictionaryAsync(p => p.Topic, ct);
        return [.. Enum.GetValues<Topic>().Select(t => chosen.TryGetValue(t, out var p) ? new Choice(t, p.InApp, p.Mail)
            : new(t, true, true))];
    }

    public Task Run(Guid person, IReadOnlyList<Choice> choices, CancellationToken ct) => db.Transact(async () =>
    {
        var known = await db.Set<Preference>().Where(p => p.PersonId == person).ToListAsync(ct);
        foreach (var choice in choices)
        {
            var row = known.SingleOrDefault(p => p.Topic == choice.Topic);
            if (row is null)
            {
                known.Add(row = new() { PersonId = person, Topic = choice.Topic });
                db.Add(row);
            }
            (row.InApp, row.Mail) = (choice.InApp, choice.Mail);
        }
    }, ct);

    public static void Map(Routes routes)
    {
        routes.Api.Get("/users/me/notification-preferences", Who.SignedIn, Rate.Read, DataClass.Own,
            (ClaimsPrincipal user, ChoosePreferences choose, CancellationToken ct) => choose.Of(user.UserId(), ct))
            .WithName("getNotificationPreferences").WithSummary("Where each topic is told to you");
        routes.Api.Put("/users/me/notification-preferences", Who.SignedIn, Rate.Write, DataClass.Own,
            async (Choice[] choices, ClaimsPrincipal user, ChoosePreferences choose, CancellationToken ct) =>
            {
                await choose.Run(user.UserId(), choices, ct);
                return TypedResults.NoContent();
            }).WithName("choosePreferences").WithSummary("Chooses where topics are told to you");
    }
}
