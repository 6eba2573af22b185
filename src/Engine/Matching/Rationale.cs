using System.Security.Cryptography;
using System.Text;
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
    public static Rationale Of(
        JobDocument job, FreelancerDocument freelancer, Weights weights, TextCorpus corpus, SkillGraph? graph = null)
    {
        job = job with { Title = Clean(job.Title), Text = Clean(job.Text) };
        freelancer = freelancer with { Text = Clean(freelancer.Text) };
        var match = Scorer.Score(job, freelancer, weights, corpus, graph);
        var inputs = Bytes(w => RationaleInputs.Write(w, job, freelancer, weights, corpus, graph ?? SkillGraph.None));
        var hash = Convert.ToHexStringLower(SHA256.HashData(inputs));
        var json = Bytes(w =>
        {
            w.WriteStartObject();
            w.WriteString("format", Format);
            w.WritePropertyName("inputs");
            w.WriteRawValue(inputs);
            w.WriteString("inputsHash", hash);
            w.WritePropertyName("match");
            RationaleResult.Write(w, match);
            w.WriteEndObject();
        });
        return new(Encoding.UTF8.GetString(json), hash, match);
    }

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

    static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) write(writer);
        return stream.ToArray();
    }

    static string Clean(string text)
    {
        var characters = text.AsSpan(0, Math.Min(text.Length, Tokenizer.MaxText)).ToArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i + 1 < characters.Length && char.IsSurrogatePair(characters[i], characters[i + 1])) i++;
            else if (characters[i] == '\0' || char.IsSurrogate(characters[i])) characters[i] = '\uFFFD';
        }
        return new(characters);
    }
}
