using FsCheck.Fluent;
using Guildhall.Engine.Matching;
using Xunit;

namespace Guildhall.Tests.Engine.Matching;

public class SkillSuggesterTests
{
    static readonly string[] names =
    [
        "Kubernetes", "GitHub Actions", "CI/CD", "React", "Go", "Python", "Node.js", "PostgreSQL", "OAuth 2.0", "C#",
        "WordPress", "Figma", "Spring Boot", ".NET", "R", "C++",
    ];

    static readonly SkillSuggester suggester = new(names.Select((name, i) => new SkillEntry(i, name)
    {
        Aliases = name switch
        {
            "Kubernetes" => ["k8s"], "PostgreSQL" => ["Postgres", "psql"], "CI/CD" => ["CI", "integración continua"],
            "React" => ["React.js", "ReactJS"], _ => [],
        },
        Hints = name switch { "Kubernetes" => ["ingress"], "OAuth 2.0" => ["login with Google"], _ => [] },
    }));

    [Theory]
    [InlineData("need someone to fix our k8s ingress and move CI to GitHub Actions",
        "Kubernetes:k8s CI/CD:CI GitHub Actions:GitHub Actions")]
    [InlineData("It has to support OAuth and users love it", "OAuth 2.0:OAuth")]
    [InlineData("Users should login with Google", "OAuth 2.0:login with Google")]
    [InlineData("Reescribir la API en node y Postgres, con integración contínua",
        "PostgreSQL:Postgres CI/CD:integración contínua")]
    [InlineData("nodejs, Node JS or node.js?", "Node.js:nodejs")]
    [InlineData("a .NET service in C# next to some C++", ".NET:.NET C#:C# C++:C++")]
    [InlineData("Kubernets, Postgress and Pyhton", "Kubernetes:Kubernets PostgreSQL:Postgress Python:Pyhton")]
    [InlineData("We want to go live and reach more people, R us", "")]
    [InlineData("Experience with Go needed", "Go:Go")]
    [InlineData("go developer", "Go:go")]
    [InlineData("statistics in R or in C#", "R:R C#:C#")]
    [InlineData("python, go and react", "Python:python Go:go React:react")]
    [InlineData("Help Us Go Live", "")]
    [InlineData("A site without WordPress, no React, en vez de Figma", "")]
    [InlineData("", "")]
    [InlineData("🦊🦊🦊 \0 \uD83E", "")]
    public void Text_leads_to_skills_by_the_words_that_cause_them(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', suggester.Suggest(text).Select(s => $"{names[s.SkillId]}:{s.Words}")));

    [Theory]
    [InlineData("Senior React developer with basic Figma", "React 8 Senior, Figma 3 basic")]
    [InlineData("5+ years of Python. Kubernetes in production.", "Python 8 5+ years, Kubernetes 7 production")]
    [InlineData("Buscamos experto en React, 2 años de Figma", "React 8 experto, Figma 5 2 años")]
    [InlineData("We need a senior engineer. React and Postgres.", "React 8 senior, PostgreSQL 8 senior")]
    [InlineData("Figma basic, React expert", "Figma 3 basic, React 8 expert")]
    [InlineData("Expert in Python. Some Figma too.", "Python 8 Expert, Figma 5 ")]
    [InlineData("Senior team. Figma is a plus.", "Figma 5 ")]
    [InlineData("Something in React", "React 5 ")]
    public void Level_words_near_a_skill_set_its_level(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ",
            suggester.Suggest(text).Select(s => $"{names[s.SkillId]} {s.Level} {s.LevelWords}")));

    [Fact]
    public void A_plus_is_optional_and_a_hint_comes_after_names()
    {
        var found = suggester.Suggest("The ingress is slow. We use React. Figma is a plus.");

        Assert.Equal(["React", "Figma", "Kubernetes"], found.Select(s => names[s.SkillId]));
        Assert.Equal([true, false, true], found.Select(s => s.Required));
        Assert.All(found, s => Assert.Contains(s.Why.Key, ReasonKeys.All));
    }

    [Theory]
    [InlineData("fix k8s, move CI to GitHub Actions", "Kubernetes 1+1 CI/CD 3+1 GitHub Actions 5+2")]
    [InlineData("kubernets without WordPress", "Kubernetes 0+1 not WordPress 2+1")]
    [InlineData("we go live", "")]
    public void A_text_says_where_it_names_what_is_wanted_and_what_is_not(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', suggester.Places(text).Select(p =>
            $"{(p.IsWanted ? "" : "not ")}{names[p.SkillId]} {p.At}+{p.Count}")));

    [Theory]
    [InlineData("kub", "Kubernetes")]
    [InlineData("post", "PostgreSQL")]
    [InlineData("kubernets", "Kubernetes")]
    [InlineData("zzz", "")]
    [InlineData("", "")]
    public void Typing_completes_to_skills(string typed, string expected) =>
        Assert.Equal(expected, string.Join(' ', suggester.Complete(typed).Select(id => names[id])));

    [Fact]
    public void Any_text_is_answered_from_its_own_words() => MatchSamples.Holds(
        from words in Gen.Elements(
            "react", "GO", "senior", "\n", "c++", "k8", "🦊", "kubernetse", ".", "no", "5", "años", "\uD83D", "ﬁgma",
            "ÀÉ", "a/b", "…")
            .ArrayOf(30)
        select string.Join(words.Length % 2 == 0 ? " " : "", words),
        text => suggester.Suggest(text, 50).All(s => s.Level is >= 1 and <= 10
            && text.Substring(s.Start, s.Words.Length) == s.Words
            && (s.LevelWords is null || text.Contains(s.LevelWords))));

    [Fact]
    public void A_megabyte_of_anything_takes_bounded_time()
    {
        string[] texts =
        [
            string.Concat(Enumerable.Repeat("🦊", 500_000)), new('a', 1_000_000),
            string.Join(' ', Enumerable.Range(0, 150_000).Select(i => $"kub{i:x5}")),
            string.Join(' ', Enumerable.Repeat("senior", 150_000)),
            string.Concat(Enumerable.Repeat("react ", 170_000)),
        ];
        foreach (var text in texts)
        {
            Assert.InRange(suggester.Suggest(text).Count, 0, 12);
            Assert.InRange(MatchSamples.MillisecondsOf(() => suggester.Suggest(text)), 0, 200);
        }
    }

    [Fact]
    public void Two_thousand_characters_take_less_than_ten_milliseconds()
    {
        const string sentence = "Senior developper for React and Postgres, 5 years, deploys to k8s; odd wordz too. ";
        var text = string.Concat(Enumerable.Repeat(sentence, 30))[..2_000];
        var each = MatchSamples.MillisecondsOf(() => suggester.Suggest(text));

        Assert.InRange(each, 0, 10);
    }
}
