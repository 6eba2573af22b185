using Guildhall.Accounts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Notifications;

/// <summary>Tells one person one thing, where that person wants to hear it. Joins the handler's transaction.</summary>
public sealed class Teller(Db db, LiveFeed live, Mailer mailer)
{
    public async Task Tell(
        Guid person, Topic topic, FormattableString words, string link, CancellationToken ct, bool byMail = false)
    {
        var wanted = await db.Set<Preference>().AsNoTracking()
            .SingleOrDefaultAsync(p => p.PersonId == person && p.Topic == topic, ct)
            ?? new() { PersonId = person, Topic = topic };
        if (byMail && wanted.Mail) await mailer.Tell(person, words, $"Read more: {mailer.Url(link)}", ct);
        if (!wanted.InApp) return;
        db.Add(new Notification
        {
            PersonId = person, Topic = topic, Format = words.Format, Values = Notification.Pack(words), Link = link,
            At = db.Clock.Now(),
        });
        await db.SaveChangesAsync(ct);
        await Announce(person, ct);
    }

    /// <summary>The number on the bell, sent to the person's open pages.</summary>
    public async Task Announce(Guid person, CancellationToken ct) =>
        await live.Publish(db, $"user:{person}", new { unread = await Unread(person, ct) }, ct);

    public Task<int> Unread(Guid person, CancellationToken ct) =>
        db.Set<Notification>().CountAsync(n => n.PersonId == person && n.ReadAt == null, ct);
}
