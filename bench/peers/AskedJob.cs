namespace Guildhall.Bench.Peers;

/// <summary>A requirement of an exported job; no alternative is -1. Related skills earn up to half.</summary>
sealed record Asked(int Skill, int Level, bool Required, int Other, (int Skill, int Permille)[] Related)
{
    public double Share => Required ? 3 : 1;

    public IEnumerable<int> Direct => Other < 0 ? [Skill] : [Skill, Other];
}

/// <summary>A line of jobs.tsv.</summary>
sealed record AskedJob(Asked[] Skills, long Min, long Max, long Hours, long Deadline, long Complexity, long Zone,
    string[] Words)
{
    public IEnumerable<int> Direct => Skills.SelectMany(s => s.Direct).Distinct();

    public IEnumerable<int> AnySkill =>
        Direct.Concat(Skills.SelectMany(s => s.Related.Select(r => r.Skill))).Distinct();

    public double Shares => Skills.Sum(s => s.Share);

    public static AskedJob Read(string line)
    {
        var j = line.Split('\t');
        var related = j[8].Split(' ');
        return new([.. j[0].Split(' ').Select((r, i) => Requirement(r, related[i]))],
            long.Parse(j[1]), long.Parse(j[2]), long.Parse(j[3]),
            long.Parse(j[4]), long.Parse(j[5]), long.Parse(j[6]), [.. WordsOf(j[7])]);
    }

    static Asked Requirement(string text, string related)
    {
        var n = text.Split(':').Select(int.Parse).ToArray();
        return new(n[0], n[1], n[2] == 1, n[3], [.. related.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(e => e.Split(':')).Select(e => (int.Parse(e[0]), int.Parse(e[1])))]);
    }

    static IEnumerable<string> WordsOf(string text) => new string([.. text.ToLowerInvariant()
            .Select(c => c is >= 'a' and <= 'z' ? c : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct();

    /// <summary>Availability, trust, rate and place in SQL that both databases read, of 42 points together.</summary>
    public string Offer() => $"""
        14.0 * (case when weekly < 0 then 0.5 when weekly = 0 then 0
          when (({Deadline} - start) * 5 / 7.0) < {Days}
          then 0.8 * {Greatest}(0, ({Deadline} - start) * 5 / 7.0) / {Days}
          else {Least}(1, 0.8 + 0.8 * (({Deadline} - start) * 5 / 7.0 - {Days}) / {Days}) end)
        + 12.0 * (case when trust < {Needed} then 0.8 * trust / {Needed}
          else {Least}(1, 0.8 + 0.002 * (trust - {Needed})) end)
        + 13.0 * (case when rate < 0 then 0.5
          when rate <= {Max} then {Least}(1, 0.7 + 0.3 * ({Max} - rate) / {Max - Min}.0)
          else {Greatest}(0, 0.7 - 1.4 * (rate - {Max}) / {Max}.0) end)
        + 3.0 * {Least}(1, {Greatest}(0, 8 - {Least}(abs({Zone} - zone), 24 - abs({Zone} - zone))) / 4.0)
        """;

    // The databases have different names for the same two functions; SQLite's are used and replaced.
    const string Least = "min", Greatest = "max";

    string Days => $"({Hours}.0 / {Greatest}(1, weekly / 5.0))";

    long Needed => 350 + 100 * Complexity;
}
