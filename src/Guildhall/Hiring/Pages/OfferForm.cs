using System.Globalization;
using Guildhall.Engine.Money;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;

namespace Guildhall.Hiring.Pages;

/// <summary>What the proposal form posts, as typed.</summary>
public sealed class OfferForm
{
    public string? Price { get; set; }
    public string? Hours { get; set; }
    public string? CoverLetter { get; set; }
    public List<Row> Milestones { get; set; } = [];
    /// <summary>Which button was pressed: check, add, draft or send.</summary>
    public string? Do { get; set; }

    public sealed class Row
    {
        public string? Title { get; set; }
        public string? Description { get; set; }
        public string? Amount { get; set; }
        public string? Due { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace($"{Title}{Description}{Amount}{Due}");
    }

    public static OfferForm Of(Offer offer) => new()
    {
        Price = Write(offer.Minor, offer.Currency), Hours = offer.Hours?.ToString(CultureInfo.InvariantCulture),
        CoverLetter = offer.CoverLetter,
        Milestones = [.. offer.Milestones.Select(m => Of(m.Title, m.Description, m.Minor, offer.Currency, m.Due)),
            new()],
    };

    /// <summary>A new proposal starts from the parts the client already named.</summary>
    public static OfferForm Of(Brief brief) => new()
    {
        Hours = brief.Hours?.ToString(CultureInfo.InvariantCulture),
        Milestones = [.. brief.Milestones.Select(m => Of(m.Title, "", m.Minor, brief.Currency, m.Due)), new()],
    };

    static Row Of(string title, string description, long? minor, string currency, DateOnly? due) => new()
    {
        Title = title, Description = description, Amount = Write(minor, currency),
        Due = due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    static string? Write(long? minor, string currency) => minor is { } amount
        ? new Money(amount, currency).ToString("F", CultureInfo.CurrentCulture) : null;

    /// <summary>The rows that hold something, by their place in the form.</summary>
    public int[] KeptRows() => [.. Enumerable.Range(0, Milestones.Count).Where(i => !Milestones[i].IsEmpty)];

    /// <summary>Amounts that are none, by the names the rules use.</summary>
    public IEnumerable<(string Field, FormattableString Words)> Unreadable(JobView job)
    {
        var own = job.Brief.Pay == PayType.Hourly ? "rate" : "price";
        return from typed in KeptRows().Select((row, i) => ($"milestones[{i}].amount", Milestones[row].Amount))
                .Prepend((own, Price))
            let words = AmountCheck.Unreadable(typed.Item2, job.Brief.Currency)
            where words is not null
            select (typed.Item1, words);
    }

    public ProposalRequest Read(JobView job)
    {
        var minor = string.IsNullOrWhiteSpace(Price) ? null : (long?)Minor(Price, job.Brief.Currency);
        return new(CoverLetter ?? "", PriceMinor: job.Brief.Pay == PayType.Fixed ? minor : null,
            RateMinor: job.Brief.Pay == PayType.Hourly ? minor : null,
            EstimatedHours: string.IsNullOrWhiteSpace(Hours) ? null
                : int.TryParse(Hours, NumberStyles.Integer, CultureInfo.InvariantCulture, out var hours) ? hours : 0,
            Milestones: [.. KeptRows().Select(i => Read(Milestones[i], job.Brief.Currency))], Draft: Do == "draft");
    }

    // What cannot be read becomes what the rules refuse, beside the field: no amount, one too large, a date too late.
    static ProposalMilestoneRequest Read(Row row, string currency) => new(
        row.Title ?? "", Minor(row.Amount, currency), row.Description ?? "",
        string.IsNullOrWhiteSpace(row.Due) ? null
            : DateOnly.TryParse(row.Due, CultureInfo.InvariantCulture, out var due) ? due : DateOnly.MaxValue);

    static long Minor(string? typed, string currency) =>
        Money.TryParse(typed, currency, out var money, out var problem) ? money.Minor
            : problem == MoneyProblem.TooLarge ? Money.MaxMinor + 1 : 0;
}
