using System.Globalization;
using Guildhall.Engine.Matching;

namespace Guildhall.Matching;

/// <summary>Weights as they stand in the address of the editor, in points with at most two decimals.</summary>
public sealed record WeightsForm
{
    static readonly string[] fields = ["skills", "text", "availability", "reputation", "rate", "place", "expected"];

    Dictionary<string, string> Texts { get; init; } = [];

    public Dictionary<string, FormattableString> Errors { get; } = [];

    /// <summary>What is asked for; null when nothing is, or it cannot be read.</summary>
    public Weights? Weights { get; private set; }

    /// <summary>The night's lesson they come from.</summary>
    public Guid? Proposal { get; private init; }

    public string Text(string field) => Texts[field];

    public static WeightsForm Read(IQueryCollection query, Weights now, string version)
    {
        var isAsked = fields.Any(query.ContainsKey);
        var form = new WeightsForm
        {
            Texts = fields.ToDictionary(f => f, f => isAsked ? query[f].ToString() : Points(Now(now, f))),
            Proposal = Guid.TryParse(query["proposal"], out var id) ? id : null,
        };
        if (!isAsked) return form;
        var numbers = fields.ToDictionary(f => f, form.Number);
        var sum = numbers.Values.Sum();
        if (form.Errors.Count == 0 && sum != Weights.Total)
            form.Errors["sum"] = $"The points sum to {Points(sum)}; they must sum to 100.";
        if (form.Errors.Count == 0)
            form.Weights = new Weights(version, numbers["skills"], numbers["text"], numbers["availability"],
                numbers["reputation"], numbers["rate"], numbers["place"], now.Meaning, numbers["expected"]).Checked();
        return form;
    }

    /// <summary>The address that fills the editor with these weights.</summary>
    public static string Address(Weights weights, Guid? proposal) => "/admin/matching?"
        + string.Join('&', fields.Select(f => $"{f}={Points(Now(weights, f))}"))
        + (proposal is { } id ? $"&proposal={id}" : "") + "#compare";

    public static int Now(Weights w, string field) => field switch
    {
        "skills" => w.Skills,
        "text" => w.Text,
        "availability" => w.Availability,
        "reputation" => w.Reputation,
        "rate" => w.Rate,
        "place" => w.Place,
        _ => w.Expected,
    };

    /// <summary>Without decimals that say nothing: 46, 12.5.</summary>
    public static string Points(int hundredths) =>
        (hundredths / (decimal)Weights.Scale).ToString("0.##", CultureInfo.InvariantCulture);

    int Number(string field)
    {
        if (decimal.TryParse(Texts[field].Replace(',', '.'), NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var points) && points is >= 0 and <= 100
            && decimal.IsInteger(points * Weights.Scale)) return (int)(points * Weights.Scale);
        Errors[field] = $"Write points from 0 to 100, with at most two decimals.";
        return 0;
    }
}
