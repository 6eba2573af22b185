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
        var document = freelancer.Document;
        var skills = lines.Count == 0
            ? 40 * Math.Min(freelancer.Terms.Length, 60) / 60
            : lines.Sum(l => SkillsFactor.IsMissing(l) ? 0 : l.Verified ? 40 : 16) / lines.Count;
        bool[] filled =
        [
            freelancer.RateMinor is not null, freelancer.WeeklyHours is not null, document.TimezoneMinutes is not null,
            freelancer.Languages.Length > 0, document.ExperienceYears is not null, document.PortfolioItems > 0,
            freelancer.Terms.Length >= 30, document.PacePermille is not null,
        ];
        return skills
            + 25 * Math.Min(freelancer.Reviews, 10) / 10
            + 10 * Math.Clamp(document.CompletedJobs, 0, 5) / 5
            + 25 * filled.Count(f => f) / filled.Length;
    }
}
