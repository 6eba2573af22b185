using System.Text.Json;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Matching.Learning;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Matching;

/// <summary>What an operator made of a night's lesson.</summary>
public enum ProposalFate { Waiting, Accepted, Dismissed }

/// <summary>What a night's learning came to, with its evidence, whether or not it proposes anything.</summary>
public sealed class WeightsProposal : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTime At { get; init; }
    /// <summary>The weights it was compared with.</summary>
    public required string Base { get; init; }
    public required LessonVerdict Verdict { get; init; }
    /// <summary>The lesson as JSON.</summary>
    public required string Evidence { get; init; }
    public ProposalFate State { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public long Version { get; set; }

    public bool IsOpen => State == ProposalFate.Waiting && Verdict == LessonVerdict.Proposed;

    public WeightsLesson Lesson => JsonSerializer.Deserialize<WeightsLesson>(Evidence)!;

    public static WeightsProposal Of(WeightsLesson lesson, string today, DateTime now) => new()
    {
        At = now, Base = today, Verdict = lesson.Verdict, Evidence = JsonSerializer.Serialize(lesson),
    };

    public void Decide(ProposalFate fate, Guid by, DateTime now)
    {
        if (!IsOpen) throw new Refused($"This proposal is decided already.", "wrong_state");
        (State, DecidedBy, DecidedAt) = (fate, by, now);
    }
}

sealed class WeightsProposalTable : IEntityTypeConfiguration<WeightsProposal>
{
    public void Configure(EntityTypeBuilder<WeightsProposal> table)
    {
        table.ToTable("matching_proposals");
        table.Property(p => p.Id).ValueGeneratedNever();
        table.HasIndex(p => p.At);
    }
}
