namespace Guildhall.Engine.Matching;

/// <summary>
/// Closeness in meaning, in thousandths: <c>max(0, cosine) · 1000</c>, the cosine taken as the product of the stored
/// integers over <see cref="SemanticVector.Unit"/>². 500 when one side has none, or they are of different spaces.
/// </summary>
static class MeaningFit
{
    const int Neutral = 500, Square = SemanticVector.Unit * SemanticVector.Unit;

    public static int Permille(ReadOnlySpan<sbyte> job, ReadOnlySpan<sbyte> freelancer) =>
        job.Length == 0 || job.Length != freelancer.Length ? Neutral
            : Math.Clamp(SemanticVector.Dot(job, freelancer) * 1_000 / Square, 0, 1_000);

    public static Reason Why(PreparedJob job, PreparedFreelancer freelancer) =>
        Reason.Of(Permille(job.Document.Vector.Values, freelancer.Vector.Values) switch
        {
            >= 700 => ReasonKeys.MeaningClose,
            >= 400 => ReasonKeys.MeaningSome,
            _ => ReasonKeys.MeaningFar,
        });
}
