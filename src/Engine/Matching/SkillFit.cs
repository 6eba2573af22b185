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
readonly record struct SkillFit(int Credit, int Direct, SkillVia Via, int SkillId, byte Code)
{
    public static SkillFit Of(AskedSkill asked, PreparedFreelancer freelancer)
    {
        var best = DirectOf(asked, freelancer);
        var credits = EvidenceCode.Credits(asked.Level);
        foreach (var edge in asked.Related)
            if (freelancer.TryFind(edge.Known, out var code))
                best = best.Or(Related(credits[code], edge.Permille), SkillVia.Related, edge.Known, code);
        return best;
    }

    /// <summary>Without related skills: all that counts for the <see cref="Ceiling"/>.</summary>
    public static SkillFit DirectOf(AskedSkill asked, PreparedFreelancer freelancer)
    {
        var best = default(SkillFit);
        var credits = EvidenceCode.Credits(asked.Level);
        if (freelancer.TryFind(asked.SkillId, out var code))
            best = best.Or(credits[code], SkillVia.Itself, asked.SkillId, code);
        foreach (var other in asked.Alternatives)
            if (freelancer.TryFind(other, out code))
                best = best.Or(Alternative(credits[code]), SkillVia.Alternative, other, code);
        return best with { Direct = best.Credit };
    }

    public static int Alternative(int credit) => credit * 9 / 10;

    public static int Related(int credit, int permille) => credit * permille / 2_000;

    public static int Points(int max, int credit) => (int)((uint)(max * credit) / 1_000);

    public static int Level(int have, int asked) => have < asked ? 700 * have / asked
        : 850 + 150 * Math.Min(have - asked + 1, Math.Min(3, 11 - asked)) / Math.Min(3, 11 - asked);

    SkillFit Or(int credit, SkillVia via, int skill, byte code) =>
        credit > Credit ? new(credit, Direct, via, skill, code) : this;
}
