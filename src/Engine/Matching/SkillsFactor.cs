namespace Guildhall.Engine.Matching;

/// <summary>The skills factor with its lines and its sentence.</summary>
static class SkillsFactor
{
    public static Factor Explain(PreparedJob job, PreparedFreelancer freelancer)
    {
        var lines = new List<SkillLine>(job.Asked.Length);
        foreach (var asked in job.Asked)
        {
            var fit = SkillFit.Of(asked, freelancer);
            var met = fit.Via != SkillVia.Nothing;
            lines.Add(new(asked.SkillId, asked.Required, asked.Level, met ? EvidenceCode.Level(fit.Code) : 0,
                met && EvidenceCode.IsVerified(fit.Code), fit.Via, met ? fit.SkillId : null, asked.Max,
                SkillFit.Points(asked.Max, fit.Credit)));
        }
        return new(FactorKind.Skills, job.SkillsMax, lines.Sum(l => l.Points), Why(lines, freelancer), lines);
    }

    static Reason Why(List<SkillLine> lines, PreparedFreelancer freelancer)
    {
        if (lines.Count == 0) return Reason.Of(ReasonKeys.NoSkillsAsked);
        var required = lines.Where(l => l.Required).ToList();
        var diluted = freelancer.Unverified > PreparedFreelancer.FullClaims;
        if (freelancer.ClaimWeight == 0 && required.Exists(IsMissing)) return TooMany(freelancer);
        if (required.Find(IsMissing) is { } missing)
            return missing.Via == SkillVia.Related
                ? Reason.Of(ReasonKeys.MissingButRelated, Skill(missing.SkillId), Skill(missing.UsedSkillId!.Value))
                : Reason.Of(ReasonKeys.MissingSkill, Skill(missing.SkillId));
        if (required.Where(l => l.HaveLevel < l.NeededLevel).MaxBy(l => l.NeededLevel - l.HaveLevel) is { } low)
            return Reason.Of(ReasonKeys.BelowLevel,
                Skill(low.UsedSkillId!.Value), ReasonArg.Number(low.HaveLevel), ReasonArg.Number(low.NeededLevel));
        if (diluted && required.Exists(l => !l.Verified)) return TooMany(freelancer);
        if (required.Find(l => l.Via == SkillVia.Alternative) is { } other)
            return Reason.Of(ReasonKeys.UsesAlternative, Skill(other.UsedSkillId!.Value), Skill(other.SkillId));
        if (required.Count == 0)
            return Reason.Of(ReasonKeys.OptionalSkills,
                ReasonArg.Number(lines.Count(l => !IsMissing(l))), ReasonArg.Number(lines.Count));
        return Reason.Of(ReasonKeys.AllSkills,
            ReasonArg.Number(required.Count(l => l.Verified)), ReasonArg.Number(required.Count));
    }

    public static bool IsMissing(SkillLine line) => line.Via is SkillVia.Nothing or SkillVia.Related;

    static Reason TooMany(PreparedFreelancer freelancer) => Reason.Of(ReasonKeys.TooManyClaims,
        ReasonArg.Number(freelancer.Unverified), ReasonArg.Number(PreparedFreelancer.FullClaims));

    static ReasonArg Skill(int id) => ReasonArg.Skill(id);
}
