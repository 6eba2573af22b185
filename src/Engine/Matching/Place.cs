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

    public static int Permille(PreparedJob job, in Facts facts, ReadOnlySpan<uint> spoken)
    {
        var (zone, languages) = (job.Zone >= 0, job.Languages.Length > 0);
        if (zone && languages) return (Hours(job, facts) * 600 + Speech(job, spoken) * 400) / 1_000;
        return zone ? Hours(job, facts) : languages ? Speech(job, spoken) : 1_000;
    }

    public static Reason Why(PreparedJob job, PreparedFreelancer freelancer)
    {
        var asksZone = job.Zone >= 0;
        if (!asksZone && job.Languages.Length == 0) return Reason.Of(ReasonKeys.PlaceAny);
        var spoken = Tongue.Spoken(job.Languages, freelancer.Languages);
        var asked = job.Languages.Length;
        if (freelancer.Languages.Length > 0 && asked > 0 && (!asksZone || spoken < asked))
            return Reason.Of(ReasonKeys.PlaceLanguages, ReasonArg.Number(spoken), ReasonArg.Number(asked));
        if (asksZone && freelancer.Facts.Zone >= 0)
            return Reason.Of(ReasonKeys.PlaceHours,
                ReasonArg.Number(SharedMinutes(job.Zone, freelancer.Facts.Zone) / 60), ReasonArg.Number(job.Overlap));
        return Reason.Of(asksZone ? ReasonKeys.PlaceUnknown : ReasonKeys.LanguagesUnknown);
    }

    /// <summary>An offset from UTC as a place on the clock, 0..1439.</summary>
    public static int Zone(int minutes) => (minutes % 1_440 + 1_440) % 1_440;

    static int Hours(PreparedJob job, in Facts facts) => facts.Zone < 0 ? Neutral
        : Math.Min(1_000, SharedMinutes(job.Zone, facts.Zone) * 1_000 / (60 * job.Overlap));

    static int Speech(PreparedJob job, ReadOnlySpan<uint> spoken) => spoken.Length == 0 ? Neutral
        : Tongue.Spoken(job.Languages, spoken) * 1_000 / job.Languages.Length;

    static int SharedMinutes(int one, int other)
    {
        var apart = Math.Abs(one - other);
        return Math.Max(0, 480 - Math.Min(apart, 1_440 - apart));
    }
}
