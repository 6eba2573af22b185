using Guildhall.Contracts.Public;
using Guildhall.Engine.Money;
using Guildhall.Shared;

namespace Guildhall.Contracts;

/// <summary>What a contract may hold, checked the same way for a hire, a form and the API.</summary>
static class ContractRules
{
    public const int TitleMax = 160, TextMax = 8_000, MilestoneTitleMax = 120, MilestoneTextMax = 4_000,
        MilestonesMax = 30;
    public const int NoteMax = 4_000;

    public static void Check(string title, ContractTexts texts, IReadOnlyList<MilestoneTerms> milestones,
        string currency,
        int revisions = 0)
    {
        var check = new Check()
            .Text(title, "title", TitleMax)
            .Text(texts.DescriptionOfServices, "description_of_services", TextMax)
            .Text(texts.Deliverables, "deliverables", TextMax)
            .Text(texts.ProjectSchedule, "project_schedule", TextMax)
            .Text(texts.PricingAndRates, "pricing_and_rates", TextMax)
            .Text(texts.PaymentTermsAndSchedule, "payment_terms_and_schedule", TextMax)
            .Text(texts.TermsAndConditions, "terms_and_conditions", TextMax)
            .That(revisions is >= 0 and <= ContractPolicy.RevisionsMax, "revisions",
                $"Choose from 0 to {ContractPolicy.RevisionsMax} rounds of changes.")
            .That(milestones.Count is >= 1 and <= MilestonesMax, "milestones",
                $"A contract has 1 to {MilestonesMax} milestones.")
            .That(Currencies.IsKnown(currency), "currency", $"We do not know this currency.");
        for (var i = 0; i < milestones.Count; i++)
            Check(check, milestones[i], $"milestones[{i}]", currency);
        check.ThrowIfAny();
    }

    static void Check(Check check, MilestoneTerms milestone, string field, string currency) => check
        .Text(milestone.Title, $"{field}.title", MilestoneTitleMax)
        .Text(milestone.Description, $"{field}.description", MilestoneTextMax, min: 0)
        .That(milestone.Amount.IsPositive && milestone.Amount.Currency == currency,
            $"{field}.amount", $"Enter an amount above zero in {currency}.")
        .That(milestone.Amount.IsWithinLimit, $"{field}.amount",
            $"The largest amount is {AmountCheck.Largest(currency)}.")
        .That(milestone.Due is not { Year: < 2000 or > 2200 }, $"{field}.due", $"Enter a date between 2000 and 2200.");

    public static void CheckNote(string? note, string field, int min = 1) =>
        new Check().Text(note, field, NoteMax, min).ThrowIfAny();

    public static IEnumerable<Milestone> Milestones(Guid contract, IReadOnlyList<MilestoneTerms> terms) =>
        terms.Select((m, i) => new Milestone
        {
            ContractId = contract, Position = i + 1, Title = Clean(m.Title), Description = Clean(m.Description),
            Amount = m.Amount, Due = m.Due,
        });

    public static ContractTexts Clean(ContractTexts t) => new(Clean(t.DescriptionOfServices), Clean(t.Deliverables),
        Clean(t.ProjectSchedule), Clean(t.PricingAndRates), Clean(t.PaymentTermsAndSchedule),
            Clean(t.TermsAndConditions));

    /// <summary>
    /// One form for one text, so that its hash does not depend on the keyboard: composed letters, \n. U+FFFE is no
    /// character and cannot be composed.
    /// </summary>
    public static string Clean(string text) =>
        text.Replace("\uFFFE", "").ReplaceLineEndings("\n").Normalize(System.Text.NormalizationForm.FormC).Trim();
}
