namespace Guildhall.Engine.Matching;

/// <summary>
/// Reputation, experience and finished work against complexity, in thousandths.
/// <code>
/// known  = (reputation · reviews + 600 · 5) / (reviews + 5)      few reviews stay near 600, so newcomers are not zero
/// trust  = 0.8 · known + 100 · min(years, 10)/10 + 100 · min(completed, 20)/20
/// needed = 350 + 100 · complexity
/// trust ≥ needed:  800 + 2 · (trust - needed), at most 1000
/// trust &lt; needed:  800 · trust / needed
/// </code>
/// </summary>
static class Standing
{
    const int Prior = 600, PriorReviews = 5;

    public static int Trust(FreelancerDocument freelancer)
    {
        long reviews = Math.Clamp(freelancer.Reviews, 0, ushort.MaxValue);
        var known = (Math.Clamp(freelancer.Reputation, 0, 1_000) * reviews + Prior * PriorReviews)
            / (reviews + PriorReviews);
        var years = Math.Clamp(freelancer.ExperienceYears ?? 0, 0, 10);
        var completed = Math.Clamp(freelancer.CompletedJobs, 0, 20);
        return (int)(known * 8 / 10 + 10 * years + 5 * completed);
    }

    public static int Needed(PreparedJob job) => 350 + 100 * job.Complexity;

    public static int Permille(PreparedJob job, int trust)
    {
        var needed = Needed(job);
        return trust < needed ? 800 * trust / needed : Math.Min(1_000, 800 + 2 * (trust - needed));
    }

    public static Reason Why(PreparedJob job, PreparedFreelancer freelancer)
    {
        var details = freelancer.Details;
        if (details.Reviews == 0) return Reason.Of(ReasonKeys.ReputationNew);
        var key = freelancer.Facts.Trust < Needed(job) ? ReasonKeys.ReputationLow : ReasonKeys.ReputationEnough;
        return Reason.Of(key, ReasonArg.Number((details.Reputation + 5) / 10), ReasonArg.Number(details.Reviews));
    }
}
