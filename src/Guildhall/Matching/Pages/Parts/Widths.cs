namespace Guildhall.Matching.Pages.Parts;

/// <summary>How wide the whisker of a number is drawn.</summary>
static class Widths
{
    const int Widest = 16;

    /// <summary>Half the whisker in points: 16 when nothing is known, 1 when everything is.</summary>
    /// <param name="confidence">0 to 100.</param>
    public static int Of(int confidence) => Math.Max(1, Widest * (100 - confidence) / 100);
}
