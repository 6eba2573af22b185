using Guildhall.Accounts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Ui;
using Guildhall.Shared.Web;
using Guildhall.Talent.Profiles;
using Guildhall.Talent.Public;
using Microsoft.AspNetCore.Components;

namespace Guildhall.Talent.Pages;

/// <summary>One section of one's own profile: it is saved for itself and comes back with what is best done
/// next.</summary>
public abstract class ProfileSection : FormPage
{
    [Inject] public ReadProfile Read { get; set; } = null!;
    [Inject] public ChangeProfile Change { get; set; } = null!;
    [Inject] public People People { get; set; } = null!;
    [Inject] public Skills Skills { get; set; } = null!;
    [Inject] public TimeProvider Clock { get; set; } = null!;

    /// <summary>The last thing was saved.</summary>
    [SupplyParameterFromQuery] public string? Saved { get; set; }

    public Profile Profile { get; private set; } = null!;
    public Person Person { get; private set; } = null!;
    public Completeness Meter { get; private set; } = null!;
    public bool IsFreelancer => Is(Who.Freelancer);

    protected override async Task OnInitializedAsync()
    {
        Person = await People.One(UserId, Ct);
        Profile = await Read.Own(UserId, Ct);
        Meter = Completeness.Of(Profile, Person.AvatarId is not null);
        Fill();
    }

    /// <summary>Puts what is stored into the forms that were not posted.</summary>
    protected virtual void Fill() { }

    protected Task Save(string section, Action<Profile> change) =>
        Submit(ct => Change.Run(UserId, change, ct), then: $"/profile/edit/{section}?saved=yes");

    protected static int? Number(string? typed, string field) => string.IsNullOrWhiteSpace(typed) ? null
        : int.TryParse(typed.Trim(), out var number) ? number
        : throw new Refused($"Write a whole number.", "not_a_number", field);

    protected static DateOnly? Day(string? typed, string field) => string.IsNullOrWhiteSpace(typed) ? null
        : DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", out var day) ? day
        : throw new Refused($"Write the day as year-month-day, like 2026-03-14.", "not_a_day", field);

    protected static DateOnly? Month(string? typed, string field) => string.IsNullOrWhiteSpace(typed) ? null
        : DateOnly.TryParseExact(typed.Trim() + "-01", "yyyy-MM-dd", out var day) ? day
        : throw new Refused($"Write the month as year-month, like 2026-03.", "not_a_month", field);
}
