using Guildhall.Accounts;
using System.Net.Http.Headers;

namespace Guildhall.Tests.Support;

/// <summary>Freelancers and files as tests need them, made through the API.</summary>
public static class TalentSituations
{
    /// <summary>The smallest picture there is: one transparent pixel.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>A freelancer with a profile that everyone sees.</summary>
    public static async Task<Account> ShownFreelancer(
        this Site site, string name = "Inés Quiroga", params (string Skill, int Level)[] skills)
    {
        var account = await site.Freelancer(name);
        var api = await site.As(account);
        if (skills.Length == 0) skills = [("kubernetes", 9), ("terraform", 8), ("go", 5)];
        await api.Put("/api/v1/users/me/profile/skills", skills.Select(s => new { s.Skill, s.Level }));
        await api.Put("/api/v1/users/me/profile", new
        {
            Headline = "Delivery pipelines a small team can run", Bio = "I leave runbooks.", ExperienceYears = 11,
            Rate = new { Minor = 6800, Currency = "USD" }, WeeklyHours = 32, City = "Buenos Aires", Country = "AR",
            TimeZone = "America/Argentina/Buenos_Aires", Visibility = "everyone",
            Languages = new[] { new { Code = "es", Level = "native" }, new { Code = "en", Level = "c1" } },
        });
        return account;
    }

    public static MultipartFormDataContent File(string field, string name, byte[] content, string type = "image/png")
    {
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new MultipartFormDataContent { { part, field, name } };
    }
}
