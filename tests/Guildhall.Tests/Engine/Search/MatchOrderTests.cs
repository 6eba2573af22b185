using FsCheck.Fluent;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;
using Guildhall.Tests.Engine.Matching;
using Xunit;

namespace Guildhall.Tests.Engine.Search;

/// <summary>Whoever passes a search, in the order of a match: exactly those, exactly so, page after page.</summary>
public class MatchOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(1_000)]
    public void A_filtered_list_in_the_order_of_a_match_is_the_whole_order_with_the_others_left_out(int oneOf)
    {
        var people = MatchSamples.AnyFreelancer.Sample(9_000).Select((f, i) => f with { Id = MatchSamples.IdOf(i) })
            .ToArray();
        var (index, talent) = (MatchIndex.Of(people, [], Weights.V1, MatchSamples.Graph),
            SearchIndex.Of(new([], 0), people.Select(One)));
        foreach (var moved in people.Where((_, i) => i % 50 == 3))
        {
            index = index.With(moved with { WeeklyHours = 7 });
            talent = talent.With(One(moved));
            if (moved.Id == people[4_003].Id) index = index.Tidied(all: true)!.Apply(index);
        }
        foreach (var document in MatchSamples.AnyJob.Sample(8))
        {
            var job = index.Prepare(document);
            var set = talent.Select([new AnyOf("in", [new(SearchKey.Label("in", "yes"))])]);
            var exact = Ranker.TopOfAll(document, index, 1_000, set.Contains);
            var seen = new List<(Guid Id, int Score)>();
            while (seen.Count < 900 && Ranker.TopIds(job, index, document.Today, 60, set, Last(seen))
                   is { Count: > 0 } page)
                seen.AddRange(page);
            Assert.Equal(exact.Take(seen.Count), seen);
            Assert.Equal(Math.Min(set.Count, 900), seen.Count);
        }

        static (int, Guid)? Last(List<(Guid Id, int Score)> seen) =>
            seen.Count == 0 ? null : (seen[^1].Score, seen[^1].Id);

        SearchDocument One(FreelancerDocument f, int i = 0) => new(f.Id)
        {
            Labels = [new("in", f.Id.GetHashCode() % oneOf == 0 ? "yes" : "no")],
        };
    }
}
