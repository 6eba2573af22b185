using Guildhall.Engine.Matching.Fairness;
using Guildhall.Shared;

namespace Guildhall.Matching;

/// <summary>A list of candidates as it is shown, and by which policy.</summary>
public sealed record ArrangedList(Arrangement Made, RankingPolicy Policy);

/// <summary>Puts a job's candidates in the order its client sees. Scores stay; only places change.</summary>
public sealed class ArrangeCandidates(RankingPolicies policies, Groups groups, TimeProvider clock)
{
    /// <param name="subject">The job.</param>
    /// <param name="scored">Best first.</param>
    public async Task<ArrangedList> Run(
        Guid subject, IReadOnlyList<(Guid Id, int Score, bool IsNewcomer)> scored, CancellationToken ct)
    {
        var policy = await policies.Current(ct);
        var group = policy.Rerank == RerankKind.None ? []
            : await groups.Of(scored.ToDictionary(s => s.Id, s => s.IsNewcomer), policy.By, ct);
        var candidates = scored.Select(s =>
            new Candidate(s.Id, s.Score, s.IsNewcomer, group.GetValueOrDefault(s.Id, Groups.Unknown))).ToArray();
        return new(Arranging.Arrange(candidates, policy.List, subject, clock.Today()), policy);
    }
}
