using System.Globalization;
using Guildhall.Bench.Peers;

// peers FOLDER QUERIES: the market that bench/matching exported, in PostgreSQL and in SQLite.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = args[0];
var jobs = File.ReadLines(Path.Combine(folder, "jobs.tsv")).Take(int.Parse(args[1])).Select(AskedJob.Read).ToArray();
SqlitePeer.Run(folder, jobs);
PostgresPeer.Run(folder, jobs);
