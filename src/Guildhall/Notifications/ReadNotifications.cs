using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Ui;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Notifications;

/// <summary>A person's own news, newest first, and taking note of it.</summary>
public sealed class ReadNotifications(Db db, Teller teller, Words words, TimeProvider clock)
{
    public sealed record Item(Guid Id, string Text, string Link, DateTime At, bool Read, Topic Topic);

    /// <param name="Unread">the number on the bell</param>
    /// <param name="Next">cursor of the following page, null at the end</param>
    public sealed record Answer(IReadOnlyList<Item> Items, int Unread, string? Next);

    /// <summary>Null or no ids: everything.</summary>
    public sealed record Mark(IReadOnlyList<Guid>? Ids = null);

    public async Task<Answer> Of(Guid person, string? cursor, int? size, CancellationToken ct)
    {
        var (mine, take) = (db.Set<Notification>().AsNoTracking().Where(n => n.PersonId == person), Cursor.Size(size));
        if (cursor is { Length: > 0 })
        {
            var (at, id) = Cursor.TimeAndId(cursor);
            mine = mine.Where(n => n.At < at || n.At == at && n.Id < id);
        }
        var rows = await mine.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(take + 1).ToListAsync(ct);
        var next = rows.Count > take ? Cursor.Of(rows[take - 1].At, rows[take - 1].Id) : null;
        return new([.. rows.Take(take).Select(n =>
            new Item(n.Id, n.Text(words), n.Link, n.At, n.ReadAt is not null, n.Topic))],
            await teller.Unread(person, ct), next);
    }

    public Task MarkRead(Guid person, IReadOnlyList<Guid>? ids, CancellationToken ct)
    {
        if (ids?.Count > 500) throw new Refused($"Mark at most {500} at once, or all.", "too_many", "ids");
        return db.Transact(async () =>
        {
            var now = clock.Now();
            var unread = db.Set<Notification>().Where(n => n.PersonId == person && n.ReadAt == null);
            if (ids is { Count: > 0 }) unread = unread.Where(n => ids.Contains(n.Id));
            var count = await unread.ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), ct);
            if (count > 0) await teller.Announce(person, ct);
        }, ct);
    }

    public static void Map(Routes routes)
    {
        routes.Api.Get("/notifications", Who.SignedIn, Rate.Read, DataClass.Own,
            (string? cursor, int? size, ClaimsPrincipal user, ReadNotifications read, CancellationToken ct) =>
                read.Of(user.UserId(), cursor, size, ct))
            .WithName("listNotifications").WithSummary("Your news, newest first, in your language");
        routes.Api.Post("/notifications/read", Who.SignedIn, Rate.Write, DataClass.Own,
            async (Mark mark, ClaimsPrincipal user, ReadNotifications read, CancellationToken ct) =>
            {
                await read.MarkRead(user.UserId(), mark.Ids, ct);
                return TypedResults.NoContent();
            }).WithName("markNotificationsRead").WithSummary("Marks news as read; without ids, all of it");
    }
}
