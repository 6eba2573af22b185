namespace Guildhall.Engine.Matching;

/// <summary>
/// How many of the 100 points each factor can give, in hundredths of a point. Together they are <see cref="Total"/>.
/// A change is a new version: stored matches name the version they were made with.
/// </summary>
/// <param name="Version">Name of this set, for example "2026-11-v1".</param>
/// <param name="Skills">Skills with their levels.</param>
/// <param name="Text">Words the job and the profile share, by BM25.</param>
/// <param name="Availability">Free hours and start against hours and deadline.</param>
/// <param name="Reputation">Reputation, experience and finished work against the job's complexity.</param>
/// <param name="Rate">Rate against budget.</param>
/// <param name="Place">Shared working hours and languages.</param>
/// <param name="Meaning">Closeness of the learned vectors; at 0 the factor is neither computed nor shown.</param>
/// <param name="Expected">Skills that such jobs usually need besides; at 0 neither computed nor shown.</param>
public sealed record Weights(
    string Version, int Skills, int Text, int Availability, int Reputation, int Rate, int Place, int Meaning = 0,
    int Expected = 0)
{
    /// <summary>Sub-points in one point: scores are integers in hundredths.</summary>
    public const int Scale = 100;

    /// <summary>The highest score: 100 points of 100 sub-points.</summary>
    public const int Total = 100 * Scale;

    /// <summary>
    /// Version "v1": skills 50, text 8, availability 14, reputation 12, rate 13, place 3 points. Half is what was
    /// asked for
    /// by name; the other three criteria of the first design share 39; words break ties.
    /// </summary>
    public static readonly Weights V1 = new Weights("v1", 5_000, 800, 1_400, 1_200, 1_300, 300).Checked();

    /// <summary>
    /// Version "v2": skills 46, text 8, availability 13, reputation 11, rate 13, place 3, expected 6 points. What such
    /// jobs usually need besides what they ask for, learned from open data and the site's own history, takes part.
    /// </summary>
    public static readonly Weights V2 = new Weights(
        "v2", 4_600, 800, 1_300, 1_100, 1_300, 300, Expected: 600).Checked();

    /// <summary>These weights, or an <see cref="ArgumentException"/> that says what is wrong with them.</summary>
    public Weights Checked()
    {
        if (string.IsNullOrWhiteSpace(Version)) throw new ArgumentException("Weights need a version.");
        int[] all = [Skills, Text, Availability, Reputation, Rate, Place, Meaning, Expected];
        if (all.Any(points => points is < 0 or > Total))
            throw new ArgumentException("A weight is between 0 and 100 points.");
        if (all.Sum() != Total)
            throw new ArgumentException($"Weights sum to {Total} sub-points; these sum to {all.Sum()}.");
        return this;
    }
}
