using Guildhall.Shared.Data;
using Guildhall.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Notifications.Public;

/// <summary>One piece of news that its reader has not taken note of.</summary>
/// <param name="Text">In the reader's language.</param>
/// <param name="Link">The page it is about, a path of this site.</param>
/// <param name="At">UTC.</param>
public sealed record UnreadItem(Guid Id, string Text, string Link, DateTime At);

/// <summary>What somebody has not read yet.</summary>
/// <param name="Count">All of it.</param>
/// <param name="Latest">The newest of it, newest first.</param>
public sealed record UnreadInbox(int Count, IReadOnlyList<UnreadItem> Latest);

/// <summary>What other modules may show of a person's news.</summary>
public sealed class Inbox(Db db, Teller teller, Words words)
{
    public async Task<UnreadInbox> Of(Guid person, int most, CancellationToken ct)
    {
        var latest = await db.Set<Notification>().AsNoTracking().Where(n => n.PersonId == person && n.ReadAt == null)
            .OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(most).ToListAsync(ct);
        return new(latest.Count < most ? latest.Count : await teller.Unread(person, ct),
            [.. latest.Select(n => new UnreadItem(n.Id, n.Text(words), n.Link, n.At))]);
    }
}
