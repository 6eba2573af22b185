using System.Text.Json;
using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>
/// A match with everything needed to make it again: inputs, weights, the part of the skill graph and of the word
/// statistics that
/// take part, and the result. Canonical JSON: fixed key order, no white space, integers only, ASCII. Text is cut to
/// <see cref="Tokenizer.MaxText"/> characters, and what no JSON store accepts (NUL, broken surrogates) is replaced;
/// neither changes a score.
/// </summary>
/// <param name="Json">The canonical JSON; what <see cref="Verifier"/> reads.</param>
/// <param name="InputsHash">SHA-256 of the canonical JSON of <c>inputs</c>, lower-case hexadecimal.</param>
/// <param name="Match">The match it explains.</param>
public sealed record Rationale(string Json, string InputsHash, Match Match)
{
    /// <summary>Name of the format, the first field of the JSON.</summary>
    public const string Format = "guildhall-match/1";

    /// <summary>Scores and writes the rationale, on the job's <see cref="JobDocument.Today"/>.</summary>
    public static Rationale Of(JobDocument job, FreelancerDocument freelancer, Weights weights, TextCorpus corpus,
        SkillGraph? graph = null) => new RationalesOfJob(job, weights, corpus, graph).For(freelancer);

    /// <summary>
    /// Reads a stored match, with its whole arithmetic, as it was made, whatever formulas count today. The JSON must be
    /// one of ours.
    /// </summary>
    public static Rationale Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var whole = document.RootElement;
        return new(json, whole.GetProperty("inputsHash").GetString()!, RationaleResultReader.Match(whole));
    }

    internal static Rationale Again(JsonElement inputs) => Of(
        RationaleReader.Job(inputs.GetProperty("job")),
        RationaleReader.Freelancer(inputs.GetProperty("freelancer")),
        RationaleReader.Weights(inputs.GetProperty("weights")),
        RationaleReader.Corpus(inputs.GetProperty("corpus")),
        RationaleReader.Graph(inputs.GetProperty("graph")));
}
