namespace Guildhall.Accounts;

/// <summary>
/// The mail server. Read from <c>GUILDHALL__MAIL__*</c>; without a host, mail stays on the page /outbox.
/// </summary>
public sealed record MailSettings
{
    /// <summary>Name of the SMTP server. Empty: no mail leaves.</summary>
    public string? Host { get; init; }

    /// <summary>Default: 587 with TLS, 25 without.</summary>
    public int? Port { get; init; }

    /// <summary>The name to sign in with. Empty: no sign-in.</summary>
    public string? User { get; init; }

    /// <summary>Its password; set both or neither.</summary>
    public string? Password { get; init; }

    /// <summary>The sender. Default: guildhall@ the host.</summary>
    public string? From { get; init; }

    /// <summary>
    /// STARTTLS before anything is said. Default: true. Switch off only for a server on the same machine.
    /// </summary>
    public bool Tls { get; init; } = true;

    /// <summary>
    /// Whether a mailed link opens a new account. Default: true with a mail server and in a demo; without either,
    /// accounts open at once. True without a mail server: an administrator passes the links of /outbox on.
    /// </summary>
    public bool? Confirm { get; init; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Host);
    public int PortOrDefault => Port ?? (Tls ? 587 : 25);
    public string Sender => From ?? $"guildhall@{Host}";

    public static MailSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Guildhall:Mail");
        var known = typeof(MailSettings).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).ToArray();
        if (section.GetChildren().FirstOrDefault(c => !known.Contains(c.Key, StringComparer.OrdinalIgnoreCase))
            is { } unknown)
            throw new InvalidOperationException(
                $"Unknown setting GUILDHALL__MAIL__{unknown.Key.ToUpperInvariant()}. "
                + $"Known: {string.Join(", ", known)}.");
        var settings = section.Get<MailSettings>() ?? new();
        if (!settings.IsOn) return settings;
        if (settings.PortOrDefault is < 1 or > 65535)
            throw new InvalidOperationException("GUILDHALL__MAIL__PORT is between 1 and 65535.");
        if (!Register.IsAddress(settings.Sender))
            throw new InvalidOperationException(
                $"GUILDHALL__MAIL__FROM must be a mail address; it is '{settings.Sender}'.");
        if (settings.Confirm == false)
            throw new InvalidOperationException("""
                GUILDHALL__MAIL__CONFIRM=false would mail to addresses nobody proved. With a mail server leave it out.
                """.Trim());
        return (settings.User is null) == (settings.Password is null)
            ? settings
            : throw new InvalidOperationException("Set GUILDHALL__MAIL__USER and GUILDHALL__MAIL__PASSWORD together.");
    }
}
