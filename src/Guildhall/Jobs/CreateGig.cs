using System.Security.Claims;
using System.Text.Json.Serialization;
using Guildhall.Engine.Money;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Jobs;

/// <summary>A skill a gig needs, in the seed's words.</summary>
/// <param name="SkillId">Slug, name or alias of the skill.</param>
/// <param name="MinLevel">1 to 10.</param>
/// <param name="IsRequired">False: welcome, but not necessary.</param>
/// <param name="Alternatives">Skills accepted in its place.</param>
public sealed record SkillRequirement(
    [property: JsonPropertyName("skill_id")] string SkillId,
    [property: JsonPropertyName("min_level")] int MinLevel = 5,
    [property: JsonPropertyName("is_required")] bool IsRequired = true,
    [property: JsonPropertyName("alternatives")] IReadOnlyList<string>? Alternatives = null);

/// <summary>In major units: 250.00 is two hundred and fifty dollars.</summary>
public sealed record BudgetRange(decimal Max, decimal? Min = null, string Currency = "USD");

/// <summary>The seed's CreateGigRequest; the last members are optional additions.</summary>
public sealed record CreateGigRequest(
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("required_skills")] IReadOnlyList<SkillRequirement> RequiredSkills,
    [property: JsonPropertyName("budget")] BudgetRange Budget,
    [property: JsonPropertyName("deadline")] DateTime Deadline,
    [property: JsonPropertyName("type")] JobKind Type = JobKind.Feature,
    [property: JsonPropertyName("complexity")] int Complexity = 3,
    [property: JsonPropertyName("estimated_hours")] int? EstimatedHours = null,
    [property: JsonPropertyName("quality_requirements")] string QualityRequirements = "");

/// <summary>The seed's way to post a micro-gig: published at once.</summary>
static class CreateGig
{
    public static void Map(Routes routes) => routes.Alias.Post(
        "/api/gigs/create", Who.Client, Rate.Write, DataClass.Own,
        async (CreateGigRequest gig, ClaimsPrincipal user, CreateJob create, Skills skills, ReadJobs read,
            CancellationToken ct) =>
        {
            var brief = JobApi.Read(ToJob(gig), skills);
            var id = await create.Run(user.UserId(), brief, open: true, ct);
            return Results.Created($"/api/v1/jobs/{id}", await read.One(id, user.UserId(), ct));
        })
        .WithSummary("Creates a job of one kind of small work").Produces<JobAnswer>(201);

    static JobRequest ToJob(CreateGigRequest gig)
    {
        var currency = gig.Budget.Currency;
        new Check()
            .That(Currencies.IsKnown(currency), "currency", $"Choose a currency from the list.")
            .ThrowIfAny();
        var check = new Check();
        Amount(check, gig.Budget.Max, "max", currency);
        if (gig.Budget.Min is { } least) Amount(check, least, "min", currency);
        check.ThrowIfAny();
        return new(gig.Title, gig.Description, gig.Type,
            Skills: [.. gig.RequiredSkills.Select(s => new JobSkillRequest(s.SkillId, s.MinLevel, s.IsRequired,
                s.Alternatives))],
            Complexity: gig.Complexity, EstimatedHours: gig.EstimatedHours,
            QualityRequirements: gig.QualityRequirements,
            Budget: new(gig.Budget.Min is { } min ? Money.Of(min, currency).Minor : null,
                Money.Of(gig.Budget.Max, currency).Minor, currency),
            Deadline: DateOnly.FromDateTime(gig.Deadline.Kind == DateTimeKind.Local
                ? gig.Deadline.ToUniversalTime() : gig.Deadline));
    }

    static void Amount(Check check, decimal major, string field, string currency)
    {
        var (unit, largest) = (Currencies.Get(currency), AmountCheck.Largest(currency));
        check.That(major > 0, field, $"Write an amount above zero.")
            .That(major <= largest.ToDecimal(), field, $"The largest amount is {largest}.");
        if (major <= largest.ToDecimal())
            check.That(major * unit.UnitsPerMajor == decimal.Truncate(major * unit.UnitsPerMajor), field,
                $"Write at most {unit.Exponent} decimals.");
    }
}
