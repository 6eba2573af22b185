using System.Globalization;
using Guildhall.Engine.Money;
using Guildhall.Shared;

namespace Guildhall.Contracts.Pages;

/// <summary>What the edit page posts.</summary>
public sealed class ContractForm
{
    public string? Title { get; set; }
    public string? DescriptionOfServices { get; set; }
    public string? Deliverables { get; set; }
    public string? ProjectSchedule { get; set; }
    public string? PricingAndRates { get; set; }
    public string? PaymentTermsAndSchedule { get; set; }
    public string? TermsAndConditions { get; set; }
    public int Revisions { get; set; }
    public List<Row> Milestones { get; set; } = [];

    public sealed class Row
    {
        public string? Title { get; set; }
        public string? Description { get; set; }
        public string? Amount { get; set; }
        public string? Due { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace($"{Title}{Description}{Amount}{Due}");
    }

    public static ContractForm Of(Contract c) => new()
    {
        Title = c.Title, DescriptionOfServices = c.Texts.DescriptionOfServices, Deliverables = c.Texts.Deliverables,
        ProjectSchedule = c.Texts.ProjectSchedule, PricingAndRates = c.Texts.PricingAndRates,
        PaymentTermsAndSchedule = c.Texts.PaymentTermsAndSchedule, TermsAndConditions = c.Texts.TermsAndConditions,
        Revisions = c.Policy.Revisions,
        Milestones =
        [
            .. c.Milestones.OrderBy(m => m.Position).Select(m => new Row
            {
                Title = m.Title, Description = m.Description, Amount =
                    m.Amount.ToString("F", CultureInfo.CurrentCulture),
                Due = m.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }),
            new Row(),
        ],
    };

    /// <summary>The rows that hold something, by their place in the form.</summary>
    public int[] KeptRows() => [.. Enumerable.Range(0, Milestones.Count).Where(i => !Milestones[i].IsEmpty)];

    /// <summary>Amounts that are none, by the names the rules use.</summary>
    public IEnumerable<(string Field, FormattableString Words)> Unreadable(string currency) =>
        from kept in KeptRows().Index()
        let words = AmountCheck.Unreadable(Milestones[kept.Item].Amount, currency)
        where words is not null
        select ($"milestones[{kept.Index}].amount", words);

    public EditContract.Request Read(string currency) =>
        new(Title ?? "", DescriptionOfServices ?? "", Deliverables ?? "",
        ProjectSchedule ?? "", PricingAndRates ?? "", PaymentTermsAndSchedule ?? "", TermsAndConditions
            ?? "", Revisions,
        [.. KeptRows().Select(i => Read(Milestones[i], currency))]);

    // What cannot be read becomes what the rules refuse, beside the field: no amount, a date out of range.
    static EditContract.MilestoneInput Read(Row row, string currency) => new(
        row.Title ?? "", row.Description ?? "",
        Money.TryParse(row.Amount, currency, out var amount) ? amount.Minor : 0,
        string.IsNullOrWhiteSpace(row.Due) ? null
            : DateOnly.TryParse(row.Due, CultureInfo.InvariantCulture, out var due) ? due : DateOnly.MaxValue);
}
