namespace Guildhall.Engine.Matching;

/// <summary>
/// Shared working hours and languages, in thousandths. Shared hours of two eight-hour days are <c>max(0, 8 -
/// distance)</c>,
/// the distance taken the short way round the globe; the hours part is shared / asked, at most 1. The languages part is
/// spoken / asked. When both are asked for, hours count 600 and languages 400. What is not stated counts half.
/// </summary>
static class Place
{
    const int Neutral = 500;

    public static int Permille(PreparedJob job, PreparedFreelancer freelancer)
    {
        var (zone, languages) = (job.Document.TimezoneMinutes is not null, job.Languages.Length > 0);
        if (zone && languages) return (Hours(job, freelancer) * 600 + Speech(job, freelancer) * 400) / 1_000;
        return zone ? Hours(job, freelancer) : languages ? Speech(job, freelancer) : 1_000;
    }

    public static Reason Why(PreparedJob job, PreparedFreelancer freelancer)
    {
        var asksZone = job.Document.TimezoneMinutes is not null;
        if (!asksZone && job.Languages.Length == 0) return Reason.Of(ReasonKeys.PlaceAny);
        var spoken = Spoken(job, freelancer);
        var asked = job.Languages.Length;
        if (freelancer.Languages.Length > 0 && asked > 0 && (!asksZone || spoken < asked))
            return Reason.Of(ReasonKeys.PlaceLanguages, ReasonArg.Number(spoken), ReasonArg.Number(asked));
        if (asksZone && freelancer.Document.TimezoneMinutes is not null)
            return Reason.Of(ReasonKeys.PlaceHours,
                ReasonArg.Number(SharedMinutes(job, freelancer) / 60), ReasonArg.Number(job.Overlap));
        return Reason.Of(ReasonKeys.PlaceUnknown);
    }

    static int Hours(PreparedJob job, PreparedFreelancer freelancer) =>
        freelancer.Document.TimezoneMinutes is null ? Neutral
        : Math.Min(1_000, SharedMinutes(job, freelancer) * 1_000 / (60 * job.Overlap));

    static int Speech(PreparedJob job, PreparedFreelancer freelancer) => freelancer.Languages.Length == 0 ? Neutral
        : Spoken(job, freelancer) * 1_000 / job.Languages.Length;

    static int SharedMinutes(PreparedJob job, PreparedFreelancer freelancer)
    {
        var (one, other) = (job.Document.TimezoneMinutes!.Value, freelancer.Document.TimezoneMinutes!.Value);
        var apart = Math.Abs((long)one - other) % 1_440;
        return (int)Math.Max(0, 480 - Math.Min(apart, 1_440 - apart));
    }

    static int Spoken(PreparedJob job, PreparedFreelancer freelancer)
    {
        var spoken = 0;
        foreach (var language in job.Languages)
            if (Array.IndexOf(freelancer.Languages, language) >= 0) spoken++;
        return spoken;
    }
}
