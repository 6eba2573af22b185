using Guildhall.Accounts;
using Guildhall.Accounts.Public;
using Guildhall.Demo.Data;
using Guildhall.Demo.Stage;
using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Talent.Clients;
using Guildhall.Talent.Profiles;
using Guildhall.Talent.Public;

namespace Guildhall.Demo.Lives;

/// <summary>Opens the accounts, says who everybody is, and knows them by their reference afterwards.</summary>
sealed class Townsfolk(Theatre theatre, string passwordHash)
{
    static readonly string[] Small =
    [
        "brujula-travel", "harbour-light-media", "atelier-fournier", "lua-studio", "officina-bellandi", "wrona-dental",
    ];

    readonly Dictionary<string, (Guid Id, string Name, string Zone)> known = [];
    readonly Skills skills = theatre.Get<Skills>();

    public Guid Id(string reference) => known[reference].Id;
    public string Name(string reference) => known[reference].Name;
    public string Zone(string reference) => known[reference].Zone;
    public int Count => known.Count;

    /// <summary>Names somebody before they come, so that what they will do can be planned.</summary>
    public void Expect(string reference, string name, string timeZone) =>
        known.Add(reference, (DeterministicId.From("demo", reference), name, timeZone));

    public void Open(AdminData admin, DateTime at)
    {
        var account = Enter(admin.Ref, admin.Name, admin.Email, admin.TimeZone, "en", false, false, at);
        account.MakeAdmin();
        Welcome(account);
    }

    public void Open(ClientData client, string language, DateTime at) => Welcome(Settle(client, language, at));

    public void Open(FreelancerData person, string language, DateTime at)
    {
        var account = Settle(person, language, at);
        Welcome(account);
        theatre.Db.Record(account.Id, "profile.shown", "freelancer", account.Id, new { To = Visibility.Everyone });
        theatre.Db.Publish(new ProfilePublished(account.Id));
    }

    /// <summary>Somebody of the crowd, of whose coming nobody is told.</summary>
    public void Add(ClientData client, DateTime at)
    {
        Expect(client.Ref, client.Person, client.TimeZone);
        Settle(client, "en", at);
    }

    public void Add(FreelancerData person, DateTime at)
    {
        Expect(person.Ref, person.Name, person.TimeZone);
        Settle(person, "en", at);
    }

    Account Settle(ClientData client, string language, DateTime at)
    {
        var account = Enter(client.Ref, client.Person, client.Email, client.TimeZone, language, true, false, at);
        var company = new ClientProfile { AccountId = account.Id };
        company.Describe(new(client.Company, client.Industry, client.About, client switch
        {
            { Size: "enterprise" } => CompanySize.Over250,
            _ when Small.Contains(client.Ref) => CompanySize.UpTo10,
            _ => CompanySize.UpTo50,
        }, client.City, client.CountryCode));
        theatre.Db.Add(company);
        return account;
    }

    Account Settle(FreelancerData person, string language, DateTime at)
    {
        var account = Enter(person.Ref, person.Name, person.Email, person.TimeZone, language, false, true, at);
        var today = theatre.Moments.Day(0);
        var profile = new Profile { AccountId = account.Id };
        profile.Describe(person.Headline, person.Bio);
        profile.Offer(new Money(person.HourlyRate, person.Currency), person.ExperienceYears, person.WeeklyHours,
            person.StartsInDays == 0 ? null : theatre.Moments.Day(person.StartsInDays), today);
        profile.Live(person.City, person.CountryCode, person.TimeZone);
        profile.Speak([.. person.Languages.Where(l => Places.IsLanguage(l.Code))
            .Select(l => new SpokenLanguage(l.Code, Enum.Parse<LanguageLevel>(l.Level, true)))]);
        profile.Claim([.. person.Skills.Select(s => (Skill(s.Slug), s.Level))], at);
        foreach (var skill in person.Skills.Where(s => s.Verified))
            profile.Skills.Single(s => s.SkillId == Skill(skill.Slug)).Verify(at);
        foreach (var past in person.Experience) Add(profile, past, person.Ref, today);
        foreach (var (shown, i) in person.Portfolio.Select((p, i) => (p, i)))
        {
            var item = new PortfolioItem { AccountId = account.Id, At = at.AddMinutes(i + 1) };
            item.Describe(shown.Title, shown.Summary, null, [.. shown.Skills.Select(Skill)]);
            profile.Portfolio.Add(item);
        }
        profile.Show(Visibility.Everyone, at);
        profile.Touch(at);
        theatre.Db.Add(profile);
        return account;
    }

    /// <summary>Skill of the taxonomy by its slug.</summary>
    public int Skill(string slug) => (skills.Find(slug)
        ?? throw new InvalidOperationException($"The demo names a skill the taxonomy does not know: {slug}.")).Id;

    // Somebody's years do not all begin in one month: the months move, and move together.
    static void Add(Profile profile, ExperienceData past, string person, DateOnly today)
    {
        var months = Chance.Between(0, 10, person, "months");
        DateOnly Month(int yearsAgo) => new DateOnly(today.Year, today.Month, 1).AddYears(-yearsAgo).AddMonths(-months);
        profile.Add(past.Role, past.Company, Month(past.FromYearsAgo),
            past.ToYearsAgo == 0 ? null : Month(past.ToYearsAgo), null, today);
    }

    void Welcome(Account account)
    {
        theatre.Db.Publish(new AccountRegistered(account.Id, account.IsClient, account.IsFreelancer));
        theatre.Db.Record(account.Id, "account.registered", "account", account.Id);
    }

    Account Enter(
        string reference, string name, string email, string zone, string language, bool client, bool freelancer,
        DateTime at)
    {
        var (first, last) = name.Split(' ', 2) is [var f, var l] ? (f, l) : (name, "");
        var account = Account.Open(first, last, email, client, freelancer, at);
        account.Id = Id(reference);
        account.Prefer(language, zone);
        account.PasswordHash = passwordHash;
        theatre.Db.Add(account);
        return account;
    }
}
