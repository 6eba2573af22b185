using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace Guildhall.Shared.Ui;

/// <summary>
/// Icons as cached markup: <c>@Icon("search")</c>. A component per icon is what makes long lists slow.
/// Names are tabler's; "tech-python" takes a technology's logo from the second sprite.
/// </summary>
public static class Icons
{
    static string sprite = "build/icons.svg", logos = "build/tech.svg";
    static readonly ConcurrentDictionary<(string, int, string?), MarkupString> made = new();
    static readonly HashSet<string> known = Known();

    /// <summary>Called by the page's frame: the sprites' addresses carry the hash of their content.</summary>
    public static void Locate(ResourceAssetCollection assets)
    {
        if (assets["build/icons.svg"] == sprite) return;
        (sprite, logos) = (assets["build/icons.svg"], assets["build/tech.svg"]);
        made.Clear();
    }

    /// <param name="name">tabler name, or "tech-" and a simple-icons name</param>
    /// <param name="size">width and height in px</param>
    /// <param name="css">extra classes</param>
    /// <param name="label">what it means, when no words beside it say so</param>
    public static MarkupString Icon(string name, int size = 18, string? css = null, string? label = null) =>
        name.StartsWith("tech-") && !HasLogo(name[5..]) ? default
        : label is null ? made.GetOrAdd((name, size, css), Draw) : new(Svg(name, size, css, label));

    /// <summary>The sprite has this logo; a skill whose logo it lacks is shown without one.</summary>
    public static bool HasLogo(string name) => known.Contains(name);

    /// <summary>For scripts that draw an icon themselves.</summary>
    public static string IconHref(string name) =>
        name.StartsWith("tech-") ? $"/{logos}#{name[5..]}" : $"/{sprite}#{name}";

    static MarkupString Draw((string Name, int Size, string? Css) icon) =>
        new(Svg(icon.Name, icon.Size, icon.Css, null));

    static string Svg(string name, int size, string? css, string? label)
    {
        var href = IconHref(name);
        var meaning = label is null ? "aria-hidden='true'"
            : $"role='img' aria-label=\"{WebUtility.HtmlEncode(label)}\"";
        return $"<svg class='inline-block shrink-0 {css}' width='{size}' height='{size}' {meaning}>"
            + $"<use href='{href}'/></svg>";
    }

    static HashSet<string> Known()
    {
        using var list = typeof(Icons).Assembly.GetManifestResourceStream("Guildhall.Islands.icons.json")!;
        using var json = JsonDocument.Parse(list);
        return [.. json.RootElement.GetProperty("tech").EnumerateArray().Select(name => name.GetString()!)];
    }
}
