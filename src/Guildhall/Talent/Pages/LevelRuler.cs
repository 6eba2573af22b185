using Microsoft.AspNetCore.Components;

namespace Guildhall.Talent.Pages;

/// <summary>A level as ten notches, as cached markup; the numeral beside it says the same in words.</summary>
static class LevelRuler
{
    static readonly MarkupString[] drawn = [.. Enumerable.Range(0, 11).Select(Draw)];

    public static MarkupString Of(int level) => drawn[Math.Clamp(level, 0, 10)];

    static MarkupString Draw(int level)
    {
        var notches = string.Concat(Enumerable.Range(0, 10).Select(i =>
            $"<rect class='{(i < level ? "bar" : "track")}' x='{i * 10}' width='8.6' height='4' rx='1'/>"));
        return new("<svg class='scale' viewBox='0 0 98.6 4' height='6' preserveAspectRatio='none' aria-hidden='true'>"
            + notches + "</svg>");
    }
}
