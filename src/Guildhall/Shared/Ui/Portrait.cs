using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Guildhall.Shared.Ui;

/// <summary>A monogram on woven cloth; cloth and colours follow from the id, so no two people look alike.</summary>
public static class Portrait
{
    // Calm dyes: hue and chroma of the ground; lightness keeps the light monogram at 4.5:1 or better.
    static readonly (int Hue, double Chroma)[] dyes =
        [(185, .05), (215, .05), (250, .055), (285, .05), (330, .05), (15, .06), (40, .06), (65, .05), (95, .045),
         (140, .05), (165, .05)];

    public static MarkupString Of(string id, string name, int size = 40, string? css = null)
    {
        var seed = Seed(id);
        var (hue, chroma) = dyes[seed % (uint)dyes.Length];
        var light = 38 + (int)(seed >> 8 & 3) * 2;
        var ground = Color(light, chroma, hue);
        var thread = Color(light + 9, chroma + .015, hue + ((seed >> 12 & 1) == 0 ? 18 : -22));
        var letters = WebUtility.HtmlEncode(Monogram(name));
        var svg = $"<span class='portrait {css}'>"
            + $"<svg width='{size}' height='{size}' viewBox='0 0 40 40' aria-hidden='true'>"
            + $"<rect width='40' height='40' fill='{ground}'/><g fill='none' stroke='{thread}'>{Cloth(seed)}</g>"
            + $"<text x='20' y='25.5' text-anchor='middle' font-size='15' fill='#fdfbf7'>{letters}</text></svg></span>";
        return new(svg);
    }

    static string Color(double lightness, double chroma, int hue) =>
        string.Create(CultureInfo.InvariantCulture, $"oklch({lightness}% {chroma:0.###} {(hue + 360) % 360})");

    public static string Monogram(string name)
    {
        var words = name.Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length switch
        {
            0 => "·",
            1 => First(words[0]),
            _ => First(words[0]) + First(words[^1]),
        };
        static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
    }

    static string Cloth(uint seed)
    {
        var step = 4 + (int)(seed >> 16 & 3) * 2;
        var width = 1 + (seed >> 18 & 1);
        var path = new StringBuilder($"<path stroke-width=\"{width}\" d=\"");
        for (var at = -40; at < 80; at += step) path.Append(Thread(seed >> 20 & 7, at, step));
        return path.Append("\"/>").ToString();
    }

    static string Thread(uint weave, int at, int step) => weave switch
    {
        0 => $"M{at} 40l40-40",
        1 => $"M{at} 0l40 40",
        2 => $"M{at} 40l40-40M{at} 0l40 40",
        3 => $"M0 {at}l10 {step}l10-{step}l10 {step}l10-{step}",
        4 => $"M{at} 0v40M0 {at + step / 2}h40",
        5 => $"M{at} 0l{step} 10l-{step} 10l{step} 10l-{step} 10",
        6 => $"M0 {at}h20M20 {at + step / 2}h20",
        _ => $"M0 {at}q10-{step} 20 0t20 0",
    };

    // FNV-1a: the same on every machine and run.
    static uint Seed(string id)
    {
        var hash = 2166136261u;
        foreach (var c in id) hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 15;
        hash *= 2246822519u;
        return hash ^ hash >> 13;
    }
}
