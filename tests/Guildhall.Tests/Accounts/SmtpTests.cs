using System.Text;
using Guildhall.Accounts;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Accounts;

public class SmtpTests
{
    [Fact]
    public async Task A_mail_reaches_the_server_whole_and_keeps_its_id_when_it_is_tried_again()
    {
        await using var server = new SmtpCatcher();
        var smtp = new Smtp(new() { Host = "127.0.0.1", Port = server.Port, Tls = false, From = "hall@example.org" });
        var id = Guid.CreateVersion7();

        await smtp.Send("ana@example.org", "Propuesta aceptada: 250 €", "Hola, Ana:\n\nya está.", id, default);
        await smtp.Send("ana@example.org", "Propuesta aceptada: 250 €", "Hola, Ana:\n\nya está.", id, default);

        Assert.Equal(2, server.Mails.Count);
        var mail = server.Mails.First();
        Assert.Contains("MAIL FROM:<hall@example.org>", mail.Envelope[0]);
        Assert.Contains("RCPT TO:<ana@example.org>", mail.Envelope[1]);
        Assert.Equal("Hola, Ana:\n\nya está.", mail.Body().ReplaceLineEndings("\n").Trim());
        Assert.All(server.Mails, m => Assert.Contains($"Message-ID: <{id:N}@example.org>", m.Head, IgnoreCase));
        Assert.Contains("Auto-Submitted: auto-generated", mail.Head, IgnoreCase);
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("Propuesta"))[..10], mail.Head);
    }

    [Fact]
    public async Task A_line_break_in_a_subject_makes_no_header()
    {
        await using var server = new SmtpCatcher();
        var smtp = new Smtp(new() { Host = "127.0.0.1", Port = server.Port, Tls = false, From = "hall@example.org" });

        await smtp.Send(
            "ana@example.org", "News\r\nBcc: everyone@example.org", "A text", Guid.CreateVersion7(), default);

        Assert.DoesNotContain(Assert.Single(server.Mails).Head.Split('\n'), l => l.StartsWith("Bcc", IgnoreCase));
    }

    [Fact]
    public async Task A_server_that_refuses_is_an_error_so_that_the_delivery_is_tried_again()
    {
        await using var server = new SmtpCatcher(refuse: true);
        var smtp = new Smtp(new() { Host = "127.0.0.1", Port = server.Port, Tls = false, From = "hall@example.org" });

        await Assert.ThrowsAnyAsync<System.Net.Mail.SmtpException>(() =>
            smtp.Send("ana@example.org", "News", "A text", Guid.CreateVersion7(), default));
    }

    const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;
}
