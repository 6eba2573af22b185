using System.Text.Json;

namespace Guildhall.Relevance;

/// <summary>
/// <c>rank FOLDER [--history FILE] [--out FILE]</c>: for every job of the folder the 100 best profiles by the product's
/// own score, one line <c>{"job":id,"ranked":[ids]}</c> each.
/// </summary>
static class RankFolder
{
    public static int Run(string folder, string? history, string? target)
    {
        var jobs = Rows.Jobs(Path.Combine(folder, "jobs.jsonl"));
        var market = new Market(Rows.Profiles(Path.Combine(folder, "profiles.jsonl")), jobs,
            history is null ? null : Rows.Jobs(history));
        using var writer = target is null ? Console.Out : new StreamWriter(target);
        foreach (var job in jobs)
            writer.WriteLine(JsonSerializer.Serialize(new
            {
                job = job.Id, ranked = market.Rank(job).Select(i => market.Profiles[i].Id),
            }));
        return 0;
    }
}
