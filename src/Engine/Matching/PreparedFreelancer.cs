using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>A freelancer made ready for scoring: skills sorted, evidence weighed, words counted. Immutable.</summary>
public sealed class PreparedFreelancer
{
    /// <summary>Unverified skills that count in full.</summary>
    public const int FullClaims = 20;

    /// <summary>
    /// From this many unverified skills on, none counts: a list that claims everything says nothing. In between, each
    /// counts
    /// <c>(40 - n) / 20</c>. Verified skills always count and are not counted here.
    /// </summary>
    public const int WorthlessClaims = 40;

    /// <summary>Weight of an unverified level, in thousandths of a verified one.</summary>
    public const int ClaimPermille = 850;

    readonly int[] skills;
    readonly SkillClaim[] claims;
    readonly int[] weights;

    // One bit of 64 for each skill: most questions for a skill that is not there end here.
    readonly ulong signature;

    /// <summary>Prepares a document; its words are counted here.</summary>
    public PreparedFreelancer(FreelancerDocument document) : this(document, TermVector.Of(document.Text)) { }

    internal PreparedFreelancer(FreelancerDocument document, TermVector terms)
    {
        Document = document;
        Terms = terms;
        claims = [.. document.Claims
            .Select(c => c with { Level = Math.Clamp(c.Level, 1, 10) })
            .GroupBy(c => c.SkillId).OrderBy(g => g.Key)
            .Select(g => g.OrderByDescending(c => c.Verified).ThenByDescending(c => c.Level).First())];
        skills = [.. claims.Select(c => c.SkillId)];
        foreach (var skill in skills) signature |= 1UL << (skill & 63);
        Unverified = claims.Count(c => !c.Verified);
        ClaimWeight = ClaimPermille * Math.Clamp(WorthlessClaims - Unverified, 0, FullClaims) / FullClaims;
        weights = [.. claims.Select(c => c.Verified ? 1_000 : ClaimWeight)];
        Languages = [.. document.Languages.Select(PreparedJob.Language)];
        RateMinor = document.HourlyRateMinor is >= 0 ? document.HourlyRateMinor : null;
        WeeklyHours = document.WeeklyHours is { } hours ? Math.Clamp(hours, 0, 100) : null;
        Pace = document.PacePermille is { } pace ? Math.Clamp(pace, 500, 3_000) : 1_000;
        Reputation = Math.Clamp(document.Reputation, 0, 1_000);
        Reviews = Math.Max(0, document.Reviews);
    }

    /// <summary>The document.</summary>
    public FreelancerDocument Document { get; }

    /// <summary>Its words, counted.</summary>
    public TermVector Terms { get; }

    /// <summary>Number of distinct unverified skills.</summary>
    public int Unverified { get; }

    /// <summary>What an unverified level of this person weighs, 0..<see cref="ClaimPermille"/> thousandths.</summary>
    public int ClaimWeight { get; }

    internal string[] Languages { get; }
    internal long? RateMinor { get; }
    internal int? WeeklyHours { get; }
    internal int Pace { get; }
    internal int Reputation { get; }
    internal int Reviews { get; }

    /// <summary>
    /// The counted claim to a skill and the weight of its evidence in thousandths; false when there is none.
    /// </summary>
    internal bool TryFind(int skillId, out SkillClaim claim, out int weight)
    {
        (claim, weight) = (default, 0);
        if ((signature >> (skillId & 63) & 1) == 0) return false;
        var at = Array.BinarySearch(skills, skillId);
        if (at >= 0) (claim, weight) = (claims[at], weights[at]);
        return weight > 0;
    }
}
