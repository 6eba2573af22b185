using System.Globalization;
using Guildhall.Bench.Matching;
using Microsoft.Data.Sqlite;

namespace Guildhall.Bench.Peers;

/// <summary>
/// The same market in SQLite's FTS5: skills and words by its BM25, the rules for everybody who has one of the skills.
/// Levels, required skills and their ceiling are not known to it: less work than the others do.
/// </summary>
static class SqlitePeer
{
    public static void Run(string folder, AskedJob[] jobs)
    {
        var file = Path.Combine(folder, "sqlite.db");
        var isNew = !File.Exists(file);
        using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        database.Open();
        Do(database, "pragma mmap_size=8000000000; pragma cache_size=-1000000; pragma synchronous=off; "
            + "pragma journal_mode=off");
        if (isNew) Fill(database, folder);
        var times = new double[jobs.Length];
        for (var i = -Math.Min(5, jobs.Length); i < jobs.Length; i++)
        {
            var sql = Sql(jobs[i < 0 ? -i - 1 : i]);
            var start = Cpu.Milliseconds();
            Do(database, sql);
            if (i >= 0) times[i] = Cpu.Milliseconds() - start;
        }
        Console.WriteLine($"SQLite FTS5 [CPU ms]: {Cpu.P(times)}");
    }

    static void Fill(SqliteConnection database, string folder)
    {
        Do(database,
            "create table people(id integer primary key, rate int, weekly int, start int, trust int, zone int)");
        Do(database, "create virtual table said using fts5(skills, words, content='', detail=full)");
        using var all = database.BeginTransaction();
        using var person = Command(database, "insert into people values($0, $2, $3, $4, $5, $6)", 0, 2, 3, 4, 5, 6);
        using var text = Command(database, "insert into said(rowid, skills, words) values($0, $1, $7)", 0, 1, 7);
        foreach (var line in File.ReadLines(Path.Combine(folder, "freelancers.tsv")))
        {
            var f = line.Split('\t');
            f[1] = string.Join(' ', f[1].Split(' ').Select(c => "s" + c.Split(':')[0]));
            foreach (var command in new[] { person, text })
            {
                foreach (SqliteParameter parameter in command.Parameters)
                    parameter.Value = parameter.ParameterName is "$1" or "$7"
                        ? f[int.Parse(parameter.ParameterName[1..])]
                        : long.Parse(f[int.Parse(parameter.ParameterName[1..])], CultureInfo.InvariantCulture);
                command.ExecuteNonQuery();
            }
        }
        all.Commit();
        Do(database, "insert into said(said) values('optimize')");
    }

    static string Sql(AskedJob job)
    {
        var skills = string.Join(" OR ", job.Direct.Select(s => $"s{s}"));
        var words = string.Join(" OR ", job.Words.Select(w => $"\"{w}\""));
        var said = job.Words.Length == 0 ? "" : $" OR words : ({words})";
        return $"""
            select people.id, min(58, -4 * bm25(said, 10.0, 1.0)) + {job.Offer()} as score
            from said join people on people.id = said.rowid
            where said match 'skills : ({skills}){said}' order by score desc, people.id limit 20
            """;
    }

    static SqliteCommand Command(SqliteConnection database, string sql, params int[] columns)
    {
        var command = database.CreateCommand();
        command.CommandText = sql;
        foreach (var column in columns) command.Parameters.Add(new SqliteParameter { ParameterName = $"${column}" });
        return command;
    }

    static void Do(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read()) { }
    }
}
