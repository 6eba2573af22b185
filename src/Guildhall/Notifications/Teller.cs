using Guildhall.Accounts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Notifications;

/// <summary>Tells one person one thing, where that person wants to hear it. Joins the handler's transaction.</summary>
public class Teller(Db db, LiveFeed live, Mailer mailer)
{
    readonly Dictionary<Guid, Preference[]> wishes = [];

    public virtual async Task Tell(
        Guid person, Topic topic, FormattableString words, string link, CancellationToken ct, bool byMail = false,
        FormattableString? inMail = null)
    {
        var wanted = await Wish(person, topic, ct);
        if (byMail && wanted.Mail) await mailer.Tell(person, words, ct,
            [.. inMail is null ? Array.Empty<FormattableString>() : [inMail], $"Read more: {mailer.Url(link)}"]);
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
        await live.Publish(db, $"user:{person}", async () => new { unread = await Unread(person, ct) }, ct);

    // One piece of work often tells one person several things: their wishes are read once in it.
    async Task<Preference> Wish(Guid person, Topic topic, CancellationToken ct)
    {
        if (!wishes.TryGetValue(person, out var known))
            wishes.Add(person, known = await db.Set<Preference>().AsNoTracking()
                .Where(p => p.PersonId == person).ToArrayAsync(ct));
        return known.SingleOrDefault(p => p.Topic == topic) ?? new() { PersonId = person, Topic = topic };
    }

    public Task<int> Unread(Guid person, CancellationToken ct) =>
        db.Set<Notification>().CountAsync(n => n.PersonId == person && n.ReadAt == null, ct);
}
