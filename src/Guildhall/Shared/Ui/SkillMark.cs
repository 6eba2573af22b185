using System.Net;
using Microsoft.AspNetCore.Components;

namespace Guildhall.Shared.Ui;

/// <summary>A skill with its level, as plain markup for long lists; <see cref="SkillChip"/> is the component.</summary>
public static class SkillMark
{
    /// <param name="name">as people write it</param>
    /// <param name="level">1 to 10; null shows none</param>
    /// <param name="icon">a technology logo ("tech-python"); null shows none</param>
    /// <param name="fit">"met" or "missing" beside a request; null is neutral</param>
    /// <param name="verified">what was checked, in words; draws the hallmark with the level inside</param>
    /// <param name="href">makes it a link</param>
    public static MarkupString Of(
        string name, int? level = null, string? icon = null, string? fit = null, string? verified = null,
        string? href = null)
    {
        var tag = href is null ? "span" : "a";
        var link = href is null ? "" : $" href=\"{WebUtility.HtmlEncode(href)}\"";
        var logo = icon is null ? "" : Icons.Icon(icon, 15, "text-muted").Value;
        var figure = (verified, level) switch
        {
            ({ } words, _) => Hallmarks.Of("skill", words, level, 20).Value,
            (null, { } n) => $"<span class=\"level\">{n}</span>",
            _ => "",
        };
        return new($"<{tag} class=\"skill {fit}\"{link}>{logo}{WebUtility.HtmlEncode(name)}{figure}</{tag}>");
    }
}
