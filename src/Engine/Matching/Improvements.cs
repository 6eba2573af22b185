namespace Guildhall.Engine.Matching;

/// <summary>What would give a better number: single changes tried one by one by scoring again.</summary>
static class Improvements
{
    const int Most = 5, LinesTried = 12;

    public static IReadOnlyList<Counterfactual> Of(
        PreparedJob job, PreparedFreelancer freelancer, DateOnly today, int score, IReadOnlyList<SkillLine> lines)
    {
        var found = new List<Counterfactual>();
        foreach (var line in lines.Take(LinesTried)) Skill(line);
        Offer();
        return [.. found.OrderByDescending(f => f.Score).Take(Most)];

        void Try(FreelancerDocument changed, string key, params ReasonArg[] args)
        {
            var better = Scorer.Points(job, new PreparedFreelancer(changed, freelancer.Terms), today);
            if (Match.Rounded(better) <= Match.Rounded(score)) return;
            var what = Reason.Of(key, [.. args, ReasonArg.Number(Match.Rounded(better))]);
            found.Add(new(what, better, Match.Rounded(better)));
        }

        void Skill(SkillLine line)
        {
            if (SkillsFactor.IsMissing(line))
            {
                Try(Having(new(line.SkillId, line.NeededLevel, false)), ReasonKeys.LearnSkill,
                    ReasonArg.Skill(line.SkillId), ReasonArg.Number(line.NeededLevel));
                return;
            }
            var used = line.UsedSkillId!.Value;
            if (line.HaveLevel < 10)
                Try(Having(new(used, line.HaveLevel + 1, line.Verified)), ReasonKeys.LevelUp, ReasonArg.Skill(used));
            if (!line.Verified)
                Try(Having(new(used, line.HaveLevel, true)), ReasonKeys.VerifySkill, ReasonArg.Skill(used));
        }

        void Offer()
        {
            var document = freelancer.Document;
            if (Rate() is { } rate && rate < freelancer.RateMinor)
                Try(document with { HourlyRateMinor = rate }, ReasonKeys.LowerRate,
                    ReasonArg.Money(rate, document.Currency));
            if (freelancer.WeeklyHours is < 40 and { } hours)
                Try(document with { WeeklyHours = hours / 10 * 10 + 10 }, ReasonKeys.MoreHours,
                    ReasonArg.Number(hours / 10 * 10 + 10));
            if (document.EarliestStart > today)
                Try(document with { EarliestStart = null }, ReasonKeys.StartEarlier,
                    ReasonArg.Day(WorkDays.OnOrAfter(today)));
        }

        long? Rate() => job.Document.Pricing == Pricing.Fixed ? job.MaxMinor / job.Hours : job.MaxMinor;

        FreelancerDocument Having(SkillClaim claim) => freelancer.Document with
        {
            Claims = [.. freelancer.Document.Claims.Where(c => c.SkillId != claim.SkillId), claim],
        };
    }
}
