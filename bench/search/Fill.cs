using System.Globalization;
using Guildhall.Bench.Matching;
using Microsoft.Data.Sqlite;

namespace Guildhall.Bench.Search;

/// <summary>
/// Writes invented freelancers straight into the SQLite file of a site that has never been used. For measuring only:
/// nothing is checked, nobody can sign in, no event is told; start the site afterwards.
/// </summary>
static class Fill
{
    static readonly string[] countries =
        "AR BR CA CL CO DE DK ES FR GB GR ID IN IT JP KE MX NG NL NO PE PL PT RO SE TR UA US VN ZA".Split(' ');
    static readonly string[] zones =
        "Europe/Madrid America/Argentina/Buenos_Aires Asia/Kolkata America/New_York Africa/Lagos".Split(' ');
    static readonly string[] names =
        "Ana Beto Caro Dora Emil Fela Gil Hana Ivo Jana Karl Lola Mira Nils Olga".Split(' ');

    public static void Run(string file, int count)
    {
        var corpus = new Corpus(2026, 0);
        using var db = new SqliteConnection($"Data Source={file}");
        db.Open();
        Execute(db, "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA foreign_keys = OFF");
        int[] skills = [.. Ids(db)];
        for (var from = 0; from < count; from += 50_000)
        {
            using var all = db.BeginTransaction();
            using var account = Command(db, "INSERT INTO accounts VALUES "
                + "($0,$1,$2,0,1,0,'freelancer','Active',$3,$4,'en',"
                + "NULL,0,$5,$6,$5,$6,1,NULL,$0,$0,NULL,0,0,NULL,0,0,NULL)", 7);
            using var profile = Command(db, "INSERT INTO talent_profiles VALUES "
                + "($0,$1,$2,$3,$4,$5,'',$6,$7,$8,$9,'Everyone',$10,$10,0,$11)", 12);
            using var skill = Command(db, "INSERT OR IGNORE INTO talent_profile_skills VALUES ($0,$1,$2,$3,$4)", 5);
            using var standing = Command(db, "INSERT INTO reputation_snapshots VALUES "
                + "($0,$0,'Freelancer',$1,'freelancer-1',$2,$3,'New','[]',$4,1)", 5);
            foreach (var (f, i) in Enumerable.Range(from, Math.Min(50_000, count - from)).AsParallel().AsOrdered()
                         .Select(i => (corpus.Freelancer(i), i)))
            {
                var id = f.Id.ToString().ToUpperInvariant();
                var at = new DateTime(2026, 1, 1).AddMinutes(i % 400_000).ToString("yyyy-MM-dd HH:mm:ss");
                var zone = zones[i % zones.Length];
                Set(account, id, names[i % names.Length], $"{Lexicon.Name(i % 8_000)}", at, zone,
                    $"f{i}@bench.example", $"F{i}@BENCH.EXAMPLE");
                var languages = string.Join(',', f.Languages.Select(l => $$"""{"Code":"{{l}}","Level":"C1"}"""));
                Set(profile, id, f.Text[..Math.Min(80, f.Text.Length)], f.Text, f.HourlyRateMinor, f.Currency,
                    f.ExperienceYears, Country(f.Country!), zone,
                    f.WeeklyHours is { } hours ? Math.Min(hours, 80) : null,
                    f.EarliestStart?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), at, $"[{languages}]");
                foreach (var claim in f.Claims)
                    Set(skill, id, skills[claim.SkillId % skills.Length], claim.Level, claim.Verified ? 1 : 0, at);
                if (f.Reviews > 0) Set(standing, id, f.Reputation, f.Reviews, 300 + f.Reputation / 5, at);
            }
            all.Commit();
        }
        // One change, so that the market can be kept in files: they go to a change.
        using var change = Command(db, "INSERT INTO matching_changes (Subject, SubjectId, At) VALUES "
            + "('Freelancer',$0,datetime('now'))", 1);
        Set(change, corpus.Freelancer(0).Id.ToString().ToUpperInvariant());
        Execute(db, "ANALYZE");
    }

    static string Country(string code) => countries[(code[0] * 31 + code[1]) % countries.Length];

    static IEnumerable<int> Ids(SqliteConnection db)
    {
        using var ask = db.CreateCommand();
        ask.CommandText = "SELECT Id FROM talent_skills WHERE IsRetired = 0 ORDER BY Id";
        using var rows = ask.ExecuteReader();
        while (rows.Read()) yield return rows.GetInt32(0);
    }

    static SqliteCommand Command(SqliteConnection db, string sql, int parameters)
    {
        var command = db.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++) command.Parameters.Add(new SqliteParameter($"${i}", null));
        return command;
    }

    static void Set(SqliteCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    static void Execute(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
