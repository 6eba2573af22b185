using System.Globalization;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts.Public;

/// <summary>A mail owed to somebody. Written in the transaction that causes it, delivered after it.</summary>
public sealed record MailRequested(string To, string Subject, string Text);

/// <summary>Mail through the outbox, in the reader's language.</summary>
public class Mailer(
    Db db, Words words, Settings settings, MailSettings mail, IWebHostEnvironment environment)
{
    /// <summary>Whether a mail server is configured; without one, mail stays on the page /outbox.</summary>
    public bool Leaves => mail.IsOn;

    /// <summary>Whether whoever is mailed can read it: it leaves, or the outbox is open to all.</summary>
    public bool Reaches => Leaves || settings.Demo || environment.IsDevelopment();

    /// <summary>Whether a mailed link opens new accounts; if not, they open at once.</summary>
    public bool OpensAccounts => mail.Confirm ?? Reaches;

    /// <summary>Adds a mail to the caller's unit of work; it leaves when that commits.</summary>
    public void Send(string to, string language, FormattableString subject, params FormattableString[] paragraphs)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var text = string.Join("\n\n", paragraphs.Select(p => words[p])
                .Append(words["Guildhall, where work is agreed in the open"]));
            db.Publish(new MailRequested(to, words[subject], text));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    /// <summary>
    /// The same to an account, by its own address and in its own language. The subject opens the mail too.
    /// </summary>
    public virtual async Task Tell(
        Guid account, FormattableString news, CancellationToken ct, params FormattableString[] more)
    {
        var reader = await db.Set<Account>().AsNoTracking().Where(a => a.Id == account)
            .Select(a => new { a.Email, a.Language }).SingleOrDefaultAsync(ct);
        if (reader?.Email is { } to) Send(to, reader.Language, news, [news, .. more]);
    }

    /// <summary>The full address of a page, for links in mail.</summary>
    public string Url(string path) => settings.PublicUrl.TrimEnd('/') + path;
}
