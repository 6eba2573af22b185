namespace Guildhall.Shared.Ui;

/// <summary>Where things stand on a chart of so many units.</summary>
sealed class ChartShape(IReadOnlyList<ChartShape.Line> series, int points, bool bars, double width, double height)
{
    public sealed record Line(string Words, IReadOnlyList<double> Values);

    public const double Left = 56;
    const double right = 8, top = 10, bottom = 26;
    double Plot => width - Left - right;
    double Base => height - bottom;
    public double End => width - right;

    /// <summary>Round steps (1, 2, 5 × 10ⁿ) from zero, four or five of them.</summary>
    public IReadOnlyList<double> Ticks { get; } = Steps(series);

    static double[] Steps(IReadOnlyList<Line> series)
    {
        var values = series.SelectMany(s => s.Values).DefaultIfEmpty(0).ToArray();
        var (low, high) = (Math.Min(0, values.Min()), Math.Max(1e-9, values.Max()));
        var rough = (high - low) / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.First(s => s * power >= rough) * power;
        var first = Math.Floor(low / step);
        return [.. Enumerable.Range(0, (int)(Math.Ceiling(high / step) - first) + 1).Select(i => (first + i) * step)];
    }

    public double Y(double value) => Base - (value - Ticks[0]) / (Ticks[^1] - Ticks[0]) * (Base - top);

    /// <summary>The middle of a column.</summary>
    public double X(int i) => bars || points == 1
        ? Left + Plot * (i + .5) / Math.Max(1, points)
        : Left + Plot * i / (points - 1);

    public double BarWidth => Math.Min(44, Plot / Math.Max(1, points) * .7 / Math.Max(1, series.Count));

    public double BarLeft(int i, int line) => X(i) + (line - series.Count / 2.0) * BarWidth;

    /// <summary>Labels that would run into each other are left out, the last one stays.</summary>
    public bool Labelled(int i) => (points - 1 - i) % Math.Max(1, (int)Math.Ceiling(points * 52 / Plot)) == 0;
}
