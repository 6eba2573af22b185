using System.Text;
using Guildhall.Engine.Matching;

namespace Guildhall.Bench.Matching;

/// <summary>
/// An invented market, the same for the same seed: 5,000 skills in 24 fields, spread like skills on real platforms (the
/// first on a tenth of all profiles, the hundredth on 0.7 %, the thousandth on 0.1 %) and coming together as they do
/// there (four of five from one field); bios of about 40 words; rates, hours, reputation, places.
/// </summary>
sealed class Corpus(ulong seed, int dimensions)
{
    public const int Skills = 5_000;

    public static readonly DateOnly Today = new(2026, 11, 23);

    readonly float[][] directions = [.. Enumerable.Range(0, Skills + 1).Select(s => Direction(s, dimensions))];

    public static int FieldOf(int skill) => skill % Lexicon.Fields.Length;

    public static string NameOf(int skill) => Lexicon.Name(skill);

    /// <summary>Twelve related skills of the same field each, weaker as they are further apart.</summary>
    public static SkillGraph Graph { get; } = new("bench", Edges());

    /// <summary>
    /// The same, and of every job 32 skills expected that are not rare: more than learned knowledge says.
    /// </summary>
    public static SkillGraph Expecting { get; } = new("bench-expecting", Edges(), [.. Enumerable.Range(0, 32)
        .Select(i => new ExpectedSkill(20 + i * 37, 900 - 25 * i, null, "bench"))]);

    /// <summary>The same, and expected is what 20,000 earlier jobs taught, as a site learns it.</summary>
    public SkillGraph Learned()
    {
        const int jobs = 20_000, people = 20_000, earlier = 10_000_000;
        var learner = new GraphLearner();
        for (var i = 0; i < jobs; i++)
            if (Job(earlier + i) is var job) learner.Learn(job.Title, [.. job.Requirements.Select(r => r.SkillId)]);
        var supply = Enumerable.Range(0, people).SelectMany(i => Freelancer(i).Claims).CountBy(c => c.SkillId)
            .ToDictionary();
        return new("bench-learned", Edges(), new SkillKnowledge(
            Enumerable.Range(1, Skills).Select(s => new SkillEntry(s, NameOf(s))), [], learner, supply, people));
    }

    static IEnumerable<SkillEdge> Edges() => Enumerable.Range(1, Skills).SelectMany(skill =>
        Enumerable.Range(1, 12).Select(i => new SkillEdge(skill,
            (skill + Lexicon.Fields.Length * (i * 7 - 3)) % Skills + 1, 900 - 60 * i)));

    public FreelancerDocument Freelancer(int number, int version = 0)
    {
        var dice = new Dice(seed ^ ((ulong)number << 20) ^ (ulong)version);
        var field = dice.Rank(Lexicon.Fields.Length, 0.4);
        var skills = new List<int>();
        for (var wanted = 3 + (int)(dice.Unit() * dice.Unit() * 12); skills.Count < wanted;)
            if (Skill(ref dice, dice.Chance(0.8) ? field : -1) is var skill && !skills.Contains(skill))
                skills.Add(skill);
        var ability = 5.2 + dice.Bell() * 1.6;
        var claims = new SkillClaim[skills.Count];
        for (var i = 0; i < claims.Length; i++)
            claims[i] = new(skills[i], Math.Clamp((int)Math.Round(ability + dice.Bell() * 1.5), 1, 10),
                dice.Chance(0.25));
        var reviews = dice.Chance(0.3) ? 0 : dice.Rank(400, 1.1);
        var place = (int)(dice.Unit() * dice.Unit() * 120);
        return new(IdOf(number))
        {
            Claims = claims,
            Text = Bio(ref dice, field, skills),
            HourlyRateMinor = dice.Chance(0.05) ? null
                : (long)Math.Clamp(100 * Math.Exp(2.2 + ability * 0.17 + dice.Bell() * 0.45), 400, 40_000),
            Currency = dice.Chance(0.85) ? "USD" : "EUR",
            WeeklyHours = dice.Chance(0.06) ? null : dice.Chance(0.12) ? 0 : 5 + 5 * dice.Below(8),
            EarliestStart = dice.Chance(0.5) ? null : Today.AddDays(dice.Below(90)),
            Reputation = reviews == 0 ? 0 : (int)Math.Clamp(620 + 30 * ability + 140 * dice.Bell(), 50, 1_000),
            Reviews = reviews,
            TimezoneMinutes = place * 7 % 24 * 60 - 660,
            Languages = dice.Chance(0.5) ? ["en"] : ["en", Language(place)],
            Country = $"{(char)('A' + place % 26)}{(char)('A' + place / 26)}",
            ExperienceYears = dice.Chance(0.1) ? null : (int)Math.Clamp(ability + 4 * dice.Unit(), 0, 25),
            CompletedJobs = reviews + dice.Below(3),
            PacePermille = reviews == 0 ? null : (int)Math.Clamp(1_050 + 150 * dice.Bell(), 500, 3_000),
            PortfolioItems = dice.Below(4),
            Vector = dimensions == 0 ? SemanticVector.None : Meaning(skills),
        };
    }

