using System.Diagnostics;
using System.Globalization;
using Guildhall.Bench.Matching;
using Guildhall.Bench.Search;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;

// search N [queries]
// search --fill FILE N: into the unused SQLite file of a site, for bench/search/http.mjs
// search --ask < TASK: asks a site, for the same
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args[0] == "--fill")
{
    Fill.Run(args[1], int.Parse(args[2]));
    return;
}
if (args[0] == "--ask")
{
    Ask.Run();
    return;
}
var count = int.Parse(args[0]);
var queries = args.Length > 1 && int.TryParse(args[1], out var q) ? q : 500;
var corpus = new Corpus(2026, 0);
var people = new People(corpus);

var clock = Stopwatch.StartNew();
var (talent, matching) = (new SearchIndexBuilder(People.Schema), new MatchIndexBuilder());
foreach (var document in Enumerable.Range(0, count).AsParallel().AsOrdered().WithDegreeOfParallelism(2)
             .Select(i => corpus.Freelancer(i)))
{
    talent.Add(people.Of(document));
    matching.Add(document);
}
var index = talent.Build();
Console.WriteLine($"{count:N0} freelancers, generated and built in {clock.Elapsed.TotalSeconds:0.0} s; "
    + $"{index.Bytes / (double)count:0.0} bytes each to be searched");
var engine = matching.Build([], Weights.V2, Corpus.Graph);

foreach (var (what, make) in people.Searches)
{
    var asked = Enumerable.Range(0, queries).Select(make).ToArray();
    Cpu.Measure(what, asked, query => index.Find(query));
}
var deep = new SearchHit(Guid.Empty, 600);
Cpu.Measure("the same page deep in the list, by cursor",
    Enumerable.Range(0, queries).Select(i => people.Filtered(i) with { After = deep }).ToArray(),
    query => index.Find(query));
ByMatch();
Cpu.Measure("beginning of a word completed", Enumerable.Range(0, queries).Select(i => Lexicon.Name(i)[..3]).ToArray(),
    start => index.Endings(start, 8));
Cpu.Measure("mistyped word corrected", Enumerable.Range(0, queries).Select(i => Mistyped(Lexicon.Name(i))).ToArray(),
    word => index.Corrections(word, 8));
Updates();
Console.WriteLine($"two threads, three facets filtered: {TwoThreads():N0} searches a second");

double TwoThreads() =>
    Cpu.OfTwoThreads(Enumerable.Range(0, queries).Select(people.Filtered).ToArray(), query => index.Find(query));

void ByMatch()
{
    var jobs = Enumerable.Range(0, queries).Select(i => (Job: corpus.Job(i), Query: people.Filtered(i))).ToArray();
    Cpu.Measure("three facets filtered, by match to a job", jobs, asked =>
    {
        var job = engine.Prepare(asked.Job);
        var set = index.Select(asked.Query.Conditions);
        index.Find(asked.Query with { Take = 0 });
        return Ranker.TopIds(job, engine, Corpus.Today, 21, set);
    });
}

void Updates()
{
    var next = index;
    var times = new double[5_000];
    var tidying = 0.0;
    for (var i = 0; i < times.Length; i++)
    {
        var document = people.Of(corpus.Freelancer((int)(i * 7_919L % count), version: 1));
        var start = Cpu.Milliseconds();
        next = next.With(document);
        times[i] = (Cpu.Milliseconds() - start) * 1_000;
        if (i % 500 != 499) continue;
        start = Cpu.Milliseconds();
        if (next.Tidied() is { } tidy) next = tidy.Apply(next);
        tidying += Cpu.Milliseconds() - start;
    }
    Console.WriteLine($"update applied [CPU us]: {Cpu.P(times)}; "
        + $"tidying {tidying / times.Length * 1_000:0.0} us each beside it");
    Cpu.Measure("three facets filtered, after 5,000 updates",
        Enumerable.Range(0, queries).Select(people.Filtered).ToArray(), query => next.Find(query));
}

static string Mistyped(string word) => word[..2] + word[3] + word[2] + word[4..];
