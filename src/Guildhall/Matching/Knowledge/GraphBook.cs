using Guildhall.Engine.Matching;
using Guildhall.Shared.Data;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>
/// The skill graph in force: the taxonomy's relations, the knowledge that ships with the program and what this site's
/// own history taught, read against the freelancers there are.
/// </summary>
public sealed class GraphBook(Db db, Skills skills)
{
    // What the taxonomy calls related is weak evidence; what builds on a skill is better evidence for it.
    const int Related = 400, BuildsOn = 600;

    /// <param name="supply">How many freelancers have each skill.</param>
    /// <param name="people">How many freelancers there are.</param>
    /// <param name="ct">Stops the query.</param>
    public async Task<SkillGraph> Graph(IReadOnlyDictionary<int, int> supply, int people, CancellationToken ct)
    {
        var learned = await db.Set<LearnedGraph>().AsNoTracking().OrderByDescending(l => l.Id).FirstOrDefaultAsync(ct);
        var knowledge = new SkillKnowledge(skills.All.Select(s => s.Entry()), ShippedKnowledge.Lines,
            learned is null ? null : GraphLearnerFile.Read(learned.Data), supply, people);
        return new($"taxonomy-{skills.Version}.{ShippedKnowledge.Version}.learned-{learned?.Id ?? 0}",
            skills.All.SelectMany(Edges), knowledge);
    }

    static IEnumerable<SkillEdge> Edges(Skill skill) => skill.Related
        .Select(other => new SkillEdge(skill.Id, other, Related))
        .Concat(skill.Prerequisites.Select(before => new SkillEdge(before, skill.Id, BuildsOn)));
}
