using System.Collections.Frozen;

namespace Guildhall.Engine.Matching;

/// <summary>Knowing one skill is evidence for another.</summary>
/// <param name="Wanted">The skill asked for.</param>
/// <param name="Known">The skill that is evidence for it.</param>
/// <param name="Permille">Strength of the evidence, 0..1000; values outside are clamped.</param>
public readonly record struct SkillEdge(int Wanted, int Known, int Permille);

/// <summary>
/// Which skills speak for which, as data: co-occurrence lift, curated or learned. A related skill earns at most half of
/// the points (<c>edge/1000 · 1/2</c> of what the skill itself would earn) and never makes a missing skill count as
/// present.
/// </summary>
public sealed class SkillGraph
{
    /// <summary>Strongest edges kept for each skill.</summary>
    public const int MaxEdges = 12;

    /// <summary>A graph without edges, version "none".</summary>
    public static readonly SkillGraph None = new("none", []);

    readonly FrozenDictionary<int, SkillEdge[]> edges;
    readonly SkillKnowledge? knowledge;
    readonly ExpectedSkill[] fixedExpected;

    /// <summary>Keeps the strongest edges of each wanted skill; edges of a skill to itself are dropped.</summary>
    public SkillGraph(string version, IEnumerable<SkillEdge> edges, SkillKnowledge? knowledge = null)
        : this(version, edges, knowledge, []) { }

    /// <summary>A graph that was written down with a match: what it expected of that job is known already.</summary>
    public SkillGraph(string version, IEnumerable<SkillEdge> edges, ExpectedSkill[] expected)
        : this(version, edges, null, expected) { }

    SkillGraph(string version, IEnumerable<SkillEdge> edges, SkillKnowledge? knowledge, ExpectedSkill[] expected)
    {
        Version = version;
        this.knowledge = knowledge;
        fixedExpected = expected;
        this.edges = edges
            .Where(e => e.Wanted != e.Known && e.Permille > 0)
            .Select(e => e with { Permille = Math.Min(e.Permille, 1_000) })
            .GroupBy(e => e.Wanted)
            .ToFrozenDictionary(g => g.Key, g => g
                .OrderByDescending(e => e.Permille).ThenBy(e => e.Known)
                .DistinctBy(e => e.Known).Take(MaxEdges).ToArray());
    }

    /// <summary>Name of this version of the data; recorded in every match.</summary>
    public string Version { get; }

    /// <summary>Skills that such a job usually needs besides those it asks for, strongest first.</summary>
    public ExpectedSkill[] Expect(JobDocument job) => knowledge?.Expect(job) ?? fixedExpected;

    /// <summary>Edges whose <see cref="SkillEdge.Wanted"/> is this skill, strongest first.</summary>
    public IReadOnlyList<SkillEdge> RelatedTo(int skillId) => edges.TryGetValue(skillId, out var found) ? found : [];
}
