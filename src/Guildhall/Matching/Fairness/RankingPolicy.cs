using Guildhall.Engine.Matching.Fairness;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Matching;

/// <summary>What people are grouped by, for the figures and for re-ranking. Only what they say of themselves.</summary>
public enum FairGroup
{
    /// <summary>New here (no review, no finished contract) or established.</summary>
    Standing,
    /// <summary>The country of the profile.</summary>
    Country,
    /// <summary>The language they speak best.</summary>
    Language,
}

/// <summary>How lists of candidates are arranged beside the score, by an operator's choice. Written once.</summary>
public sealed class RankingPolicy : IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public RerankKind Rerank { get; init; }
    public FairGroup By { get; init; }
    public bool Explore { get; init; }
    public bool Swap { get; init; }
    /// <summary>Null: nobody has chosen yet.</summary>
    public Guid? ChosenBy { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Until somebody chooses: by the score, one place for somebody new, few draws by lot.</summary>
    public static readonly RankingPolicy Usual = new() { Explore = true, Swap = true, At = DateTime.UnixEpoch };

    public ListPolicy List => new(Rerank, Explore, Swap);

    /// <summary>For records: "detgreedy-country+new8+lot10".</summary>
    public string Name => Rerank == RerankKind.None ? List.Name
        : List.Name.Replace(Rerank.ToString().ToLowerInvariant(), $"{Rerank}-{By}".ToLowerInvariant());
}

sealed class RankingPolicyTable : IEntityTypeConfiguration<RankingPolicy>
{
    public void Configure(EntityTypeBuilder<RankingPolicy> table)
    {
        table.ToTable("matching_policies");
        table.Property(p => p.Id).ValueGeneratedNever();
        table.HasIndex(p => p.At);
    }
}

/// <summary>Which policy counts, and choosing another.</summary>
public sealed class RankingPolicies(Db db)
{
    public async Task<RankingPolicy> Current(CancellationToken ct) =>
        await db.Set<RankingPolicy>().AsNoTracking().OrderByDescending(p => p.At).ThenByDescending(p => p.Id)
            .FirstOrDefaultAsync(ct) ?? RankingPolicy.Usual;

    public Task Choose(RerankKind rerank, FairGroup by, bool explore, bool swap, Guid admin, CancellationToken ct) =>
        db.Transact(async () =>
        {
            var before = await Current(ct);
            var chosen = new RankingPolicy
            {
                Rerank = rerank, By = by, Explore = explore, Swap = swap, ChosenBy = admin, At = db.Clock.Now(),
            };
            if (before.Name == chosen.Name && before.By == chosen.By) return;
            db.Add(chosen);
            db.Record(admin, "ranking.policyChosen", "ranking", chosen.Id,
                new { from = before.Name, to = chosen.Name });
        }, ct);
}
