using Guildhall.Accounts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;

namespace Guildhall.Accounts;

/// <summary>Hands a mail to the server, or keeps it for the local outbox when there is none.</summary>
sealed class DeliverMail(Smtp smtp, Db db) : IDeliver<MailRequested>, IHandle<MailRequested>
{
    public Task Deliver(MailRequested mail, Guid jobId, CancellationToken ct) =>
        smtp.IsOn ? smtp.Send(mail.To, mail.Subject, mail.Text, jobId, ct) : Task.CompletedTask;

    public Task Handle(MailRequested mail, CancellationToken ct)
    {
        if (!smtp.IsOn)
            db.Add(new Mail { To = mail.To, Subject = mail.Subject, Text = mail.Text, At = db.Clock.Now() });
        return Task.CompletedTask;
    }
}
