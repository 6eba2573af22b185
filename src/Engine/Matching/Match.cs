namespace Guildhall.Engine.Matching;

/// <summary>The parts of a score.</summary>
public enum FactorKind
{
    /// <summary>Skills with their levels.</summary>
    Skills,
    /// <summary>Words in common.</summary>
    Text,
    /// <summary>Free hours and start against hours and deadline.</summary>
    Availability,
    /// <summary>Reputation against complexity.</summary>
    Reputation,
    /// <summary>Rate against budget.</summary>
    Rate,
    /// <summary>Shared hours and languages.</summary>
    Place,
    /// <summary>Closeness in meaning; only where the weights give it points.</summary>
    Meaning,
    /// <summary>
    /// What is taken off so that required skills that are missing or too low cannot be bought back elsewhere; ≤ 0.
    /// </summary>
    Ceiling,
    /// <summary>Skills that such jobs usually need besides those asked for.</summary>
    Expected,
}

/// <summary>What a requirement was met with.</summary>
public enum SkillVia
{
    /// <summary>Nothing.</summary>
    Nothing,
    /// <summary>The skill itself.</summary>
    Itself,
    /// <summary>A skill the client accepts instead.</summary>
    Alternative,
    /// <summary>A skill the graph relates to it; worth at most half, and the skill still counts as missing.</summary>
    Related,
}

/// <summary>One requirement's share of the skills factor.</summary>
/// <param name="SkillId">The skill asked for.</param>
/// <param name="Required">False for "nice to have".</param>
/// <param name="NeededLevel">1..10.</param>
/// <param name="HaveLevel">Level of the skill it was met with, 1..10; 0 when nothing met it.</param>
/// <param name="Verified">Whether that level is verified.</param>
/// <param name="Via">How it was met.</param>
/// <param name="UsedSkillId">The skill it was met with: the skill itself, an alternative or a related one; null for
/// nothing.</param>
/// <param name="MaxPoints">Sub-points it could give.</param>
/// <param name="Points">Sub-points it gave, 0..<paramref name="MaxPoints"/>.</param>
public sealed record SkillLine(
    int SkillId, bool Required, int NeededLevel, int HaveLevel, bool Verified, SkillVia Via, int? UsedSkillId,
    int MaxPoints, int Points);

/// <summary>One part of a score and why it is what it is.</summary>
/// <param name="Kind">Which part.</param>
/// <param name="MaxPoints">Sub-points it could give; 0 for the ceiling.</param>
/// <param name="Points">Sub-points it gave; only the ceiling's can be negative.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Skills">One line for each requirement, summing to <paramref name="Points"/>; empty for other
/// kinds.</param>
public sealed record Factor(FactorKind Kind, int MaxPoints, int Points, Reason Why, IReadOnlyList<SkillLine> Skills);

/// <summary>When the work would be done.</summary>
/// <param name="Start">First working day.</param>
/// <param name="Finish">Last working day.</param>
/// <param name="WorkDays">Working days (Monday to Friday) from start to finish, both included.</param>
public sealed record Completion(DateOnly Start, DateOnly Finish, int WorkDays);

/// <summary>A change that would give a better number, found by scoring again with it.</summary>
/// <param name="What">The change and its result in one sentence.</param>
/// <param name="Score">The score with the change, in sub-points.</param>
/// <param name="Compatibility">The same, 0..100.</param>
public sealed record Counterfactual(Reason What, int Score, int Compatibility);

/// <summary>How well one freelancer fits one job, with the whole arithmetic.</summary>
public sealed record Match
{
    /// <summary>The job.</summary>
    public required Guid JobId { get; init; }

    /// <summary>The freelancer.</summary>
    public required Guid FreelancerId { get; init; }

    /// <summary>0..<see cref="Weights.Total"/> sub-points; exactly the sum of <see cref="Factors"/>.</summary>
    public required int Score { get; init; }

    /// <summary>The number people see, 0..100: <see cref="Score"/> / 100, halves rounded up.</summary>
    public int Compatibility => Rounded(Score);

    /// <summary>
    /// How much evidence stands behind the score, 0..100. Not the score again: a perfect stranger can score high.
    /// </summary>
    public required int Confidence { get; init; }

    /// <summary>When the work would be done; null when hours or availability are not stated.</summary>
    public required Completion? PredictedCompletion { get; init; }

    /// <summary>The parts of the score, in the order of <see cref="FactorKind"/>.</summary>
    public required IReadOnlyList<Factor> Factors { get; init; }

    /// <summary>Three sentences: skills first, then the two factors that moved the score most.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Required skills that nothing counted met, in the job's order.</summary>
    public required IReadOnlyList<int> MissingRequired { get; init; }

    /// <summary>Changes that would give a better number, best first, at most five.</summary>
    public required IReadOnlyList<Counterfactual> Counterfactuals { get; init; }

    /// <summary>The weights it was scored with.</summary>
    public required string WeightsVersion { get; init; }

    /// <summary>The skill graph it was scored with.</summary>
    public required string GraphVersion { get; init; }

    /// <summary>A score as a compatibility, 0 to 100.</summary>
    public static int Rounded(int score) => (score + Weights.Scale / 2) / Weights.Scale;
}
