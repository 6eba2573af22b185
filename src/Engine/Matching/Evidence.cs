namespace Guildhall.Engine.Matching;

/// <summary>
/// Confidence, 0..100: how much is known, not how good it is.
/// 40 for the skills asked for (a verified level counts 1, a claim 0.4, nothing 0; for a job without skills, words of
/// text up
/// to 60), 25 for reviews up to 10, 10 for completed contracts up to 5, 25 for the eight fields that are filled in:
/// rate, weekly
/// hours, time zone, languages, experience, portfolio, 30 words of text, pace of past work.
/// </summary>
static class Evidence
{
    public static int Confidence(IReadOnlyList<SkillLine> lines, PreparedFreelancer freelancer)
    {
        var (facts, details) = (freelancer.Facts, freelancer.Details);
        var skills = lines.Count == 0
            ? 40 * Math.Min((int)details.Words, 60) / 60
            : lines.Sum(l => SkillsFactor.IsMissing(l) ? 0 : l.Verified ? 40 : 16) / lines.Count;
        ReadOnlySpan<bool> filled =
        [
            facts.Rate >= 0, facts.Weekly != Facts.Unknown, facts.Zone >= 0, freelancer.Languages.Length > 0,
            facts.Years != Facts.Unknown, (facts.Flags & Facts.HasPortfolio) != 0, details.Words >= 30,
            (facts.Flags & Facts.HasPace) != 0,
        ];
        return skills
            + 25 * Math.Min((int)details.Reviews, 10) / 10
            + 10 * Math.Min((int)facts.Completed, 5) / 5
            + 25 * filled.Count(true) / filled.Length;
    }
}
