using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Clients;
using Guildhall.Talent.Public;

namespace Guildhall.Talent.Profiles;

/// <summary>Everything about oneself in one answer: both capacities, and what would make the profile better.</summary>
public sealed record OwnProfile(
    Guid Id, string Name, ProfileView? Freelancer, ClientView? Client, int? Completeness, string? NextStep);

/// <summary>The whole profile but its lists; what is left out is not stated any more.</summary>
public sealed record ProfileWords(
    string Headline, string? Bio = null, Money? Rate = null, int? ExperienceYears = null, int? WeeklyHours = null,
    DateOnly? EarliestStart = null, string? City = null, string? Country = null, string? TimeZone = null,
    IReadOnlyList<SpokenLanguage>? Languages = null, Visibility? Visibility = null);

/// <summary>A claim to a skill: its slug, name or alias, and a level from 1 to 10.</summary>
public sealed record SkillWord(string Skill, int Level);

public sealed record ExperienceWords(
    string Role, DateOnly From, string? Place = null, DateOnly? Until = null, string? Summary = null);

/// <summary>Profiles for programs.</summary>
static class ProfileApi
{
    public static void Map(Routes routes)
    {
        foreach (var api in new[] { routes.Api, routes.Alias })
        {
            api.Get("/users/me/profile", Who.Member, Rate.Read, DataClass.Own, Own)
                .WithSummary("Your own profile with its completeness");
            api.Put("/users/me/profile", Who.Freelancer, Rate.Write, DataClass.Own, Edit)
                .WithSummary("Writes your profile");
        }
        routes.Api.Put("/users/me/profile/skills", Who.Freelancer, Rate.Write, DataClass.Own, Claim)
            .WithSummary("The skills you claim, with levels 1 to 10; replaces those before");
        routes.Api.Post("/users/me/experience", Who.Freelancer, Rate.Write, DataClass.Own, AddExperience)
            .WithSummary("Adds a piece of experience");
        routes.Api.Delete("/users/me/experience/{id:guid}", Who.Freelancer, Rate.Write, DataClass.Own,
            ForgetExperience)
            .WithSummary("Takes a piece of experience away");
        routes.Api.Get("/freelancers/{id:guid}", Who.Anyone, Rate.Read, DataClass.Public, One)
            .WithSummary("A freelancer as you may see them");
    }

    static async Task<OwnProfile> Own(
        ClaimsPrincipal user, ReadProfile read, ReadClient clients, People people, Skills skills, CancellationToken ct)
    {
        var person = await people.One(user.UserId(), ct);
        var profile = person.IsFreelancer ? await read.Own(person.Id, ct) : null;
        var meter = profile is null ? null : Completeness.Of(profile, person.AvatarId is not null);
        return new(person.Id, person.Name, profile is null ? null : ProfileView.Of(profile, person, skills),
            person.IsClient ? await clients.Own(person.Id, ct) : null, meter?.Percent, meter?.Next?.Words);
    }

    static async Task<ProfileView> One(
        Guid id, ClaimsPrincipal user, ReadProfile read, Skills skills, CancellationToken ct)
    {
        var (profile, person) = await read.For(id, user.UserIdOrNull(), ct);
        return ProfileView.Of(profile, person, skills);
    }

    static async Task<IResult> Edit(
        ProfileWords words, ClaimsPrincipal user, ChangeProfile change, TimeProvider clock, CancellationToken ct)
    {
        await change.Run(user.UserId(), profile =>
        {
            profile.Describe(words.Headline, words.Bio);
            profile.Offer(words.Rate, words.ExperienceYears, words.WeeklyHours, words.EarliestStart, clock.Today());
            profile.Live(words.City, words.Country, words.TimeZone);
            profile.Speak(words.Languages ?? []);
        }, ct);
        if (words.Visibility is { } shown) await change.Show(user.UserId(), shown, ct);
        return TypedResults.NoContent();
    }

    static async Task<IResult> Claim(
        IReadOnlyList<SkillWord> words, ClaimsPrincipal user, ChangeProfile change, Skills skills, TimeProvider clock,
        CancellationToken ct)
    {
        var claims = words.Select(w => (SkillClaims.Known(skills, w.Skill).Id, w.Level)).ToArray();
        await change.Run(user.UserId(), profile => profile.Claim(claims, clock.Now()), ct);
        return TypedResults.NoContent();
    }

    static async Task<IResult> AddExperience(
        ExperienceWords words, ClaimsPrincipal user, ChangeProfile change, TimeProvider clock, CancellationToken ct)
    {
        Guid id = default;
        await change.Run(user.UserId(), profile => id = profile
            .Add(words.Role, words.Place, words.From, words.Until, words.Summary, clock.Today()).Id, ct);
        return TypedResults.Ok(new { Id = id });
    }

    static async Task<IResult> ForgetExperience(Guid id, ClaimsPrincipal user, ChangeProfile change,
        CancellationToken ct)
    {
        await change.Run(user.UserId(), profile => profile.Forget(id), ct);
        return TypedResults.NoContent();
    }
}
