using System.Diagnostics;
using System.Globalization;
using Guildhall.Bench.Matching;
using Guildhall.Engine.Matching;

// matching N [queries] [--check QUERIES] [--meaning | --expected | --learned] [--export FOLDER] [--peers]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var count = int.Parse(args[0]);
var queries = args.Length > 1 && int.TryParse(args[1], out var q) ? q : 1_000;
var check = Array.IndexOf(args, "--check") is >= 0 and var at ? int.Parse(args[at + 1]) : 0;
var weights = args.Contains("--meaning")
    ? new Weights("bench-meaning", 5_000, 400, 1_400, 1_200, 1_300, 300, 400).Checked()
    : args.Contains("--expected") || args.Contains("--learned") ? Weights.V2 : Weights.V1;
var corpus = new Corpus(2026, 64);
var graph = args.Contains("--expected") ? Corpus.Expecting
    : args.Contains("--learned") ? corpus.Learned() : Corpus.Graph;
if (Array.IndexOf(args, "--export") is >= 0 and var to)
{
    Export.Run(corpus, count, queries, args[to + 1]);
    return;
}

var clock = Stopwatch.StartNew();
var people = Enumerable.Range(0, count).AsParallel().AsOrdered().WithDegreeOfParallelism(2)
    .Select(i => corpus.Freelancer(i)).AsSequential();
var index = MatchIndex.Of(people, [], weights, graph, 64);
Console.WriteLine($"{count:N0} freelancers, generated and built in {clock.Elapsed.TotalSeconds:0.0} s; "
    + $"{index.Bytes / (double)count:0.0} bytes each");

var jobs = Enumerable.Range(0, queries).Select(i => corpus.Job(i)).ToArray();
var plain = Enumerable.Range(0, queries).Select(i => corpus.Job(i, withSkills: false)).ToArray();
if (check > 0) Check.Run(corpus, index, count, [.. jobs.Take(check)]);
Cpu.Measure("top 20 explained", jobs, job => Ranker.Top(job, index, 20));
if (args.Contains("--peers")) return;
Cpu.Measure("top 20 found", jobs, job => Ranker.TopIds(job, index, 20));
Cpu.Measure("top 20 of jobs without skills", plain.Take(queries / 5).ToArray(), job => Ranker.Top(job, index, 20));
Updates();
Jobs();
Console.WriteLine($"two threads: {Cpu.OfTwoThreads(jobs, job => Ranker.Top(job, index, 20)):N0} queries a second");

Restart();
var bandwidth = Memory.GigabytesPerSecond();
Console.WriteLine($"one thread reads {bandwidth:0.0} GB/s: "
    + $"the whole index once in {index.Bytes / 1e6 / bandwidth:0.0} ms");

void Restart()
{
    var path = Path.Combine(Path.GetTempPath(), $"guildhall-{Environment.ProcessId}.index");
    var watch = Stopwatch.StartNew();
    index.Save(path, 1);
    var saved = watch.Elapsed.TotalSeconds;
    watch.Restart();
    var loaded = MatchIndex.Load(path, [], weights, graph)!.Value.Index;
    Console.WriteLine($"saved in {saved:0.0} s, mapped and checked in {watch.Elapsed.TotalSeconds:0.0} s "
        + $"({loaded.Freelancers:N0} freelancers)");
    File.Delete(path);
}

void Updates()
{
    var next = index;
    var times = new double[20_000];
    MatchIndex.Tidy? tidy = null;
    var tidying = 0.0;
    for (var i = 0; i < times.Length; i++)
    {
        var document = corpus.Freelancer((int)(i * 7_919L % count), version: 1);
        var prepared = new PreparedFreelancer(document);
        var start = Cpu.Milliseconds();
        next = next.With(prepared);
        times[i] = (Cpu.Milliseconds() - start) * 1_000;
        if (i % 1_000 != 999) continue;
        start = Cpu.Milliseconds();
        if ((tidy = next.Tidied()) is not null) next = tidy.Apply(next);
        tidying += Cpu.Milliseconds() - start;
    }
    Console.WriteLine($"update applied [CPU us]: {Cpu.P(times)}; "
        + $"tidying {tidying / times.Length * 1_000:0.0} us each beside it");
    Cpu.Measure("top 20 explained after 20,000 updates", jobs.Take(queries / 2).ToArray(),
        job => Ranker.Top(job, next, 20));
}

void Jobs()
{
    var many = Math.Min(count, 100_000);
    var open = Enumerable.Range(0, many).Select(i => corpus.Job(i));
    var filled = MatchIndex.Of(people.Take(1), open, weights, graph);
    var asking = Enumerable.Range(0, queries).Select(i => corpus.Freelancer(i)).ToArray();
    Cpu.Measure($"top 20 of {many:N0} jobs for a freelancer, explained", asking,
        someone => Ranker.TopJobs(someone, filled, Corpus.Today, 20));
}
