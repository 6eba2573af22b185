using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Matching;

/// <summary>Collects freelancers for an index without keeping their documents.</summary>
public sealed class MatchIndexBuilder
{
    readonly SegmentDraft draft = new(0);

    /// <summary>Adds one; every id once.</summary>
    public void Add(FreelancerDocument freelancer) => Add(new PreparedFreelancer(freelancer));

    /// <summary>Adds one who was made ready before.</summary>
    public void Add(PreparedFreelancer freelancer) => draft.Add(freelancer);

    /// <summary>The index of all that were added.</summary>
    public MatchIndex Build(IEnumerable<JobDocument> jobs, Weights weights, SkillGraph graph) => MatchIndex.Of(
        draft.Count == 0 ? Roster.Empty : Roster.Of(SegmentBuilder.Build(draft)), jobs, weights, graph);
}
