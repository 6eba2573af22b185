namespace Guildhall.Engine.Matching;

/// <summary>
/// How well one requirement is met, in thousandths.
/// <code>
/// level ≥ asked:  850 + 150 · min(1, (level - asked + 1) / min(3, 11 - asked))
/// level &lt; asked:  700 · level / asked
/// </code>
/// times the weight of the evidence (verified 1, claimed 0.85 or less), times 0.9 for an alternative, or times
/// edge/1000 · 1/2 for a related skill. The best way of meeting it counts. Never falls when a level rises.
/// </summary>
readonly record struct SkillFit(int Credit, int Direct, SkillVia Via, SkillClaim Claim)
{
    public static SkillFit Of(AskedSkill asked, PreparedFreelancer freelancer)
    {
        var best = default(SkillFit);
        if (freelancer.TryFind(asked.SkillId, out var claim, out var weight))
            best = best.Or(Level(claim.Level, asked.Level) * weight / 1_000, SkillVia.Itself, claim);
        foreach (var other in asked.Alternatives)
            if (freelancer.TryFind(other, out claim, out weight))
                best = best.Or(Level(claim.Level, asked.Level) * weight / 1_000 * 9 / 10, SkillVia.Alternative, claim);
        best = best with { Direct = best.Credit };
        foreach (var edge in asked.Related)
            if (freelancer.TryFind(edge.Known, out claim, out weight))
                best = best.Or(
                    Level(claim.Level, asked.Level) * weight / 1_000 * edge.Permille / 2_000, SkillVia.Related, claim);
        return best;
    }

    public int Points(AskedSkill asked) => (int)((long)asked.Max * Credit / 1_000);

    public static int Level(int have, int asked) => have < asked ? 700 * have / asked
        : 850 + 150 * Math.Min(have - asked + 1, Math.Min(3, 11 - asked)) / Math.Min(3, 11 - asked);

    SkillFit Or(int credit, SkillVia via, SkillClaim claim) => credit > Credit ? new(credit, Direct, via, claim) : this;
}
