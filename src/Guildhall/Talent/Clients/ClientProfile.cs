using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Profiles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Talent.Clients;

public enum CompanySize { JustMe, UpTo10, UpTo50, UpTo250, Over250 }

/// <summary>What a client says of the company that hires.</summary>
public sealed class ClientProfile : IVersioned
{
    public required Guid AccountId { get; init; }
    public string Company { get; private set; } = "";
    public string Industry { get; private set; } = "";
    public string About { get; private set; } = "";
    public CompanySize? Size { get; private set; }
    public string? City { get; private set; }
    /// <summary>ISO 3166 alpha-2.</summary>
    public string? Country { get; private set; }
    public long Version { get; set; }

    public void Describe(CompanyWords words)
    {
        new Check().Text(words.Company, "Company", max: 100, min: 0).Text(words.Industry, "Industry", max: 80, min: 0)
            .Text(words.About, "About", max: 3_000, min: 0).Text(words.City, "City", max: 80, min: 0)
            .That(string.IsNullOrEmpty(words.Country) || Places.IsCountry(words.Country), "Country",
                $"Choose a country from the list.")
            .ThrowIfAny();
        (Company, Industry, About) = (Trimmed(words.Company), Trimmed(words.Industry), Trimmed(words.About));
        (Size, City) = (words.Size, Trimmed(words.City) is { Length: > 0 } city ? city : null);
        Country = string.IsNullOrEmpty(words.Country) ? null : words.Country.ToUpperInvariant();
    }

    static string Trimmed(string? text) => text?.Trim() ?? "";
}

/// <summary>All that a client says of the company; what is left out is not stated.</summary>
public sealed record CompanyWords(
    string? Company = null, string? Industry = null, string? About = null, CompanySize? Size = null,
        string? City = null,
    string? Country = null);

sealed class ClientProfileTable : IEntityTypeConfiguration<ClientProfile>
{
    public void Configure(EntityTypeBuilder<ClientProfile> table)
    {
        table.ToTable("talent_clients").HasKey(c => c.AccountId);
        table.Property(c => c.AccountId).ValueGeneratedNever();
    }
}

static class CompanySizes
{
    /// <summary>In English, a key for the site's words.</summary>
    public static string Word(CompanySize size) => size switch
    {
        CompanySize.JustMe => "One person",
        CompanySize.UpTo10 => "Up to 10 people",
        CompanySize.UpTo50 => "Up to 50 people",
        CompanySize.UpTo250 => "Up to 250 people",
        _ => "More than 250 people",
    };
}
