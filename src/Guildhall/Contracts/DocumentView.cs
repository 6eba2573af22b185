using System.Globalization;
using System.Text.Json.Nodes;
using Guildhall.Engine.Money;

namespace Guildhall.Contracts;

/// <summary>A canonical document read back, so that what people see is what the hash covers and nothing else.</summary>
public sealed record DocumentView
{
    public sealed record Part(int Position, string Title, string Description, Money Amount, DateOnly? Due);

    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required int Revision { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required string ClientName { get; init; }
    public required string FreelancerName { get; init; }
    public required string Currency { get; init; }
    /// <summary>The six texts under their names in the document, in reading order.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }
    public required IReadOnlyList<Part> Parts { get; init; }
    public required Money Total { get; init; }
    public required FeeSchedule Fees { get; init; }
    public required int ReviewDays { get; init; }
    public required int ClearingDays { get; init; }
    public required int Revisions { get; init; }
    public required string Hash { get; init; }

    public static readonly string[] TextNames =
    [
        "description_of_services", "deliverables", "project_schedule", "pricing_and_rates",
            "payment_terms_and_schedule",
        "terms_and_conditions",
    ];

    public static DocumentView Of(Contract contract) => Read(contract.Document ?? ContractDocument.Of(contract));

    public static DocumentView Read(string canonical)
    {
        var json = JsonNode.Parse(canonical)!.AsObject();
        var (currency, policy) = (Text(json["currency"]), json["policy"]!);
        return new()
        {
            Id = Guid.Parse(Text(json["id"])), Title = Text(json["title"]), Revision = (int)json["revision"]!,
            CreatedAt =
                DateTime.Parse(Text(json["created_at"]), CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal),
            ClientName = Text(json["client"]!["name"]), FreelancerName = Text(json["freelancer"]!["name"]),
            Currency = currency, Texts = TextNames.ToDictionary(name => name, name => Text(json[name])),
            Parts = [.. json["milestones"]!.AsArray().Select(m => ReadPart(m!, currency))],
            Total = new((long)json["total_minor"]!, currency), Fees =
                FeeScheduleJson.Parse(json["fees"]!.ToJsonString()),
            ReviewDays = Days(policy["review"]), ClearingDays = Days(policy["clearing"]),
            Revisions = (int)policy["revisions"]!, Hash = ContractDocument.Hash(canonical),
        };
    }

    static Part ReadPart(JsonNode m, string currency) => new(
        (int)m["position"]!, Text(m["title"]), Text(m["description"]), new((long)m["amount_minor"]!, currency),
        m["due"] is { } due ? DateOnly.Parse((string)due!, CultureInfo.InvariantCulture) : null);

    static string Text(JsonNode? node) => (string)node!;

    static int Days(JsonNode? iso) => int.Parse(Text(iso)[1..^1], CultureInfo.InvariantCulture);
}
