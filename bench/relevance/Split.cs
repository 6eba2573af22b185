using System.IO.Compression;
using System.Text.Json;
using Guildhall.Engine.Search;

namespace Guildhall.Relevance;

/// <summary>
/// <c>split FOLDER OUT</c>: four fifths of the jobs, by a hash of their titles, to tune on (<c>OUT/tune</c>), the rest
/// to test on (<c>OUT/test</c>); the tuning jobs also as a history (<c>OUT/history.jsonl.gz</c>).
/// </summary>
static class Split
{
    public static int Part(string title, int parts) =>
        (int)(TermVector.Hash(Tokenizer.Normalize(title)) % (ulong)parts);

    public static int Run(string folder, string target)
    {
        var jobs = File.ReadAllLines(Path.Combine(folder, "jobs.jsonl")).Where(l => l.Length > 0)
            .Select(line => (Line: line, Job: JsonDocument.Parse(line).RootElement))
            .DistinctBy(j => Tokenizer.Normalize(Title(j.Job)) + j.Job.GetProperty("skills").GetRawText()).ToArray();
        // The fifth is drawn by another number than the folds of an evaluation, so that they cut across it.
        bool IsTest(JsonElement job) => Part(Title(job), 55) < 11;
        var (tune, test) = (jobs.Where(j => !IsTest(j.Job)), jobs.Where(j => IsTest(j.Job)));
        foreach (var (name, part) in new[] { ("tune", tune), ("test", test) })
        {
            var to = Directory.CreateDirectory(Path.Combine(target, name)).FullName;
            File.WriteAllLines(Path.Combine(to, "jobs.jsonl"), part.Select(j => j.Line));
            File.Copy(Path.Combine(folder, "profiles.jsonl"), Path.Combine(to, "profiles.jsonl"), overwrite: true);
        }
        using var file = new GZipStream(
            File.Create(Path.Combine(target, "history.jsonl.gz")), CompressionLevel.Optimal);
        using var writer = new StreamWriter(file);
        foreach (var (_, job) in tune)
            writer.WriteLine(JsonSerializer.Serialize(new
            {
                title = Title(job), skills = job.GetProperty("skills").EnumerateArray().Select(s => s.GetString()),
            }));
        Console.WriteLine($"{tune.Count()} jobs to tune on, {test.Count()} to test on");
        return 0;
    }

    static string Title(JsonElement job) => job.GetProperty("title").GetString() ?? "";
}
