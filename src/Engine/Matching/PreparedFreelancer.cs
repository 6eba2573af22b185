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
    readonly byte[] codes;

    // One bit of 64 for each skill: most questions for a skill that is not there end here.
    readonly ulong signature;

    /// <summary>Prepares a document; its words are counted here.</summary>
    public PreparedFreelancer(FreelancerDocument document) : this(document, TermVector.Of(document.Text)) { }

    /// <summary>Prepares a document.</summary>
    /// <param name="document">Who it is.</param>
    /// <param name="terms">The words of its text, counted before.</param>
    public PreparedFreelancer(FreelancerDocument document, TermVector terms)
        : this(document.Id, FactsOf(document), DetailsOf(document, terms), Counted(document.Claims),
            [.. document.Languages.Select(Tongue.Of)], terms, document.Vector)
    { }

    PreparedFreelancer(Guid id, Facts facts, Details details, SkillClaim[] claims, uint[] languages, TermVector terms,
        SemanticVector vector)
    {
        details.Unverified = (ushort)Math.Min(claims.Count(c => !c.Verified), ushort.MaxValue);
        int[] skills = new int[claims.Length];
        byte[] codes = new byte[claims.Length];
        for (var i = 0; i < claims.Length; i++)
        {
            skills[i] = claims[i].SkillId;
            codes[i] = EvidenceCode.Of(claims[i].Level, claims[i].Verified, details.Unverified);
        }
        (Id, Facts, Details, this.skills, this.codes, Languages, Terms, Vector) =
            (id, facts, details, skills, codes, languages, terms, vector);
        foreach (var skill in skills) signature |= 1UL << (skill & 63);
    }

    /// <summary>What an index kept of a freelancer. Skills ascend; the codes fit the details.</summary>
    internal PreparedFreelancer(Guid id, Facts facts, Details details, int[] skills, byte[] codes, uint[] languages,
        TermVector terms, SemanticVector vector)
    {
        (Id, Facts, Details, this.skills, this.codes, Languages, Terms, Vector) =
            (id, facts, details, skills, codes, languages, terms, vector);
        foreach (var skill in skills) signature |= 1UL << (skill & 63);
    }

    /// <summary>The freelancer; also the tie-break between equal scores.</summary>
    public Guid Id { get; }

    /// <summary>The words, counted.</summary>
    public TermVector Terms { get; }

    /// <summary>Price of an hour in minor units; null when not stated.</summary>
    public long? RateMinor => Facts.Rate < 0 ? null : Facts.Rate;

    /// <summary>Number of distinct unverified skills.</summary>
    public int Unverified => Details.Unverified;

    /// <summary>What an unverified level of this person weighs, 0..<see cref="ClaimPermille"/> thousandths.</summary>
    public int ClaimWeight => EvidenceCode.ClaimWeight(EvidenceCode.ClaimStep(Unverified));

    internal Facts Facts { get; }
    internal Details Details { get; }
    internal uint[] Languages { get; }
    internal SemanticVector Vector { get; }
    internal ReadOnlySpan<int> Skills => skills;
    internal ReadOnlySpan<byte> Codes => codes;

    /// <summary>The counted claim to a skill and its code; false when there is none or it counts for nothing.</summary>
    internal bool TryFind(int skillId, out byte code)
    {
        code = 0;
        if ((signature >> (skillId & 63) & 1) == 0) return false;
        var at = Array.BinarySearch(skills, skillId);
        if (at >= 0) code = codes[at];
        return at >= 0 && EvidenceCode.Weight(code) > 0;
    }

    /// <summary>The same person with one more claim in place of any to the same skill.</summary>
    internal PreparedFreelancer With(SkillClaim claim)
    {
        var at = Array.BinarySearch(skills, claim.SkillId);
        var claims = new SkillClaim[at < 0 ? skills.Length + 1 : skills.Length];
        for (int i = 0, from = 0; i < claims.Length; i++)
        {
            if (i != (at < 0 ? ~at : at)) claims[i] = ClaimAt(from++);
            else
            {
                claims[i] = claim;
                if (at >= 0) from++;
            }
        }
        return new(Id, Facts, Details, claims, Languages, Terms, Vector);
    }

    SkillClaim ClaimAt(int at) => new(skills[at], EvidenceCode.Level(codes[at]), EvidenceCode.IsVerified(codes[at]));

    static SkillClaim[] Counted(IReadOnlyList<SkillClaim> claims) => [.. claims
        .Select(c => c with { Level = Math.Clamp(c.Level, 1, 10) })
        .GroupBy(c => c.SkillId).OrderBy(g => g.Key)
        .Select(g => g.OrderByDescending(c => c.Verified).ThenByDescending(c => c.Level).First())];

    static Facts FactsOf(FreelancerDocument d) => new()
    {
        Rate = d.HourlyRateMinor is >= 0 and { } rate ? rate : -1,
        Currency = CurrencyCode.Of(d.Currency),
        Start = d.EarliestStart?.DayNumber ?? 0,
        Trust = (ushort)Standing.Trust(d),
        Pace = (ushort)(d.PacePermille is { } pace ? Math.Clamp(pace, 500, 3_000) : 1_000),
        Zone = (short)(d.TimezoneMinutes is { } zone ? Place.Zone(zone) : -1),
        Weekly = (byte)(d.WeeklyHours is { } hours ? Math.Clamp(hours, 0, 100) : Facts.Unknown),
        Years = (byte)(d.ExperienceYears is { } years ? Math.Clamp(years, 0, 10) : Facts.Unknown),
        Completed = (byte)Math.Clamp(d.CompletedJobs, 0, 20),
        Flags = (byte)((d.PacePermille is null ? 0 : Facts.HasPace) | (d.PortfolioItems > 0 ? Facts.HasPortfolio : 0)),
    };

    static Details DetailsOf(FreelancerDocument d, TermVector terms) => new()
    {
        Reputation = (ushort)Math.Clamp(d.Reputation, 0, 1_000),
        Reviews = (ushort)Math.Clamp(d.Reviews, 0, ushort.MaxValue),
        Words = (ushort)Math.Min(terms.Length, ushort.MaxValue),
    };
}
