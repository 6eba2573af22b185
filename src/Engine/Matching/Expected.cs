namespace Guildhall.Engine.Matching;

/// <summary>
/// Skills that such jobs usually need besides those asked for, in thousandths.
/// <code>
/// s = best + 7/10 · second   the two strongest expected skills they have, each times the weight of its evidence
/// permille = min(1000, 1500 · s / (s + 500))
/// </code>
/// Only two count, so a long list of skills earns nothing here; levels are not looked at, since none was asked for.
/// </summary>
static class Expected
{
    public static int Permille(PreparedJob job, PreparedFreelancer freelancer)
    {
        var (best, second) = (0, 0);
        foreach (var expected in job.Expected)
        {
            // Strongest first: nothing that follows can be more than its own permille.
            if (expected.Permille <= second) break;
            var worth = Worth(expected, freelancer);
            if (worth > best) (best, second) = (worth, best);
            else if (worth > second) second = worth;
        }
        return Permille(best, second);
    }

    /// <summary>From the worths of the two strongest; never falls when one rises.</summary>
    public static int Permille(int best, int second)
    {
        var sum = best + 7 * second / 10;
        return Math.Min(1_000, 1_500 * sum / (sum + 500));
    }

    /// <summary>One expected skill's worth to this freelancer, 0..1000.</summary>
    public static int Worth(ExpectedSkill expected, PreparedFreelancer freelancer) =>
        freelancer.TryFind(expected.SkillId, out var code) ? Worth(expected.Permille, code) : 0;

    /// <summary>The same from an <see cref="EvidenceCode"/>.</summary>
    public static int Worth(int permille, byte code) => permille * EvidenceCode.Weight(code) / 1_000;

    public static Reason Why(PreparedJob job, PreparedFreelancer freelancer)
    {
        if (job.Expected.Length == 0) return Reason.Of(ReasonKeys.ExpectedNothing);
        var found = job.Expected.MaxBy(e => Worth(e, freelancer))!;
        if (Worth(found, freelancer) == 0) return Reason.Of(ReasonKeys.ExpectedNone);
        return found.CauseSkill is { } cause
            ? Reason.Of(ReasonKeys.ExpectedBySkill, ReasonArg.Skill(found.SkillId), ReasonArg.Skill(cause))
            : Reason.Of(ReasonKeys.ExpectedByWords, ReasonArg.Skill(found.SkillId),
                ReasonArg.Word(found.CauseWords ?? ""));
    }
}
