using System.Reflection;
using Xunit;

namespace Guildhall.Tests.Talent;

/// <summary>The taxonomy's files are edited by hand: these are the mistakes a hand makes.</summary>
public class TaxonomyDataTests
{
    static readonly IReadOnlyList<Row> Skills = Read("skills");
    static readonly IReadOnlyList<Row> Categories = Read("categories");
    static readonly IReadOnlyList<Row> ProjectTypes = Read("project_types");

    [Fact]
    public void Slugs_are_unique_and_url_safe()
    {
        foreach (var file in new[] { Skills, Categories, ProjectTypes })
        {
            Assert.Empty(Repeated(file.Select(row => row["slug"])));
            Assert.All(file, row => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", row["slug"]));
        }
    }

    [Fact]
    public void One_word_means_one_skill()
    {
        var words = Skills.SelectMany(skill => WordsFor(skill).Select(word => (word, skill: skill["slug"]))).ToList();
        var ambiguous = words.GroupBy(w => w.word).Where(g => g.Select(w => w.skill).Distinct().Count() > 1);

        Assert.Empty(ambiguous.Select(g => $"{g.Key}: {string.Join(", ", g.Select(w => w.skill))}"));
        Assert.Empty(Skills.SelectMany(skill => Repeated(skill.List("aliases").Select(Normal))));
    }

    [Fact]
    public void References_point_to_something()
    {
        var skills = Skills.Select(s => s["slug"]).ToHashSet();
        var categories = Categories.Select(c => c["slug"]).ToHashSet();

        Assert.Empty(Skills.SelectMany(s => s.List("prerequisites").Concat(s.List("related"))).Except(skills));
        Assert.All(Skills, s => Assert.DoesNotContain(s["slug"], s.List("related").Concat(s.List("prerequisites"))));
        Assert.Empty(Skills.Concat(ProjectTypes).Select(s => s["category"]).Except(categories));
        Assert.Empty(Categories.Select(c => c["parent"]).Where(p => p != "").Except(categories));
        var parents = Categories.Select(c => c["parent"]).ToHashSet();
        Assert.All(Skills, s => Assert.False(parents.Contains(s["category"]), $"{s["slug"]} is in a parent category."));
    }

    [Fact]
    public void Prerequisites_have_no_circle_and_are_never_harder()
    {
        var bySlug = Skills.ToDictionary(s => s["slug"]);
        var done = new HashSet<string>();
        foreach (var skill in Skills) Walk(skill, []);

        void Walk(Row skill, List<string> path)
        {
            Assert.DoesNotContain(skill["slug"], path);
            if (!done.Add(skill["slug"])) return;
            path.Add(skill["slug"]);
            foreach (var needed in skill.List("prerequisites").Select(slug => bySlug[slug]))
            {
                Assert.True(needed.Difficulty <= skill.Difficulty, $"{skill["slug"]} needs harder {needed["slug"]}");
                Walk(needed, path);
            }
            path.RemoveAt(path.Count - 1);
        }
    }

    [Fact]
    public void Values_are_in_range()
    {
        string[] kinds = ["language", "framework", "database", "cloud", "tool", "method", "domain", "craft"];
        Assert.All(Skills, s => Assert.Contains(s["kind"], kinds));
        Assert.All(Skills, s => Assert.InRange(s.Difficulty, 1, 5));
        Assert.All(Skills, s => Assert.Matches("^[a-z0-9]*$", s["icon"]));
        Assert.All(Categories, c => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", c["icon"]));
        Assert.All(Skills.Concat(Categories), row => Assert.InRange(row["name"].Length, 1, 60));
        Assert.InRange(Skills.Count, 450, 800);
    }

    [Fact]
    public void Ordinary_english_words_have_spanish()
    {
        // Product names stay; a name made of everyday words must not reach a Spanish page.
        string[] everyday =
        [
            "and", "design", "development", "writing", "editing", "testing", "management", "marketing", "engineering",
            "learning", "data", "mobile", "voice", "sound", "audio", "video", "modeling", "analysis", "planning",
            "research", "support", "security", "systems", "apps", "art", "illustration", "review", "sales", "web",
            "integration", "strategy", "production", "translation", "optimization", "automation", "programming",
            "applications", "machine", "cloud", "software", "technical", "legal", "product", "content", "customer",
        ];

        var missing = Skills.Where(s => s["kind"] is "method" or "domain" or "craft").Concat(Categories)
            .Where(row => row["name_es"] == "")
            .Where(row => Normal(row["name"]).Split(' ', '-', ',').Intersect(everyday).Any());

        Assert.Empty(missing.Select(row => row["name"]));
        Assert.All(Skills.Concat(Categories), row => Assert.NotEqual(row["name"], row["name_es"]));
    }

    static IEnumerable<string> WordsFor(Row skill) =>
        new[] { skill["slug"], skill["name"], skill["name_es"] }.Concat(skill.List("aliases"))
            .Where(word => word != "").Select(Normal).Distinct();

    static string Normal(string word) => word.Trim().ToLowerInvariant();

    static IEnumerable<string> Repeated(IEnumerable<string> values) =>
        values.GroupBy(v => v).Where(g => g.Count() > 1).Select(g => g.Key);

    static List<Row> Read(string file)
    {
        var assembly = Assembly.Load("guildhall");
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith($"taxonomy.{file}.tsv"));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var lines = reader.ReadToEnd().TrimEnd('\n').Split('\n').Select(line => line.Split('\t')).ToList();
        return [.. lines.Skip(1).Select(cells => new Row(lines[0], cells))];
    }

    sealed class Row
    {
        readonly Dictionary<string, string> _cells;

        public Row(string[] header, string[] cells)
        {
            Assert.True(header.Length == cells.Length, $"Wrong number of tabs: {string.Join(" | ", cells)}");
            _cells = header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
        }

        public string this[string column] => _cells[column];
        public int Difficulty => int.Parse(this["difficulty"]);
        public string[] List(string column) => this[column].Split(',', StringSplitOptions.RemoveEmptyEntries);
    }
}
