namespace Guildhall.Relevance;

/// <summary>Runs the protocol and says whether the result can be believed: exit code 1 when not.</summary>
sealed class Evaluate
{
    readonly Measure random = new("control: random"), popular = new("control: popularity"),
        longest = new("control: longest profile"), overlap = new("skill overlap (idf)"),
        words = new("BM25 (skills, words, title)"), lift = new("max lift (history)"), own;
    readonly Random dice = new(1);
    readonly List<int> spread = [];
    int queries;

    Evaluate(string name) => own = new(name);

    /// <summary>
    /// Cold without history; warm with a history file; warm by cross-validation with folds, where every job is asked
    /// once and the other folds are the history.
    /// </summary>
    public static int Run(string folder, string? history, int folds)
    {
        var profiles = Rows.Profiles(Path.Combine(folder, "profiles.jsonl"));
        var jobs = Rows.Jobs(Path.Combine(folder, "jobs.jsonl"));
        var past = history is null ? null : Rows.Jobs(history);
        var run = new Evaluate($"Guildhall, {(past is null && folds == 0 ? "cold" : "warm")}");
        if (folds == 0) run.Ask(profiles, jobs, past, past ?? jobs);
        for (var fold = 0; fold < folds; fold++)
        {
            var rest = jobs.Where(j => Split.Part(j.Title, folds) != fold).ToList();
            run.Ask(profiles, [.. jobs.Where(j => Split.Part(j.Title, folds) == fold)], rest, rest);
        }
        return run.Report(hasHistory: past is not null || folds > 0);
    }

    // The priors of the protocol need some list of jobs; without a history it is the asked ones themselves.
    void Ask(List<ProfileRow> profiles, List<JobRow> jobs, List<JobRow>? history, List<JobRow> priors)
    {
        var market = new Market(profiles, jobs, history);
        var protocol = new Protocol(profiles, priors);
        var baselines = new Baselines(profiles, history ?? []);
        var known = history is null ? new Baselines(profiles, priors) : baselines;
        var byPopularity = Best([.. profiles.Select((_, i) => known.Popularity(i))]);
        var byLength = Best([.. profiles.Select((_, i) => baselines.Longest(i))]);
        foreach (var job in jobs)
        {
            if (protocol.Hide(job) is not var (asked, gains)) continue;
            queries++;
            random.Add(Best([.. profiles.Select(_ => dice.NextDouble())]), gains);
            popular.Add(byPopularity, gains);
            longest.Add(byLength, gains);
            overlap.Add(Best(baselines.Overlap(asked)), gains);
            words.Add(Best(baselines.Bm25(asked)), gains);
            if (history is not null) lift.Add(Best(baselines.MaxLift(asked)), gains);
            own.Add(market.Rank(asked), gains);
            if (queries % 10 == 0) spread.AddRange(market.Scores(asked, 20));
        }
    }

    int Report(bool hasHistory)
    {
        Console.WriteLine($"{queries} queries          NDCG@10         recall@100");
        Measure[] controls = [random, popular, longest];
        Measure[] singles = hasHistory ? [overlap, words, lift] : [overlap, words];
        foreach (var measure in controls.Concat(singles).Append(own)) Console.WriteLine(measure);
        spread.Sort();
        if (spread.Count > 0)
            Console.WriteLine("compatibility of the best 20: " + string.Join(", ", new[] { 5, 25, 50, 75, 95 }
                .Select(p => $"p{p} {spread[spread.Count * p / 100]}")));
        var faults = controls.Where(c => c.Ndcg.Mean > own.Ndcg.Mean / 10).Select(c =>
            $"{c.Name} reaches more than a tenth of the result: the set can be gamed.")
            .Concat(singles.Where(s => s.Ndcg.Mean > own.Ndcg.Mean).Select(s => $"{s.Name} alone is better."))
            .ToList();
        if (queries == 0) faults.Add("No job has a rare skill to hide.");
        foreach (var fault in faults) Console.WriteLine("FAILED: " + fault);
        return faults.Count == 0 ? 0 : 1;
    }

    static int[] Best(double[] scores) =>
        [.. Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(100)];
}
