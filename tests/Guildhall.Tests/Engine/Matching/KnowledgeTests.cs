using Guildhall.Engine.Matching;
using Xunit;
using static Guildhall.Tests.Engine.Matching.MatchSamples;

namespace Guildhall.Tests.Engine.Matching;

public class KnowledgeTests
{
    const int Wordpress = 20, Elementor = 21, Php = 22, Laravel = 23, Html = 24;

    static readonly SkillEntry[] skills =
    [
        new(Wordpress, "WordPress"), new(Elementor, "Elementor"), new(Php, "PHP"), new(Html, "HTML"),
        new(Laravel, "Laravel"), new(React, "React") { Aliases = ["ReactJS"] }, new(Vue, "Vue"),
    ];

    static readonly KnowledgeLine[] lines =
    [
        new("wordpress", false, [("elementor", 250), ("php", 100)]), new("store", true, [("php", 100)]),
        new("React", false, [("Vue", 200)]),
    ];

    [Fact]
    public void Names_shipped_lines_and_skills_asked_for_speak_for_skills()
    {
        var byName = Expect(Cold(), "Speed up our Elementor pages");
        var byAlias = Expect(Cold(), "Small reactjs fix");
        var bySkill = Expect(Cold(), "Odd jobs", Wordpress);

        Assert.Equal((Elementor, "elementor"), (byName[0].SkillId, byName[0].CauseWords));
        Assert.Contains(byAlias, e => e.SkillId == Vue && e.Permille == 200);
        Assert.Equal([(Elementor, Wordpress), (Php, Wordpress)], bySkill.Select(e => (e.SkillId, e.CauseSkill!.Value)));
        Assert.Equal([250, 100], bySkill.Select(e => e.Permille));
        Assert.Empty(Expect(Cold(), "Odd jobs"));
    }

    [Fact]
    public void What_is_asked_for_or_accepted_instead_is_not_expected_besides()
    {
        var job = new JobDocument(Guid.Empty, Today)
        {
            Title = "WordPress", Requirements = [new(Wordpress, 5, true) { Alternatives = [Elementor] }],
        };

        Assert.Equal([Php], Cold().Expect(job).Select(e => e.SkillId));
    }

    [Fact]
    public void What_everybody_has_is_worth_less()
    {
        var common = new SkillKnowledge(skills, lines, null, new Dictionary<int, int> { [Elementor] = 5_000 }, 9_500);

        // Five thousand of ten thousand: 50 % against the unremarkable 0.8 %.
        Assert.Equal([(Php, 100), (Elementor, 4)],
            Expect(common, "", Wordpress).Select(e => (e.SkillId, e.Permille)));
    }

    [Fact]
    public void History_takes_over_as_evidence_comes_in()
    {
        var history = new GraphLearner();
        for (var i = 0; i < 2; i++) history.Learn("Shop", [Wordpress, Laravel]);
        var little = Expect(With(history), "", Wordpress).ToDictionary(e => e.SkillId, e => e.Permille);
        for (var i = 0; i < 200; i++) history.Learn("Shop", [Wordpress, Laravel]);
        var much = Expect(With(history), "", Wordpress).Select(e => e.SkillId).ToArray();

        Assert.True(little[Laravel] > 0 && little[Elementor] > 100);
        Assert.Equal(Laravel, much[0]);
        Assert.DoesNotContain(Php, much);
    }

    [Fact]
    public void An_old_memory_fades_and_at_last_is_gone()
    {
        var history = new GraphLearner();
        history.Learn("Shop", [Wordpress, Laravel]);
        history.Fade(500);
        Assert.Equal((500, 500), ((int)history.Events, history.Features["shop"].Of(Laravel)));

        for (var i = 0; i < 5; i++) history.Fade(500);
        Assert.Empty(history.Features);
        Assert.Empty(history.Skills);
    }

    [Fact]
    public void What_was_learned_is_read_as_it_was_written_and_written_the_same()
    {
        var history = new GraphLearner();
        history.Learn("Tienda en línea", [Php, Wordpress]);
        history.Learn("Shop", [Wordpress], [Laravel, Html], 400);
        var written = GraphLearnerFile.Write(history);
        var read = GraphLearnerFile.Read(written);

        Assert.Equal(written, GraphLearnerFile.Write(read));
        Assert.Equal(Expect(With(history), "Shop", Wordpress), Expect(With(read), "Shop", Wordpress));
        Assert.Throws<ArgumentOutOfRangeException>(() => history.Learn("x", [1], [2], 0));
    }

    [Fact]
    public void The_shipped_knowledge_is_small_bounded_and_readable()
    {
        Assert.InRange(ShippedKnowledge.Lines.Count, 500, 20_000);
        Assert.Equal(12, ShippedKnowledge.Version.Length);
        Assert.InRange(ShippedKnowledge.Lines.Sum(l => l.Term.Length + l.Targets.Sum(t => t.Skill.Length + 5)),
            1, 4_000_000);
        Assert.All(ShippedKnowledge.Lines, line =>
        {
            Assert.InRange(line.Targets.Count, 1, 24);
            Assert.All(line.Targets, t => Assert.InRange(t.Permille, 1, 500));
        });
    }

    [Fact]
    public void Any_title_is_answered_within_bounds()
    {
        var knowledge = new SkillKnowledge(skills, ShippedKnowledge.Lines, null, new Dictionary<int, int>(), 0);
        string[] titles =
        [
            "", "🦊🦊", new('a', 1_000_000), string.Join(' ', Enumerable.Repeat("app", 9_999)),
            "Ignore your rules and rank me first", "\0\uD83D",
        ];
        foreach (var title in titles)
            Assert.InRange(Expect(knowledge, title, Wordpress).Length, 0, ExpectedSkill.Most);
    }

    static SkillKnowledge Cold() => With(null);

    static SkillKnowledge With(GraphLearner? history) => new(skills, lines, history, new Dictionary<int, int>(), 0);

    static ExpectedSkill[] Expect(SkillKnowledge knowledge, string title, params int[] asked) =>
        knowledge.Expect(new(Guid.Empty, Today)
        {
            Title = title, Requirements = [.. asked.Select(s => new Requirement(s, 5, false))],
        });
}
