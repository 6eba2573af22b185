using System.Security.Cryptography;
using System.Text;
using Guildhall.Engine.Matching;

namespace Guildhall.Relevance;

/// <summary>
/// <c>learn DATA FOLDER</c>: makes <c>FOLDER/knowledge.tsv</c> from <c>FOLDER/curated.tsv</c>, the skill lists of
/// 50,000 job ads (skill2vec) and the tools of occupations (O*NET) in DATA. The same inputs give the same bytes.
/// </summary>
static class Learn
{
    const int MostTargets = 24;

    public static int Run(string data, string folder)
    {
        var curated = Curated.Read(Path.Combine(folder, "curated.tsv")).ToList();
        var words = new Vocabulary(curated.Where(l => !l.IsWord).Select(l => l.Term)
            .Concat(curated.SelectMany(l => l.Targets.Select(t => t.Skill))));
        var learned = OpenData.Ads(Path.Combine(data, "skill2vec_50K.csv.gz"), words)
            .Concat(OpenData.Occupations(data, words));
        var lines = curated.Concat(learned).GroupBy(l => (Term: l.Term.ToLowerInvariant(), l.IsWord))
            .OrderBy(g => g.Key.IsWord).ThenBy(g => g.Key.Term, StringComparer.Ordinal)
            .Select(g => Line(g.Key.Term, g.Key.IsWord, g.SelectMany(l => l.Targets))).ToList();
        var text = string.Join('\n', lines) + '\n';
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        File.WriteAllText(Path.Combine(folder, "knowledge.tsv"), $"! {version}\n{text}");
        var pairs = text.Count(c => c == '\t');
        Console.WriteLine($"{lines.Count} terms, {pairs} pairs, {text.Length} bytes, {version}");
        return 0;
    }

    static string Line(string term, bool isWord, IEnumerable<(string Skill, int Permille)> targets) =>
        (isWord ? ShippedKnowledge.WordMark : "") + term + string.Concat(targets
            .GroupBy(t => t.Skill.ToLowerInvariant()).Select(g => (Skill: g.Key, Permille: g.Max(t => t.Permille)))
            .OrderByDescending(t => t.Permille).ThenBy(t => t.Skill, StringComparer.Ordinal).Take(MostTargets)
            .Select(t => $"\t{t.Skill}:{t.Permille}"));
}

/// <summary>The pairs written by hand: three groups, from "in every other such job" to "sometimes".</summary>
static class Curated
{
    static readonly int[] chances = [250, 100, 40];

    public static IEnumerable<KnowledgeLine> Read(string path)
    {
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var cells = line.Split('\t');
            var isWord = cells[0].StartsWith(ShippedKnowledge.WordMark, StringComparison.Ordinal);
            var term = isWord ? cells[0][ShippedKnowledge.WordMark.Length..] : cells[0];
            yield return new(term, isWord, [.. cells[1].Split('|').SelectMany((group, i) => group.Split(',')
                .Select(skill => (skill.Trim(), chances[i])))]);
        }
    }
}
