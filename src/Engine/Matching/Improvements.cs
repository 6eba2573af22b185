namespace Guildhall.Engine.Matching;

/// <summary>What would give a better number: single changes tried one by one, scoring again what they touch.</summary>
static class Improvements
{
    const int Most = 5, LinesTried = 12;

    public static IReadOnlyList<Counterfactual> Of(PreparedJob job, PreparedFreelancer freelancer, DateOnly today,
        int score, int words, IReadOnlyList<SkillLine> lines)
    {
        var found = new List<Counterfactual>();
        var rest = Scorer.Rest(job, freelancer, today, words);
        var skills = Scorer.Skills(job, freelancer, out var ceiling);
        for (var i = 0; i < Math.Min(lines.Count, LinesTried); i++) Skill(lines[i]);
        Offer();
        return [.. found.OrderByDescending(f => f.Score).Take(Most)];

        void Try(int better, string key, params ReadOnlySpan<ReasonArg> args)
        {
            if (Match.Rounded(better) <= Match.Rounded(score)) return;
            var what = Reason.Of(key, [.. args, ReasonArg.Number(Match.Rounded(better))]);
            found.Add(new(what, better, Match.Rounded(better)));
        }

        int With(SkillClaim claim) =>
            Math.Min(rest + Scorer.Skills(job, freelancer.With(claim), out var limit), limit);

        int WithFacts(Facts facts) => Math.Min(ceiling, skills + rest
            - Scorer.Plain(job, freelancer.Facts, freelancer.Languages, today)
            + Scorer.Plain(job, facts, freelancer.Languages, today));

        void Skill(SkillLine line)
        {
            if (SkillsFactor.IsMissing(line))
            {
                Try(With(new SkillClaim(line.SkillId, line.NeededLevel, false)), ReasonKeys.LearnSkill,
                    ReasonArg.Skill(line.SkillId), ReasonArg.Number(line.NeededLevel));
                return;
            }
            var used = line.UsedSkillId!.Value;
            if (line.HaveLevel < 10)
                Try(With(new SkillClaim(used, line.HaveLevel + 1, line.Verified)), ReasonKeys.LevelUp,
                    ReasonArg.Skill(used));
            if (!line.Verified)
                Try(With(new SkillClaim(used, line.HaveLevel, true)), ReasonKeys.VerifySkill,
                    ReasonArg.Skill(used));
        }

        void Offer()
        {
            var facts = freelancer.Facts;
            if (Rate() is { } rate && rate < facts.Rate)
                Try(WithFacts(facts with { Rate = rate }), ReasonKeys.LowerRate,
                    ReasonArg.Money(rate, CurrencyCode.Text(facts.Currency)));
            if (facts.Weekly < 40)
            {
                var hours = facts.Weekly / 10 * 10 + 10;
                Try(WithFacts(facts with { Weekly = (byte)hours }), ReasonKeys.MoreHours,
                    ReasonArg.Number(hours));
            }
            if (facts.Start > today.DayNumber)
                Try(WithFacts(facts with { Start = 0 }), ReasonKeys.StartEarlier,
                    ReasonArg.Day(WorkDays.OnOrAfter(today)));
        }

        long? Rate() => job.Document.Pricing == Pricing.Fixed ? job.MaxMinor / job.Hours : job.MaxMinor;
    }
}
