namespace Guildhall.Engine.Reputation;

/// <summary>The parts of a reputation (spec REP-04).</summary>
public enum ReputationPart { Rating, OnTime, Completion, Disputes, Badges }

/// <summary>What a person without history is assumed to be like, until facts outweigh it.</summary>
/// <param name="Thousandths">The assumed value, 0 to 1000.</param>
/// <param name="Strength">How many facts the assumption counts as, 1 or more.</param>
public readonly record struct Prior(int Thousandths, int Strength);

/// <summary>
/// A published, versioned way to compute a reputation. A stored score names its version, so that anyone can
/// recompute it; a change of any number here is a new version.
/// </summary>
public sealed record ReputationFormula
{
    /// <summary>Stable name: <c>freelancer-1</c>.</summary>
    public required string Version { get; init; }
    public required ReputationSide Side { get; init; }

    /// <summary>Weight of each part in thousandths; every part once, 1000 together.</summary>
    public required IReadOnlyDictionary<ReputationPart, int> Weights { get; init; }

    /// <summary>The assumed rating; 1 star is 0, 5 stars are 1000. Strength in fresh reviews.</summary>
    public required Prior Rating { get; init; }
    public required Prior OnTime { get; init; }
    public required Prior Completion { get; init; }

    /// <summary>Contracts without a lost dispute that a newcomer is credited with, 1 or more.</summary>
    public required int DisputeStrength { get; init; }

    /// <summary>How many contracts one lost dispute spoils, 1 or more.</summary>
    public required int DisputePenalty { get; init; }

    /// <summary>After so many days a review counts half, after twice as many a quarter; 1 or more.</summary>
    public required int HalfLifeDays { get; init; }

    /// <summary>Badges that make the badge part whole, 1 or more.</summary>
    public required int BadgesForFull { get; init; }

    /// <summary>Version 1 for freelancers: on time means deliveries.</summary>
    public static ReputationFormula FreelancerV1 { get; } = new()
    {
        Version = "freelancer-1",
        Side = ReputationSide.Freelancer,
        Weights = new Dictionary<ReputationPart, int>
        {
            [ReputationPart.Rating] = 500, [ReputationPart.OnTime] = 200, [ReputationPart.Completion] = 150,
            [ReputationPart.Disputes] = 100, [ReputationPart.Badges] = 50,
        },
        Rating = new(700, 5),
        OnTime = new(750, 4),
        Completion = new(750, 4),
        DisputeStrength = 10,
        DisputePenalty = 5,
        HalfLifeDays = 365,
        BadgesForFull = 4,
    };

    /// <summary>Version 1 for clients: same shape; on time means answering deliveries in time.</summary>
    public static ReputationFormula ClientV1 { get; } = FreelancerV1 with
    {
        Version = "client-1", Side = ReputationSide.Client,
    };

    public static IReadOnlyList<ReputationFormula> All { get; } = [FreelancerV1, ClientV1];

    /// <summary>The formula of a stored score; throws <see cref="ArgumentException"/> for an unknown version.</summary>
    public static ReputationFormula Get(string version) => All.FirstOrDefault(f => f.Version == version)
        ?? throw new ArgumentException($"There is no reputation formula '{version}'.", nameof(version));

    /// <summary>
    /// How much a review counts, in millionths: 1,000,000 when fresh, half of it at each half-life, on a straight
    /// line in between, so that it is the same whole number on every machine.
    /// </summary>
    /// <param name="ageDays">0 or more.</param>
    public long ReviewWeight(int ageDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ageDays);
        var (halvings, rest) = Math.DivRem(ageDays, HalfLifeDays);
        if (halvings >= 20) return 0;
        var full = 1_000_000L >> halvings;
        var half = 1_000_000L >> (halvings + 1);
        return full - (full - half) * rest / HalfLifeDays;
    }
}
