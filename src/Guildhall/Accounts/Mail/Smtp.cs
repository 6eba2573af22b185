using System.Net;
using System.Net.Mail;
using System.Text;

namespace Guildhall.Accounts;

/// <summary>The way mail leaves the site. The message id is the same when a delivery is tried again.</summary>
public sealed class Smtp(MailSettings settings)
{
    public bool IsOn => settings.IsOn;

    public async Task Send(string to, string subject, string text, Guid id, CancellationToken ct)
    {
        using var message = new MailMessage(settings.Sender, to)
        {
            Subject = OneLine(subject), SubjectEncoding = Encoding.UTF8,
            Body = text, BodyEncoding = Encoding.UTF8, BodyTransferEncoding = System.Net.Mime.TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", $"<{id:N}@{settings.Sender.Split('@')[1]}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient(settings.Host, settings.PortOrDefault) { EnableSsl = settings.Tls };
        if (settings.User is not null) client.Credentials = new NetworkCredential(settings.User, settings.Password);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        await client.SendMailAsync(message, limit.Token);
    }

    static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
