namespace Guildhall.Engine.Money;

/// <summary>The business models the marketplace ships with, each version 1 and always in force (spec C1).</summary>
public static class FeePresets
{
    static readonly DateOnly always = new(2000, 1, 1);

    /// <summary>The client pays 10 % on top, the freelancer keeps everything.</summary>
    public static FeeSchedule SkillGig { get; } = Of("skill-gig", FeeLine.Percent(FeePayer.Client, 1000, "Client fee"));

    /// <summary>One posting credit per job, no commission.</summary>
    public static FeeSchedule TechGigs { get; } = Of("techgigs") with { PostingCredits = 1 };

    /// <summary>The platform lives from plans; contracts carry no fee.</summary>
    public static FeeSchedule SubscriptionOnly { get; } = Of("subscription-only");

    public static FeeSchedule CommissionFree { get; } = Of("commission-free");

    /// <summary>Both sides pay; the platform's sliders are client 500 to 1000 and freelancer 1000 to 1500.</summary>
    /// <param name="clientBasisPoints">On top of the price, 500 is 5 %.</param>
    /// <param name="freelancerBasisPoints">Out of the price, 1000 is 10 %.</param>
    public static FeeSchedule TaskTribe(int clientBasisPoints = 500, int freelancerBasisPoints = 1000) =>
        Of("tasktribe",
            FeeLine.Percent(FeePayer.Client, clientBasisPoints, "Client fee"),
            FeeLine.Percent(FeePayer.Freelancer, freelancerBasisPoints, "Freelancer fee"));

    public static IReadOnlyList<FeeSchedule> All { get; } =
        [SkillGig, TaskTribe(), TechGigs, SubscriptionOnly, CommissionFree];

    /// <summary>The preset of this id; throws <see cref="ArgumentException"/> for another one.</summary>
    public static FeeSchedule Get(string id) => All.FirstOrDefault(s => s.Id == id)
        ?? throw new ArgumentException($"There is no fee preset '{id}'.", nameof(id));

    static FeeSchedule Of(string id, params FeeLine[] lines) =>
        new() { Id = id, Version = 1, EffectiveFrom = always, Lines = lines };
}