    /// <summary>Two to four required skills, in four of ten an alternative, up to three welcome ones.</summary>
    public JobDocument Job(int number, bool withSkills = true)
    {
        var dice = new Dice(seed ^ 0xABCD_0000_0000_0000 ^ (ulong)number << 20);
        var field = dice.Rank(Lexicon.Fields.Length, 0.4);
        var skills = new List<int>();
        for (var wanted = 2 + dice.Below(3) + dice.Below(4) + 1; skills.Count < wanted;)
            if (Skill(ref dice, dice.Chance(0.9) ? field : -1) is var skill && !skills.Contains(skill))
                skills.Add(skill);
        var required = Math.Min(2 + dice.Below(3), skills.Count - 1);
        var asked = skills.Take(skills.Count - 1).Take(required + 3)
            .Select((skill, i) =>
                new Requirement(skill, 3 + new Dice(seed + (ulong)(number * 31 + i)).Below(5), i < required))
            .ToArray();
        if (dice.Chance(0.4)) asked[required - 1] = asked[required - 1] with { Alternatives = [skills[^1]] };
        var low = 1_000 + 500 * dice.Below(8);
        var text = Brief(ref dice, field, skills, withSkills);
        return new(IdOf(~number), Today)
        {
            Requirements = withSkills ? asked : [],
            Title = text[..text.IndexOf('.')], Text = text,
            Pricing = Pricing.Hourly, MinMinor = low, MaxMinor = low * 2, Currency = "USD",
            Hours = 20 + 20 * dice.Below(10), Deadline = Today.AddDays(20 + dice.Below(80)),
            Complexity = 1 + dice.Below(5), TimezoneMinutes = -480 + 60 * dice.Below(16),
            Languages = dice.Chance(0.7) ? ["en"] : [],
            Vector = dimensions == 0 ? SemanticVector.None : Meaning(skills),
        };
    }

    // Within a field the r-th skill is about 1/r^0.75 as common as the first; fields differ as well.
    static int Skill(ref Dice dice, int field)
    {
        var fields = Lexicon.Fields.Length;
        if (field < 0) field = dice.Rank(fields, 0.4);
        var rank = dice.Rank(Skills / fields, 0.75);
        return Math.Max(1, rank * fields + field);
    }

    static string Bio(ref Dice dice, int field, List<int> skills)
    {
        var text = new StringBuilder(320);
        var words = Lexicon.Fields[field];
        text.Append("I ").Append(Pick(ref dice, Lexicon.Doing)).Append(' ').Append(words[dice.Rank(words.Length, 0.7)])
            .Append(" with ").Append(NameOf(skills[0])).Append(" and ").Append(NameOf(skills[1])).Append(" for ")
            .Append(Pick(ref dice, Lexicon.For)).Append(". ");
        for (var sentences = 3 + dice.Below(3); sentences > 0; sentences--) Sentence(ref dice, text, words);
        return text.ToString();
    }

    static string Brief(ref Dice dice, int field, List<int> skills, bool named)
    {
        var text = new StringBuilder(200);
        var words = Lexicon.Fields[field];
        text.Append("Somebody to ").Append(Pick(ref dice, Lexicon.Doing)).Append(" our ")
            .Append(words[dice.Rank(words.Length, 0.7)]);
        if (named) text.Append(" with ").Append(NameOf(skills[0]));
        text.Append(". ");
        for (var sentences = 1 + dice.Below(2); sentences > 0; sentences--) Sentence(ref dice, text, words);
        return text.ToString();
    }

    static void Sentence(ref Dice dice, StringBuilder text, string[] field)
    {
        text.Append(Capital(Pick(ref dice, Lexicon.Common))).Append(' ').Append(field[dice.Rank(field.Length, 0.7)])
            .Append(" and ").Append(field[dice.Rank(field.Length, 0.7)])
            .Append(' ').Append(Pick(ref dice, Lexicon.Doing)).Append(' ')
            .Append(Pick(ref dice, Lexicon.How)).Append(", ").Append(Pick(ref dice, Lexicon.Common))
            .Append(" and ").Append(Pick(ref dice, Lexicon.Common)).Append(" for ").Append(Pick(ref dice, Lexicon.For))
            .Append(" like ").Append(Lexicon.Name(dice.Rank(200_000, 0.9))).Append(". ");
    }

    SemanticVector Meaning(List<int> skills)
    {
        var sum = new float[dimensions];
        foreach (var skill in skills)
            for (var i = 0; i < dimensions; i++) sum[i] += directions[skill][i];
        return SemanticVector.Of(sum);
    }

    static float[] Direction(int skill, int dimensions)
    {
        var (own, field) = (new Dice((ulong)skill * 77 + 5), new Dice((ulong)FieldOf(skill) * 131 + 9));
        var direction = new float[dimensions];
        for (var i = 0; i < dimensions; i++) direction[i] = (float)(field.Bell() + own.Bell());
        return direction;
    }

    Guid IdOf(int number)
    {
        var dice = new Dice(seed ^ (ulong)number << 32);
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, dice.Next());
        BitConverter.TryWriteBytes(bytes[8..], dice.Next());
        return new(bytes);
    }

    static string Language(int place) => "es fr de pt it pl uk hi ar zh ja ko tr nl sv".Split(' ')[place % 15];

    static string Pick(ref Dice dice, string[] words) => words[dice.Below(words.Length)];

    static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
