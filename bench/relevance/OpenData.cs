using System.IO.Compression;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;

namespace Guildhall.Relevance;

/// <summary>
/// What open data says goes together. Only pairs seen often and far more often than chance are kept, and only skills
/// that the taxonomy or the curated pairs know.
/// </summary>
static class OpenData
{
    const int MostEach = 8, MinTogether = 5, MinSeen = 20, MinLift = 10;

    /// <summary>skill2vec: one ad a line, its number and then its skills.</summary>
    public static IEnumerable<KnowledgeLine> Ads(string path, Vocabulary words)
    {
        var names = words.Entries.ToDictionary(e => e.Id, e => e.Name);
        var ads = Lines(path).Select(line => words.Ids(line.Split(',').Skip(1).Select(s => s.Trim('"', ' '))))
            .Where(ad => ad.Length > 1).ToList();
        var seen = ads.SelectMany(ad => ad).GroupBy(s => s).ToDictionary(g => g.Key, g => g.Count());
        var together = new Dictionary<(int, int), int>();
        foreach (var ad in ads)
            foreach (var one in ad)
                foreach (var other in ad)
                    if (one != other) together[(one, other)] = together.GetValueOrDefault((one, other)) + 1;
        return together
            .Where(p => p.Value >= MinTogether && seen[p.Key.Item1] >= MinSeen
                && (long)p.Value * ads.Count >= (long)MinLift * seen[p.Key.Item1] * seen[p.Key.Item2])
            .Select(p => (From: p.Key.Item1, To: p.Key.Item2,
                Permille: 300 * (p.Value - 2) / (seen[p.Key.Item1] + 20)))
            .Where(p => p.Permille >= 5).GroupBy(p => p.From).OrderBy(g => g.Key)
            .Select(g => new KnowledgeLine(names[g.Key], false, [.. g.OrderByDescending(p => p.Permille)
                .ThenBy(p => p.To).Take(MostEach).Select(p => (names[p.To], p.Permille))]));
    }

    /// <summary>O*NET: the tools of each occupation, by the words of its title.</summary>
    public static IEnumerable<KnowledgeLine> Occupations(string data, Vocabulary words)
    {
        var names = words.Entries.ToDictionary(e => e.Id, e => e.Name);
        var titles = Lines(Path.Combine(data, "onet_occupations.tsv.gz")).Skip(1).Select(l => l.Split('\t'))
            .ToDictionary(c => c[0], c => TermVector.Of(c[1]).Terms);
        var tools = Lines(Path.Combine(data, "onet_technology_skills.tsv.gz")).Skip(1).Select(l => l.Split('\t'))
            .GroupBy(c => c[0]).ToDictionary(g => g.Key, g => words.Ids(g.Select(c => c[1])));
        var occupations = titles.Where(t => tools.ContainsKey(t.Key)).ToList();
        var uses = tools.Values.SelectMany(t => t).GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        return
            from word in occupations.SelectMany(o => o.Value.Select(w => (Word: w, o.Key)))
                .GroupBy(w => w.Word, w => w.Key).OrderBy(g => g.Key, StringComparer.Ordinal)
            let those = word.Distinct().ToArray()
            where those.Length >= 3
            let targets = those.SelectMany(o => tools[o]).GroupBy(t => t)
                .Where(t => t.Count() >= 3 && t.Count() * tools.Count >= 4 * those.Length * uses[t.Key])
                .Select(t => (t.Key, Permille: 60 * t.Count() / those.Length)).Where(t => t.Permille >= 15)
                .OrderByDescending(t => t.Permille).ThenBy(t => t.Key).Take(MostEach)
                .Select(t => (names[t.Key], t.Permille)).ToArray()
            where targets.Length > 0
            select new KnowledgeLine(word.Key, true, targets);
    }

    static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
