namespace Guildhall.Shared.Ui;

/// <summary>The marks of the brands as paths on a field of 32, for pages and for papers.</summary>
public static class BrandMarks
{
    public const double Field = 32, StrokeWidth = 1.75;

    // The hall struck as a hallmark; the workshop's arch for the second brand.
    static readonly string[] hall =
    [
        "M9.5 2h13L30 9.5v13L22.5 30h-13L2 22.5v-13Z", "M7.5 14.5 16 8l8.5 6.5ZM8 24.5h16M10 14.5v10M22 14.5v10",
        "M13.5 24.5V20a2.5 2.5 0 0 1 5 0v4.5",
    ];

    static readonly string[] arch =
    [
        "M4 28V14a12 12 0 0 1 24 0v14Z", "M9 28V14.5a7 7 0 0 1 14 0V28M14 28v-7.5a2 2 0 0 1 4 0V28",
        "M16 2v5.5M5.6 8.6l4.6 3M26.4 8.6l-4.6 3",
    ];

    public static IReadOnlyList<string> Of(string brand) => brand == "taller" ? arch : hall;
}
