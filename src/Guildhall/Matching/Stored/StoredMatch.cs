using System.IO.Compression;
using System.Text;
using Guildhall.Engine.Matching;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Matching;

/// <summary>
/// A match as it was made: the number, everything needed to make it again, and the site's signature over both. One row
/// for each pair, replaced when job, profile or weights change.
/// </summary>
public sealed class StoredMatch : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid JobId { get; init; }
    public required Guid FreelancerId { get; init; }
    /// <summary>In hundredths of a point, 0 to 10,000.</summary>
    public int Score { get; private set; }
    /// <summary>0 to 100.</summary>
    public int Compatibility { get; private set; }
    /// <summary>0 to 100.</summary>
    public int Confidence { get; private set; }
    /// <summary>When the work would be done; null when hours or availability are not stated.</summary>
    public DateOnly? Finish { get; private set; }
    /// <summary>SHA-256 of the inputs, lower-case hexadecimal.</summary>
    public string InputsHash { get; private set; } = "";
    public string WeightsVersion { get; private set; } = "";
    /// <summary>The skill graph it was made with.</summary>
    public string GraphVersion { get; private set; } = "";
    /// <summary>The formulas it was made with.</summary>
    public int Formula { get; private set; }
    /// <summary>The program that made it, and that verifies it for ever: "guildhall 1.0.0".</summary>
    public string Program { get; private set; } = "";
    /// <summary>No review and no finished contract here when it was made.</summary>
    public bool IsNewcomer { get; private set; }
    public string KeyId { get; private set; } = "";
    /// <summary>ES256 over <see cref="MatchSignature"/>'s statement, base64.</summary>
    public string Signature { get; private set; } = "";
    /// <summary>The rationale's JSON, compressed: the texts of both sides are in it.</summary>
    public byte[] Packed { get; private set; } = [];
    /// <summary>When it was made.</summary>
    public DateTime CreatedAt { get; private set; }
    /// <summary>Among the best of its job; a match that fell out stays for whoever was told of it.</summary>
    public bool IsCurrent { get; set; }
    /// <summary>When the freelancer was told of it; null: not yet.</summary>
    public DateTime? ToldAt { get; set; }
    public long Version { get; set; }

    static readonly string program = $"guildhall {typeof(StoredMatch).Assembly.GetName().Version!.ToString(3)}";

    public void Make(Made made)
    {
        var match = made.Match;
        (Score, Compatibility, Confidence) = (match.Score, match.Compatibility, match.Confidence);
        (Finish, WeightsVersion, GraphVersion) =
            (match.PredictedCompletion?.Finish, match.WeightsVersion, match.GraphVersion);
        (InputsHash, Formula, Program) = (made.Rationale.InputsHash, Scorer.Formula, program);
        (IsNewcomer, CreatedAt, Packed) = (made.IsNewcomer, made.At, made.Packed);
        (KeyId, Signature) = (made.KeyId, made.Signature);
    }

    /// <summary>The rationale as canonical JSON, which <see cref="Verifier"/> reads.</summary>
    public string Json()
    {
        using var unpacked = new BrotliStream(new MemoryStream(Packed), CompressionMode.Decompress);
        return new StreamReader(unpacked, Encoding.UTF8).ReadToEnd();
    }

    public static byte[] Pack(string json)
    {
        var text = Encoding.UTF8.GetBytes(json);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(text.Length)];
        BrotliEncoder.TryCompress(text, packed, out var length, quality: 1, window: 16);
        return packed[..length];
    }
}

/// <summary>A match before it is kept: signed and compressed before the database is asked to write.</summary>
public sealed record Made(
    Rationale Rationale, bool IsNewcomer, DateTime At, byte[] Packed, string KeyId, string Signature)
{
    public Match Match => Rationale.Match;
}

sealed class StoredMatchTable : IEntityTypeConfiguration<StoredMatch>
{
    public void Configure(EntityTypeBuilder<StoredMatch> table)
    {
        table.ToTable("matching_matches");
        table.Property(m => m.Id).ValueGeneratedNever();
        table.HasIndex(m => new { m.JobId, m.FreelancerId }).IsUnique();
        table.HasIndex(m => new { m.JobId, m.IsCurrent, m.Score });
        table.HasIndex(m => m.FreelancerId);
    }
}
