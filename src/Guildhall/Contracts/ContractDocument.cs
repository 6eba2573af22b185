using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Guildhall.Engine.Money;

namespace Guildhall.Contracts;

/// <summary>
/// The text both sides sign: canonical JSON of everything agreed and nothing else. What people read on the page and on
/// paper is rendered from it, and its SHA-256 is what the signatures stand under.
/// </summary>
public static class ContractDocument
{
    public const string Format = "guildhall-contract-1";

    public static string Of(Contract contract) => CanonicalJson.Write(new JsonObject
    {
        ["format"] = Format,
        ["id"] = contract.Id.ToString(),
        ["title"] = contract.Title,
        ["revision"] = contract.Revision,
        ["created_at"] = Text(contract.CreatedAt),
        ["job"] = contract.JobId.ToString(),
        ["proposal"] = contract.ProposalId.ToString(),
        ["client"] = Person(contract.ClientId, contract.ClientName),
        ["freelancer"] = Person(contract.FreelancerId, contract.FreelancerName),
        ["description_of_services"] = contract.Texts.DescriptionOfServices,
        ["deliverables"] = contract.Texts.Deliverables,
        ["project_schedule"] = contract.Texts.ProjectSchedule,
        ["pricing_and_rates"] = contract.Texts.PricingAndRates,
        ["payment_terms_and_schedule"] = contract.Texts.PaymentTermsAndSchedule,
        ["terms_and_conditions"] = contract.Texts.TermsAndConditions,
        ["currency"] = contract.Currency,
        ["milestones"] = new JsonArray([.. contract.Milestones.OrderBy(m => m.Position).Select(Part)]),
        ["total_minor"] = contract.Total.Minor,
        ["fees"] = JsonNode.Parse(contract.FeesJson),
        ["policy"] = Policy(contract.Policy),
    });

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Hash(string document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>The hash of the text as it is now: of the locked document, or of the draft.</summary>
    public static string HashOf(Contract contract) => Hash(contract.Document ?? Of(contract));

    public static string Text(DateTime at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    static JsonObject Person(Guid id, string name) => new() { ["id"] = id.ToString(), ["name"] = name };

    static JsonNode Part(Milestone m) => new JsonObject
    {
        ["position"] = m.Position,
        ["title"] = m.Title,
        ["description"] = m.Description,
        ["amount_minor"] = m.Amount.Minor,
        ["due"] = m.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    static JsonObject Policy(ContractPolicy policy) => new()
    {
        ["release"] = policy.Release.ToString().ToLowerInvariant(),
        ["review"] = ContractPolicy.Iso(policy.ReviewDays),
        ["sign"] = ContractPolicy.Iso(policy.SignDays),
        ["clearing"] = ContractPolicy.Iso(policy.ClearingDays),
        ["close"] = ContractPolicy.Iso(policy.CloseDays),
        ["revisions"] = policy.Revisions,
    };
}
