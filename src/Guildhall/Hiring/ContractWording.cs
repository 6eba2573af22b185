using System.Globalization;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Money;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared.Ui;

namespace Guildhall.Hiring;

/// <summary>
/// The six texts of a contract, drafted from the job and the proposal. Both may change them before they sign, so they
/// say plainly what was agreed and nothing that nobody said.
/// </summary>
public sealed class ContractWording(Words l)
{
    const int TextMax = 8_000;

    /// <param name="Language">"en" or "es": the language of both, or else the client's.</param>
    public sealed record Facts(
        JobView Job, Offer Offer, IReadOnlyList<OfferMilestone> Parts, OfferSums Sums, string ClientName,
            string FreelancerName,
        string Language);

    public ContractTexts Draft(Facts facts)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(facts.Language);
        try
        {
            return new(Services(facts), Deliverables(facts), Schedule(facts), Pricing(facts), Payment(facts),
                Terms(facts));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    string Services(Facts f) => Text(
        l["{0} does the following work for {1}: {2}.", f.FreelancerName, f.ClientName, f.Job.Title.TrimEnd('.')],
        f.Job.Brief.Description);

    string Deliverables(Facts f) => Text(
        l.Count(f.Parts.Count, "The work is handed in as one milestone:", "The work is handed in as {0} milestones:"),
        string.Join('\n', f.Parts.Select((m, i) => $"{i + 1}. {m.Title}")),
        f.Job.Brief.Quality.Length == 0 ? null
            : l["The client calls the work good enough when:"] + "\n" + f.Job.Brief.Quality);

    string Schedule(Facts f) => Text(
        string.Join('\n', f.Parts.Select((m, i) => m.Due is { } due
            ? l["{0}. {1}: by {2}.", i + 1, m.Title, due.InWords()]
            : l["{0}. {1}: on a day both agree on when its work begins.", i + 1, m.Title])),
        f.Job.Brief.Deadline is { } deadline ? l["The whole work is due by {0}.", deadline.InWords()] : null,
        f.Offer.Hours is { } hours ? l.Count(hours, "The freelancer expects 1 hour of work.",
            "The freelancer expects {0} hours of work.") : null,
        l["The time for a milestone starts when its money is held in escrow."]);

    string Pricing(Facts f) => Text(
        f.Offer.Rate is { } rate
            ? l["{0} an hour for about {1} hours: {2} in all, before fees.", Amount(rate), f.Offer.Hours!,
                Amount(f.Sums.Price)]
            : l["A fixed price of {0} for everything above, before fees.", Amount(f.Sums.Price)],
        string.Join('\n', f.Parts.Select((m, i) => $"{i + 1}. {m.Title}: {Amount(new(m.Minor, f.Offer.Currency))}")),
        l["With the fees of today's price list ({0}) the client pays {1} in all and the freelancer receives {2}.",
            f.Sums.FeesVersion, Amount(f.Sums.ClientPays), Amount(f.Sums.FreelancerReceives)],
        f.Offer.Rate is null ? null
            : l["The amounts are fixed on that estimate. More hours are paid only if both agree on them first."]);

    string Payment(Facts f) => Text(
        l["The client pays each milestone into escrow before its work begins."] + " "
            + l["No work is owed on a milestone that is not funded."],
        l["When the client approves a milestone, its money is released to the freelancer."] + " "
            + l["A delivery that gets no answer within the review time of this contract counts as approved."],
        l["The client may ask for changes with a reason; the review time starts again with the new delivery."]);

    string Terms(Facts f) => Text(
        l["What the freelancer makes for a milestone belongs to the client once its money is released, not before."],
        l["Parts that existed before stay with whoever made them; the client may use them in this work."],
        l["Both keep confidential what they learn of each other's business, until two years after the work."],
        l["The freelancer works independently, with their own tools and at their own hours, and pays their own taxes."],
        l["The text changes only when both agree in writing on this site."]);

    static string Amount(Money money) => money.ToString(CultureInfo.CurrentCulture);

    string Text(params string?[] paragraphs)
    {
        var text = string.Join("\n\n", paragraphs.Where(p => !string.IsNullOrWhiteSpace(p)));
        if (text.Length <= TextMax) return text;
        var rest = "\n\n" + l["The rest is in the description of the job."];
        return text[..(TextMax - rest.Length)].TrimEnd() + rest;
    }
}
