namespace Guildhall.Engine.Matching;

/// <summary>
/// Words in common, by saturated BM25 (<see cref="Search.TextQuery.Permille"/>); 500 when the job's text says
/// nothing.
/// </summary>
static class Words
{
    public const int Neutral = 500;

    public static int Permille(PreparedJob job, PreparedFreelancer freelancer) =>
        job.Query.IsEmpty ? Neutral : job.Query.Permille(freelancer.Terms);

    public static Reason Why(PreparedJob job, int permille) => Reason.Of(
        job.Query.IsEmpty ? ReasonKeys.TextNone : permille switch
        {
            >= 600 => ReasonKeys.TextClose,
            >= 250 => ReasonKeys.TextSome,
            _ => ReasonKeys.TextFar,
        });
}
