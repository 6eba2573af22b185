using System.Globalization;
using System.Text;
using Guildhall.Demo.Data;
using Guildhall.Talent.Public;

namespace Guildhall.Demo.Crowds;

/// <summary>Invents freelancers and the companies that look for them; nobody is invented twice.</summary>
sealed class CrowdPeople(Phrases phrases, Skills skills, IEnumerable<string> takenNames)
{
    static readonly string[] euro =
        ["ES", "PT", "FR", "BE", "DE", "AT", "IE", "FI", "LT", "LV", "EE", "HR", "SI", "GR", "IT", "NL"];

    readonly ILookup<string, string[]> cities = DemoFiles.Table("cities.tsv").ToLookup(row => row[2]);
    readonly Region[] regions = [.. phrases.Regions.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value)];
    readonly (Archetype, int)[] kinds =
        [.. phrases.Archetypes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => (a.Value, a.Value.Share))];
    readonly HashSet<string> names = [.. takenNames], said = [], addresses = [];

    public FreelancerData Freelancer(int number)
    {
        var dice = new Dice($"freelancer {number}");
        var (kind, region) = (dice.ByShare(kinds), dice.Pick(regions));
        var (name, address, city) = (Name(dice, region), "", City(dice, region));
        address = Address(name);
        var (years, country) = (dice.Between(2, 20), city[2]);
        SkillData[] known = [.. Known(dice, kind)];
        var words = new Wording(phrases, dice, [.. known.Select(s => skills.Find(s.Slug)!.Name)], years);
        return new($"crowd-{address}", name, $"{address}@demo.guildhall.example", city[0], country, city[3],
            Headline(dice, words, kind, known), Unheard(() => Bio(dice, words, kind)),
            Rate(dice, kind, known[0].Level), Currency(country), dice.Between(2, 8) * 5, dice.Between(0, 30), years,
            [.. Languages(dice, country)], known, [.. Experience(dice, words, kind, region, years)],
            [.. dice.Draw(kind.Portfolio, dice.Between(0, 2)).Select(p =>
                new PortfolioData(words.Fill(p.Title), words.Fill(p.Summary), [known[0].Slug]))]);
    }

    public ClientData Client(int number, IReadOnlyList<string> industries)
    {
        var dice = new Dice($"client {number}");
        var region = dice.Pick(regions);
        var (name, city) = (Name(dice, region), City(dice, region));
        var address = Address(name);
        var company = Unheard(() => $"{dice.Pick(region.Family)} {dice.Pick(phrases.CompanyWord)}");
        return new($"crowd-{address}", name, $"{address}@demo.guildhall.example", company, dice.Pick(industries),
            city[0], city[2], city[3], dice.Part() < 0.1 ? "enterprise" : "small_business", "");
    }

    public static string Currency(string country) => country == "GB" ? "GBP" : euro.Contains(country) ? "EUR" : "USD";

    string Name(Dice dice, Region region)
    {
        var (given, family) = (dice.Pick(region.Given), dice.Pick(region.Family));
        for (var again = 0; again < 5 && names.Contains($"{given} {family}"); again++)
            family = dice.Pick(region.Family);
        while (!names.Add($"{given} {family}")) family = string.Join('-', dice.Draw(region.Family, 2));
        return $"{given} {family}";
    }

    string Address(string name)
    {
        var plain = string.Concat(name.Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .Select(c => char.IsAsciiLetter(c) ? c.ToString() : c is ' ' or '-' ? "." : ""));
        var address = plain;
        for (var n = 2; !addresses.Add(address); n++) address = $"{plain}{n}";
        return address;
    }

    string[] City(Dice dice, Region region) =>
        dice.Pick([.. cities[dice.Pick([.. region.CountryCodes.Where(cities.Contains)])]]);

    static IEnumerable<SkillData> Known(Dice dice, Archetype kind)
    {
        var top = dice.Between(6, 9);
        var slugs = dice.Draw(kind.SkillsCore, dice.Between(2, 4))
            .Concat(dice.Draw(kind.SkillsExtra, dice.Between(2, 6))).Distinct().ToArray();
        return slugs.Select((slug, i) =>
            new SkillData(slug, i == 0 ? top : dice.Between(4, top), dice.Part() < 0.25)).ToArray();
    }

    // A phrase somebody already stands under is told apart by what its owner is good at.
    string Headline(Dice dice, Wording words, Archetype kind, SkillData[] known)
    {
        var headline = words.Fill(dice.Pick(kind.Headlines));
        for (var again = 0; again < 12 && !said.Add(headline); again++)
        {
            headline = words.Fill(dice.Pick(kind.Headlines));
            if (said.Add(headline)) return headline;
            var names = dice.Draw(known, 2).Select(s => skills.Find(s.Slug)!.Name).ToArray();
            headline += dice.Pick<string>([" · ", ": ", " – "]) + string.Join(" and ", names);
        }
        return headline;
    }

    static string Bio(Dice dice, Wording words, Archetype kind)
    {
        var parts = new List<string> { dice.Pick(kind.Opening) };
        var more = new[] { dice.Pick(kind.Method), dice.Pick(kind.Proof) };
        if (dice.Part() < 0.5) Array.Reverse(more);
        parts.AddRange(more.Take(dice.Between(1, 2)));
        if (dice.Part() < 1 / 3d) parts.Add("{after}.");
        return words.Fill(string.Join(' ', parts));
    }

    static long Rate(Dice dice, Archetype kind, int level)
    {
        var (low, high) = ((double)kind.HourlyRateMinor[0], (double)kind.HourlyRateMinor[1]);
        var free = low * Math.Pow(high / low, dice.Part()) * (0.6 + 0.7 * (level - 4) / 5);
        return Math.Max(500, (long)Math.Round(free / 100) * 100);
    }

    IEnumerable<LanguageData> Languages(Dice dice, string country)
    {
        var native = phrases.NativeLanguages.GetValueOrDefault(country, ["en"]);
        yield return new(native[0], "native");
        foreach (var second in native.Skip(1).Take(1)) yield return new(second, "C1");
        if (!native.Contains("en")) yield return new("en", dice.Pick<string>(["B1", "B2", "C1", "C2"]));
    }

    IEnumerable<ExperienceData> Experience(Dice dice, Wording words, Archetype kind, Region region, int years)
    {
        var (count, until) = (Math.Min(dice.Between(1, 3), years), 0);
        for (var i = 0; i < count; i++)
        {
            var from = i == count - 1 ? years : until + Math.Max(1, (years - until) / (count - i));
            yield return new(words.Fill(dice.Pick(kind.Roles)),
                $"{dice.Pick(region.Family)} {dice.Pick(phrases.CompanyWord)}", from, until);
            until = from;
        }
    }

    string Unheard(Func<string> say)
    {
        var words = say();
        for (var again = 0; again < 20 && !said.Add(words); again++) words = say();
        return words;
    }
}
