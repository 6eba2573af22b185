using System.Net;
using System.Text.Json;
using Guildhall.Accounts.Public;
using Guildhall.Talent.Profiles;
using Guildhall.Talent.Public;
using Microsoft.AspNetCore.Components;

namespace Guildhall.Talent.Pages;

/// <summary>What search engines may read of a freelancer, as schema.org's Person.</summary>
static class PersonData
{
    public static MarkupString Script(Profile profile, Person person, Skills skills, string address, HttpContext http)
    {
        if (profile.Visibility != Visibility.Everyone) return default;
        var data = new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Person",
            ["name"] = person.Name,
            ["url"] = address,
            ["jobTitle"] = profile.Headline,
            ["description"] = profile.Bio.Length > 0 ? profile.Bio : null,
            ["knowsAbout"] = profile.Skills.Select(s => skills.Label(s.SkillId)),
            ["knowsLanguage"] = profile.Languages.Select(l => l.Code),
            ["address"] = profile.Country is null ? null : new Dictionary<string, object?>
            {
                ["@type"] = "PostalAddress", ["addressLocality"] = profile.City, ["addressCountry"] = profile.Country,
            },
        };
        var nonce = WebUtility.HtmlEncode(http.Items["nonce"] as string);
        // The serializer writes <, > and & as \u escapes, so no text can end the element.
        var json = JsonSerializer.Serialize(data.Where(d => d.Value is not null).ToDictionary());
        return new($"<script type=\"application/ld+json\" nonce=\"{nonce}\">{json}</script>");
    }
}
