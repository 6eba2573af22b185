using System.Globalization;
using System.Text.RegularExpressions;
using Guildhall.Bench.Matching;
using Npgsql;

namespace Guildhall.Bench.Peers;

/// <summary>
/// The same market in PostgreSQL: skills in a GIN index, words as tsvector, and the whole score (skills with levels,
/// alternatives, related ones and ceiling, availability, trust, rate, place, words) for everybody who can have points
/// for skills.
/// </summary>
static partial class PostgresPeer
{
    public static void Run(string folder, AskedJob[] jobs)
    {
        using var database = new NpgsqlConnection(
            Environment.GetEnvironmentVariable("GUILDHALL_TEST_DB") + ";Command Timeout=600");
        database.Open();
        Do(database, "set max_parallel_workers_per_gather = 0; set work_mem = '256MB'; "
            + "set maintenance_work_mem = '1GB'; set jit = off; set synchronous_commit = off");
        Fill(database, folder);
        var pid = (int)new NpgsqlCommand("select pg_backend_pid()", database).ExecuteScalar()!;
        var times = new double[jobs.Length];
        for (var i = -Math.Min(5, jobs.Length); i < jobs.Length; i++)
        {
            var sql = Sql(jobs[i < 0 ? -i - 1 : i]);
            var start = Spent(pid);
            Do(database, sql);
            if (i >= 0) times[i] = Spent(pid) - start;
        }
        Console.WriteLine($"PostgreSQL exact [CPU ms]: {Cpu.P(times)}");
    }

    static void Fill(NpgsqlConnection database, string folder)
    {
        Do(database, "create table people(id int, skills int[], codes int[], rate int, weekly int, start int, "
            + "trust int, zone int, words tsvector)");
        using (var into = database.BeginTextImport("copy people from stdin"))
            foreach (var line in File.ReadLines(Path.Combine(folder, "freelancers.tsv")))
            {
                var f = line.Split('\t');
                var claims = f[1].Split(' ').Select(c => c.Split(':')).ToArray();
                into.WriteLine(string.Join('\t', f[0], $"{{{string.Join(',', claims.Select(c => c[0]))}}}",
                    $"{{{string.Join(',', claims.Select(c => 2 * int.Parse(c[1]) + int.Parse(c[2])))}}}",
                    f[2], f[3], f[4], f[5], f[6], string.Join(' ', Words().Matches(f[7].ToLowerInvariant()))));
            }
        Do(database, "create index on people using gin(skills)");
        Do(database, "vacuum (analyze, freeze) people");
    }

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Words();

    static string Sql(AskedJob job)
    {
        var credits = job.Skills.Select((s, i) => $"{Direct(s)} as c{i}, {Related(s)} as r{i}");
        var skills = string.Join(" + ",
            job.Skills.Select((s, i) => Number(50 * s.Share / job.Shares) + $" * greatest(c{i}, r{i})"));
        var required = job.Skills.Select((s, i) => (s.Required, Short: $"greatest(0, (0.6 - c{i}) / 0.6)"))
            .Where(s => s.Required).Select(s => s.Short).ToArray();
        var offer = job.Offer().Replace("min(", "least(").Replace("max(", "greatest(");
        var words = $"8 * least(1, 8 * ts_rank(words, '{string.Join(" | ", job.Words)}'::tsquery))";
        var ceiling = required.Length == 0 ? "100" : $"100 - 30 * greatest({string.Join(", ", required)}) "
            + $"- 40 * ({string.Join(" + ", required)}) / {required.Length}";
        return $"""
            select id, least({skills} + {offer} + {words}, {ceiling}) as score
            from (select *, {string.Join(", ", credits)} from people
                where skills && array[{string.Join(',', job.AnySkill)}] offset 0) found
            order by score desc, id limit 20
            """;
    }

    static string Direct(Asked asked) => asked.Other < 0
        ? One(asked.Skill, asked.Level)
        : $"greatest({One(asked.Skill, asked.Level)}, 0.9 * {One(asked.Other, asked.Level)})";

    static string Related(Asked asked) => $"greatest({string.Join(", ", asked.Related
        .Select(r => Number(r.Permille / 2_000.0) + $" * {One(r.Skill, asked.Level)}").Prepend("0"))})";

    // What each code (twice the level, and one for verified) is worth, looked up.
    static string One(int skill, int level)
    {
        var worth = Enumerable.Range(1, 21).Select(code => Number(
            (code / 2 < level ? 0.7 * (code / 2) / level
                : 0.85 + 0.15 * Math.Min(code / 2 - level + 1, Math.Min(3, 11 - level)) / Math.Min(3, 11 - level))
            * (code % 2 == 1 ? 1 : 0.85)));
        return $"coalesce(('{{{string.Join(',', worth)}}}'::float8[])[codes[array_position(skills, {skill})]], 0)";
    }

    static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    // Nanoseconds that the backend has run, in milliseconds.
    static double Spent(int pid) => long.Parse(File.ReadAllText($"/proc/{pid}/schedstat").Split(' ')[0]) / 1e6;

    static void Do(NpgsqlConnection database, string sql)
    {
        using var command = new NpgsqlCommand(sql, database);
        command.ExecuteNonQuery();
    }
}
