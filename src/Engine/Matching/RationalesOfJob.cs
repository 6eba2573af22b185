using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>
/// Makes the rationales of one job with many freelancers: what belongs to the job is prepared once. Many threads may
/// ask at the same time.
/// </summary>
public sealed class RationalesOfJob
{
    readonly PreparedJob job;
    readonly TextCorpus corpus;

    /// <summary>Prepares the job, for its <see cref="JobDocument.Today"/>.</summary>
    public RationalesOfJob(JobDocument job, Weights weights, TextCorpus corpus, SkillGraph? graph = null)
    {
        this.job = new(job with { Title = Clean(job.Title), Text = Clean(job.Text) }, weights.Checked(), corpus, graph);
        this.corpus = corpus;
    }

    /// <summary>Scores and writes the rationale.</summary>
    /// <param name="freelancer">Whom.</param>
    /// <param name="prepared">The same made ready for scoring, where the caller has it.</param>
    public Rationale For(FreelancerDocument freelancer, PreparedFreelancer? prepared = null)
    {
        var text = Clean(freelancer.Text);
        if (prepared is null || text != freelancer.Text) prepared = new(freelancer = freelancer with { Text = text });
        var match = Scorer.Explain(job, prepared, job.Document.Today);
        var inputs = Bytes(w =>
            RationaleInputs.Write(w, job.Document, freelancer, job.Weights, corpus, job.Graph));
        var hash = Convert.ToHexStringLower(SHA256.HashData(inputs));
        var json = Bytes(w =>
        {
            w.WriteStartObject();
            w.WriteString("format", Rationale.Format);
            w.WritePropertyName("inputs");
            w.WriteRawValue(inputs, skipInputValidation: true);
            w.WriteString("inputsHash", hash);
            w.WritePropertyName("match");
            RationaleResult.Write(w, match);
            w.WriteEndObject();
        });
        return new(Encoding.UTF8.GetString(json), hash, match);
    }

    static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) write(writer);
        return stream.ToArray();
    }

    static string Clean(string text)
    {
        if (text.Length <= Tokenizer.MaxText && !text.Contains('\0')
            && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return text;
        var characters = text.AsSpan(0, Math.Min(text.Length, Tokenizer.MaxText)).ToArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i + 1 < characters.Length && char.IsSurrogatePair(characters[i], characters[i + 1])) i++;
            else if (characters[i] == '\0' || char.IsSurrogate(characters[i])) characters[i] = '\uFFFD';
        }
        return new(characters);
    }
}
