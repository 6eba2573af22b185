namespace Guildhall.Engine.Matching;

/// <summary>
/// Free hours and start against hours and deadline, in thousandths.
/// <code>
/// needed = ceil(job hours · pace / (weekly hours / 5))       working days
/// slack  = working days from start to deadline / needed
/// slack ≥ 1:  800 + 200 · min(1, (slack - 1) / 0.25)
/// slack &lt; 1:  800 · slack
/// no deadline: 1000 when starting within a week, 10 less for each later day, at least 300
/// hours not stated: 500; no free hours, or the deadline has passed: 0
/// </code>
/// </summary>
static class Availability
{
    const int Neutral = 500, JustInTime = 800, LongestWork = 10_000;

    public static DateOnly Start(in Facts facts, DateOnly today) => WorkDays.OnOrAfter(
        facts.Start > today.DayNumber ? DateOnly.FromDayNumber(facts.Start) : today);

    public static int? Needed(PreparedJob job, in Facts facts)
    {
        if (job.Hours is not { } hours || facts.Weekly is 0 or Facts.Unknown) return null;
        var milliHours = (long)hours * facts.Pace * 5;
        var perDay = facts.Weekly * 1_000L;
        return (int)Math.Min((milliHours + perDay - 1) / perDay, LongestWork);
    }

    public static Completion? Predict(PreparedJob job, in Facts facts, DateOnly today)
    {
        if (Needed(job, facts) is not { } days) return null;
        var start = Start(facts, today);
        return new(start, WorkDays.Last(start, days), days);
    }

    public static int Permille(PreparedJob job, in Facts facts, DateOnly today)
    {
        if (facts.Weekly == Facts.Unknown) return Neutral;
        if (facts.Weekly == 0) return 0;
        var start = Start(facts, today);
        if (job.Document.Deadline is not { } deadline)
            return Math.Clamp(1_000 - 10 * (start.DayNumber - today.DayNumber - 7), 300, 1_000);
        if (deadline < today) return 0;
        var have = WorkDays.Between(start, deadline);
        if (Needed(job, facts) is not { } needed) return have > 0 ? JustInTime : 0;
        return have < needed
            ? JustInTime * have / needed
            : Math.Min(1_000, JustInTime + 800 * (have - needed) / needed);
    }

    /// <summary>The most any freelancer can have for this job.</summary>
    public static int Best(PreparedJob job, DateOnly today) =>
        job.Document.Deadline is not { } deadline ? 1_000
            : deadline < today ? Neutral : job.Hours is null ? JustInTime : 1_000;

    public static Reason Why(PreparedJob job, PreparedFreelancer freelancer, DateOnly today)
    {
        var facts = freelancer.Facts;
        if (facts.Weekly == Facts.Unknown) return Reason.Of(ReasonKeys.HoursUnknown);
        if (facts.Weekly == 0) return Reason.Of(ReasonKeys.NotAvailable);
        var start = Start(facts, today);
        var work = Predict(job, facts, today);
        if (job.Document.Deadline is not { } deadline)
            return work is null
                ? Reason.Of(ReasonKeys.StartNoDeadline, ReasonArg.Day(start))
                : Reason.Of(ReasonKeys.FinishNoDeadline, ReasonArg.Day(start), ReasonArg.Day(work.Finish));
        if (deadline < today) return Reason.Of(ReasonKeys.DeadlinePassed, ReasonArg.Day(deadline));
        if (start > deadline) return Reason.Of(ReasonKeys.StartsTooLate, ReasonArg.Day(start), ReasonArg.Day(deadline));
        if (work is null) return Reason.Of(ReasonKeys.StartsInTime, ReasonArg.Day(start), ReasonArg.Day(deadline));
        var key = work.Finish > deadline ? ReasonKeys.TooLate : ReasonKeys.InTime;
        return Reason.Of(key, ReasonArg.Day(work.Finish), ReasonArg.Day(deadline));
    }
}
