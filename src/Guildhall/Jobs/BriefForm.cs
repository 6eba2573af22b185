using System.Globalization;
using Guildhall.Engine.Money;
using Guildhall.Jobs.Public;
using Guildhall.Talent.Public;

namespace Guildhall.Jobs;

/// <summary>
/// Reads one step of the wizard's form into a brief. What cannot be read is kept as typed, so that nothing a person
/// wrote is lost.
/// </summary>
sealed class BriefForm(IFormCollection form, Brief before, Skills skills)
{
    readonly Dictionary<string, string> typed = before.Typed.ToDictionary();

    public static Brief Read(int step, IFormCollection form, Brief before, Skills skills)
    {
        var reader = new BriefForm(form, before, skills);
        var brief = step switch
        {
            1 => reader.What(),
            2 => reader.Needs(),
            3 => reader.Budget(),
            4 => reader.Parts(),
            _ => before,
        };
        return brief with { Typed = reader.typed };
    }

    Brief What() => before with
    {
        Title = Text("title") ?? before.Title,
        Description = Text("description") ?? before.Description,
        Kind = Choice("kind", before.Kind),
        Category = Text("category") is { } slug ? skills.Category(slug)?.Slug : before.Category,
        ProjectType = Text("projectType") is { } type
            ? skills.ProjectTypes.FirstOrDefault(t => t.Slug == type)?.Slug : before.ProjectType,
    };

    Brief Needs()
    {
        var needs = new List<SkillNeed>();
        Forget(BriefCheck.AlternativesOf);
        foreach (var text in form["skill"])
            if (int.TryParse(text, out var id) && skills.Find(id) is not null && needs.All(n => n.SkillId != id)
                && needs.Count < 2 * BriefCheck.SkillsMax)
                needs.Add(new(id, Math.Clamp(Whole($"level-{id}") ?? 5, 1, 10), form[$"need-{id}"] != "optional",
                    Alternatives(id)));
        var added = Shared.Ui.SkillText.Parse(Text("add")).Select(a => (a.Name, a.Level, Skill: skills.Find(a.Name)))
            .ToArray();
        Unknown("skills", added.Where(a => a.Skill is null).Select(a => a.Name));
        foreach (var (_, level, skill) in added)
            if (skill is not null && needs.All(n => n.SkillId != skill.Id))
                needs.Add(new(skill.Id, level ?? 5, true, []));
        return before with
        {
            Skills = needs, Complexity = Math.Clamp(Whole("complexity") ?? before.Complexity, 1, 5),
            Languages = Languages(),
        };
    }

    IReadOnlyList<string> Languages()
    {
        if (Text("languages") is not { } text) return before.Languages;
        var read = Names(text).Select(name => (Name: name, Code: KnownPlaces.FindLanguage(name))).ToArray();
        Unknown("languages", read.Where(l => l.Code is null).Select(l => l.Name));
        return [.. read.Select(l => l.Code).OfType<string>().Distinct()];
    }

    static string[] Names(string text) =>
        text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    int[] Alternatives(int skill)
    {
        var field = $"{BriefCheck.AlternativesOf}{skill}";
        var named = Shared.Ui.SkillText.Parse(Text(field)).Select(a => (a.Name, skills.Find(a.Name)?.Id)).ToArray();
        Unknown(field, named.Where(a => a.Id is null).Select(a => a.Name));
        return [.. named.Select(a => a.Id).OfType<int>().Distinct().Take(2 * BriefCheck.SkillsMax)];
    }

    Brief Budget()
    {
        var currency = Text("currency") is { } code && Currencies.IsKnown(code) ? code : before.Currency;
        return before with
        {
            Pay = Choice("pay", before.Pay), Currency = currency,
            MinMinor = Amount("min", currency, before.MinMinor), MaxMinor = Amount("max", currency, before.MaxMinor),
            Hours = Number("hours", before.Hours), WeeklyHours = Number("weeklyHours", before.WeeklyHours),
            Deadline = Day("deadline", Text("deadline"), before.Deadline),
            Hiring = Choice("hiring", before.Hiring),
        };
    }

    Brief Parts()
    {
        var titles = form["milestone"];
        var parts = new List<JobMilestone>();
        Forget("milestone");
        for (var i = 0; i < titles.Count && i < 2 * BriefCheck.MilestonesMax; i++)
        {
            var (title, price, due) = (titles[i]?.Trim() ?? "", Nth("milestonePrice", i), Nth("milestoneDue", i));
            if (title.Length == 0 && price.Length == 0 && due.Length == 0) continue;
            var n = parts.Count;
            parts.Add(new(title, Read($"milestonePrice{n}", price), Day($"milestoneDue{n}", due, null)));
        }
        return before with { Quality = Text("quality") ?? before.Quality, Milestones = parts };

        long? Read(string field, string text)
        {
            var ok = Money.TryParse(text, before.Currency, out var money);
            Note(field, ok || text.Length == 0 ? null : text);
            return ok ? money.Minor : null;
        }
        string Nth(string name, int i) => form[name].Count > i ? form[name][i]?.Trim() ?? "" : "";
    }

    string? Text(string name) => form.TryGetValue(name, out var value)
        ? value.ToString().Replace("\r\n", "\n").Trim() : null;

    int? Whole(string name) => int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        ? n : null;

    T Choice<T>(string name, T otherwise) where T : struct, Enum =>
        Text(name) is { Length: > 0 } text && Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : otherwise;

    long? Amount(string name, string currency, long? otherwise)
    {
        if (Text(name) is not { } text) return otherwise;
        var ok = Money.TryParse(text, currency, out var money);
        Note(name, ok || text.Length == 0 ? null : text);
        return ok ? money.Minor : null;
    }

    int? Number(string name, int? otherwise)
    {
        if (Text(name) is not { } text) return otherwise;
        var n = Whole(name);
        Note(name, n is not null || text.Length == 0 ? null : text);
        return n;
    }

    DateOnly? Day(string name, string? text, DateOnly? otherwise)
    {
        if (text is null) return otherwise;
        var ok = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day);
        Note(name, ok || text.Length == 0 ? null : text);
        return ok ? day : null;
    }

    void Forget(string fields)
    {
        foreach (var field in typed.Keys.Where(k => k.StartsWith(fields, StringComparison.Ordinal)).ToArray())
            typed.Remove(field);
    }

    void Unknown(string field, IEnumerable<string> names) =>
        Note(field, string.Join(", ", names) is { Length: > 0 } text ? text : null);

    void Note(string field, string? text)
    {
        if (text is null) typed.Remove(field);
        else typed[field] = text;
    }
}
