using System.Text.Json;

namespace Guildhall.Engine.Matching;

/// <summary>What came out of recomputing a match.</summary>
/// <param name="Agrees">True when score, factors, reasons, prediction, counterfactuals and the inputs' hash are all
/// as stated.</param>
/// <param name="Score">The recomputed score in sub-points; 0 when the file could not be read.</param>
/// <param name="Compatibility">The same, 0..100.</param>
/// <param name="InputsHash">The recomputed hash of the inputs, to compare with the site's signature; empty when
/// unreadable.</param>
/// <param name="Differences">What does not agree, in plain English; empty when everything does.</param>
public sealed record Verification(
    bool Agrees, int Score, int Compatibility, string InputsHash, IReadOnlyList<string> Differences);

/// <summary>Makes a stored match again from its rationale alone: no site, no database, no network.</summary>
public static class Verifier
{
    /// <summary>Longest file read, in characters.</summary>
    public const int MaxLength = 2_000_000;

    static readonly JsonDocumentOptions limits = new() { MaxDepth = 16 };

    /// <summary>
    /// Recomputes. White space and key order of the file do not matter. Never throws on a bad file: it says what is
    /// bad.
    /// </summary>
    public static Verification Recompute(string json)
    {
        if (json.Length > MaxLength) return Unreadable($"The file is longer than {MaxLength} characters.");
        try
        {
            using var document = JsonDocument.Parse(json, limits);
            return Recompute(document.RootElement);
        }
        catch (Exception bad) when (bad is JsonException or FormatException or KeyNotFoundException
            or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            return Unreadable($"The file is not a match of the format {Rationale.Format}: {bad.Message}");
        }
    }

    static Verification Recompute(JsonElement stated)
    {
        if (stated.GetProperty("format").GetString() != Rationale.Format)
            throw new FormatException("it names another format.");
        var inputs = stated.GetProperty("inputs");
        if (inputs.GetProperty("formula").GetInt32() is var formula && formula != Scorer.Formula)
            return Unreadable(OtherFormula(formula, ProgramOf(stated)));
        var made = Rationale.Again(inputs);
        using var again = JsonDocument.Parse(made.Json, limits);
        var differences = Differences(stated, again.RootElement);
        return new(differences.Count == 0, made.Match.Score, made.Match.Compatibility, made.InputsHash, differences);
    }

    static List<string> Differences(JsonElement stated, JsonElement made)
    {
        var found = new List<string>();
        if (!JsonElement.DeepEquals(stated.GetProperty("inputs"), made.GetProperty("inputs")))
            found.Add("The inputs hold something that takes no part in a match.");
        if (stated.GetProperty("inputsHash").GetString() != made.GetProperty("inputsHash").GetString())
            found.Add("The inputs' hash is another one: the inputs were changed.");
        var (said, got) = (stated.GetProperty("match"), made.GetProperty("match"));
        foreach (var part in got.EnumerateObject())
            if (!said.TryGetProperty(part.Name, out var value) || !JsonElement.DeepEquals(value, part.Value))
                found.Add(part.Value.ValueKind == JsonValueKind.Number
                    ? $"{part.Name}: stated {value}, recomputed {part.Value}."
                    : $"{part.Name}: not what the inputs give.");
        if (said.EnumerateObject().Count() != got.EnumerateObject().Count())
            found.Add("The match states things that are not part of one.");
        return found;
    }

    // A program computes one set of formulas; which program computes these is what the reader needs to know.
    static string OtherFormula(int formula, string? program) =>
        $"It was made with formula {formula}; this program computes formula {Scorer.Formula}. "
        + (program is not null ? $"Verify it with {program}, which made it."
            : formula < Scorer.Formula ? "Verify it with an older program." : "Verify it with a newer program.");

    static string? ProgramOf(JsonElement stated) => stated.TryGetProperty("site", out var site)
        && site.ValueKind == JsonValueKind.Object && site.TryGetProperty("program", out var program)
        && program.ValueKind == JsonValueKind.String && program.GetString() is { Length: > 0 and < 60 } name
        && !name.Any(char.IsControl) ? name : null;

    static Verification Unreadable(string why) => new(false, 0, 0, "", [why]);
}
