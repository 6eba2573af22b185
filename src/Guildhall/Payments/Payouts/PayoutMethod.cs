using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Payments;

/// <summary>A bank account money is paid out to. Its number is stored encrypted; pages show the last four
/// characters.</summary>
public sealed class PayoutMethod : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OwnerId { get; init; }
    public required string Holder { get; init; }
    /// <summary>Two letters, from the IBAN.</summary>
    public required string Country { get; init; }
    public required string Last4 { get; init; }
    public required string Secret { get; init; }
    public required DateTime AddedAt { get; init; }
    public DateTime? RemovedAt { get; private set; }
    public long Version { get; set; }

    public string Shown => $"{Country} ···· {Last4}";

    public void Remove(DateTime now) => RemovedAt ??= now;
}

sealed class PayoutMethodTable : IEntityTypeConfiguration<PayoutMethod>
{
    public void Configure(EntityTypeBuilder<PayoutMethod> table)
    {
        table.ToTable("payments_payout_methods").Ignore(m => m.Shown);
        table.HasIndex(m => m.OwnerId);
    }
}

/// <summary>Keeps account numbers unreadable in the database and its backups.</summary>
public sealed class BankSecrets(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("payments.bank-account");

    public string Seal(string iban) => protector.Protect(iban);
    public string Open(string secret) => protector.Unprotect(secret);
}

/// <summary>International bank account numbers (ISO 13616).</summary>
public static class Iban
{
    /// <summary>Upper case without spaces; null when it is not a valid number.</summary>
    public static string? Read(string? text)
    {
        var plain = new string([.. (text ?? "").Where(c => c is not ' ' and not '-')]).ToUpperInvariant();
        return plain.Length is >= 15 and <= 34 && plain.All(char.IsAsciiLetterOrDigit)
            && plain[..2].All(char.IsAsciiLetter) && plain[2..4].All(char.IsAsciiDigit) && Remainder(plain) == 1
                ? plain : null;
    }

    static int Remainder(string iban)
    {
        var remainder = 0;
        foreach (var c in iban[4..] + iban[..4])
            remainder = char.IsAsciiDigit(c)
                ? (remainder * 10 + (c - '0')) % 97
                : (remainder * 100 + (c - 'A' + 10)) % 97;
        return remainder;
    }
}

/// <summary>A bank that moves no real money: the account's number decides what happens.</summary>
public static class SimulatorBank
{
    /// <summary>Accounts to try with: the first receives, the second sends the money back.</summary>
    public const string Accepts = "DE89 3704 0044 0532 0130 00", Returns = "DE40 3704 0044 0532 0100 02";

    public const string ReturnedWords = "The bank sent the money back: this account is closed. Add another account.";

    public static bool SendsBack(string iban) => iban.EndsWith("0002", StringComparison.Ordinal);
}
