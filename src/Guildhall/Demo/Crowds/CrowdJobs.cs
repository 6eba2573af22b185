using System.Globalization;
using Guildhall.Demo.Data;
using Guildhall.Talent.Public;

namespace Guildhall.Demo.Crowds;

/// <summary>Invents open jobs in the words of the people who would post them.</summary>
sealed class CrowdJobs(Phrases phrases, Skills skills, IEnumerable<string> takenTitles)
{
    readonly (Archetype, int)[] kinds =
        [.. phrases.Archetypes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => (a.Value, a.Value.Share))];
    static readonly string[] asking = ["A plain question", "One question, answered with figures", "Wanted, an answer",
        "For somebody patient", "Three weeks, one question", "The question nobody has time for"];
    readonly HashSet<string> titles = [.. takenTitles];

    public JobData Job(int number, ClientData client)
    {
        var dice = new Dice($"job {number}");
        var kind = dice.ByShare(kinds);
        string[] asked = [.. dice.Draw(kind.SkillsCore, dice.Between(1, 2))
            .Concat(dice.Draw(kind.SkillsExtra, dice.Between(1, 2))).Distinct()];
        var words = new Wording(phrases, dice, [.. asked.Select(s => skills.Find(s)!.Name)], 0,
            dice.Pick(phrases.Slots["industry"]));
        var (hours, hourly) = (dice.Between(2, 40) * 4, dice.Part() < 0.3);
        var rate = Math.Sqrt(kind.HourlyRateMinor[0] * (double)kind.HourlyRateMinor[1]) * (0.8 + dice.Part() * 0.5);
        var whole = hourly ? rate : rate * hours;
        return new(string.Create(CultureInfo.InvariantCulture, $"crowd-job-{number}"), client.Ref, "en",
            Title(dice, words, kind), Description(dice, words, kind), null, kind.Category, null, "open",
            -dice.Between(0, 24), dice.Between(14, 70), hourly ? "hourly" : "fixed",
            Round(whole * 0.75), Round(whole * 1.15), CrowdPeople.Currency(client.CountryCode), hours,
            dice.Between(1, 5),
            [.. asked.Select((slug, i) => new NeedData(slug, dice.Between(4, 8), i < 2, []))], [],
            Languages(dice.Part(), client.CountryCode));
    }

    // The texts are in English. Most do not mind; some want it spoken, or what is spoken where the client is.
    string[] Languages(double part, string country) => part switch
    {
        < 0.65 => [],
        < 0.85 => ["en"],
        _ => [.. phrases.NativeLanguages.GetValueOrDefault(country, []).Where(KnownPlaces.IsLanguage).Take(1)
            .Append("en").Distinct()],
    };

    string Title(Dice dice, Wording words, Archetype kind)
    {
        var title = words.Fill(dice.Pick(kind.JobTitles));
        for (var again = 0; again < 6 && titles.Contains(title); again++) title = words.Fill(dice.Pick(kind.JobTitles));
        for (var again = 0; again < 20 && !titles.Add(title); again++)
            title = Whose(words.Fill(dice.Pick(kind.JobTitles)), words, dice);
        return title;
    }

    string Whose(string title, Wording words, Dice dice) => title.EndsWith('?') ? $"{dice.Pick(asking)}: {title}"
        : words.Fill(dice.Part() < 0.6 ? $"{title}, for {{industry}}" : $"{{industry}}: {title}");

    string Description(Dice dice, Wording words, Archetype kind)
    {
        var needs = dice.Draw(kind.JobNeeds, 2);
        return words.Fill(string.Join(' ', dice.Pick(phrases.JobContext), needs[0],
            dice.Part() < 0.5 ? needs[1] : dice.Pick(phrases.JobConstraint), dice.Pick(phrases.JobClosing)));
    }

    // People name round sums: two digits that count.
    static long Round(double minor)
    {
        var step = Math.Max(100, Math.Pow(10, Math.Floor(Math.Log10(minor)) - 1) * 5);
        return (long)(Math.Max(1, Math.Round(minor / step)) * step);
    }
}
