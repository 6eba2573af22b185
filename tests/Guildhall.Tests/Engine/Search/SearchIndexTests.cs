using FsCheck;
using FsCheck.Fluent;
using Guildhall.Engine.Search;
using Xunit;
using static Guildhall.Tests.Engine.Search.SearchSamples;

namespace Guildhall.Tests.Engine.Search;

/// <summary>The index finds, counts and orders exactly what looking at everything does.</summary>
public class SearchIndexTests
{
    [Fact]
    public void A_search_of_the_index_is_a_search_of_everything() => Holds(
        from all in Document(500).ArrayOf(150) from queries in Query.ArrayOf(6) select (all, queries),
        x => Once(x.all) is var all && SearchIndex.Of(Schema, all) is var index
            && x.queries.All(q => Agree(index, all, q)), 80);

    [Fact]
    public void So_it_is_after_any_changes_and_tidying() => Holds(
        from all in Document(80).ArrayOf(60) from later in Document(80).ArrayOf(50)
        from gone in Gen.Choose(1, 80).ArrayOf(50) from queries in Query.ArrayOf(5) from when in Gen.Choose(0, 40)
        select (all, later, gone, queries, when),
        x =>
        {
            var all = Once(x.all).ToDictionary(d => d.Id);
            var index = SearchIndex.Of(Schema, all.Values);
            SearchIndex.Tidy? tidy = null;
            for (var i = 0; i < x.later.Length; i++)
            {
                index = index.With(x.later[i]);
                all[x.later[i].Id] = x.later[i];
                if (i % 2 == 0)
                {
                    index = index.Without(IdOf(x.gone[i]));
                    all.Remove(IdOf(x.gone[i]));
                }
                if (i == x.when) tidy = index.Tidied(all: true);
                if (i == x.when + 7) index = tidy!.Apply(index);
            }
            return index.Count == all.Count && x.queries.All(q => Agree(index, [.. all.Values], q))
                && Enumerable.Range(1, 80).All(i => index.Contains(IdOf(i)) == all.ContainsKey(IdOf(i)));
        }, 80);

    [Fact]
    public void Thousands_in_many_blocks_are_found_counted_and_ordered_exactly()
    {
        var all = Document(1).Sample(9_000).Select((d, i) => d with { Id = IdOf(i) }).ToArray();
        var index = SearchIndex.Of(Schema, all);
        foreach (var gone in all.Where((_, i) => i % 9 == 0)) index = index.Without(gone.Id);
        var left = all.Where((_, i) => i % 9 != 0).ToArray();

        foreach (var query in Query.Sample(25)) Assert.True(Agree(index, left, query));
    }

    [Fact]
    public void Of_several_parts_and_the_newest_every_value_is_counted_once()
    {
        var all = Singular(1).Sample(7_200).Select((d, i) => d with { Id = IdOf(i) }).ToArray();
        var index = SearchIndex.Of(Schema, all.Take(5_003));
        foreach (var more in all.Skip(5_003).Chunk(600))
        {
            foreach (var one in more) index = index.With(one);
            if (more.Length == 600) index = index.Tidied()!.Apply(index);
        }
        foreach (var gone in all.Where((_, i) => i % 11 == 0)) index = index.Without(gone.Id);
        var left = all.Where((_, i) => i % 11 != 0).ToArray();

        foreach (var query in Query.Sample(25)) Assert.True(Agree(index, left, query));
        var together = index.Tidied(all: true)!.Apply(index);
        foreach (var query in Query.Sample(25)) Assert.True(Agree(together, left, query));
    }

    [Fact]
    public void Those_who_cannot_get_in_are_known_to_come_after()
    {
        var all = Document(1).Sample(640).Select((d, i) => d with { Id = IdOf(i), Numbers = [-i, i] }).ToArray();
        var index = SearchIndex.Of(Schema, all);

        foreach (var up in (bool[])[false, true])
            Assert.True(Agree(index, all, new() { Take = 64, Rank = new() { Number = up ? 1 : 0, Ascending = up } }));
    }

    [Fact]
    public void Cursor_after_cursor_everybody_comes_once_and_in_order()
    {
        var all = Document(1).Sample(700).Select((d, i) => d with { Id = IdOf(i) }).ToArray();
        var index = SearchIndex.Of(Schema, all.Take(500));
        foreach (var one in all.Skip(500)) index = index.With(one);
        foreach (var query in Query.Sample(12).Select(q => q with { Skip = 0, Take = 13 }))
        {
            var seen = new List<SearchHit>();
            SearchFound page;
            do
            {
                page = index.Find(query with { After = seen.Count == 0 ? null : seen[^1] });
                seen.AddRange(page.Hits);
            }
            while (page.HasMore);
            Assert.Equal(Sieve(all, query with { Take = int.MaxValue }).Hits, seen);
            Assert.Equal(page.Total, seen.Count);
        }
    }

    [Fact]
    public void A_set_holds_whoever_meets_the_conditions() => Holds(
        from all in Document(300).ArrayOf(90) from query in Query select (all, query),
        x =>
        {
            var all = Once(x.all);
            var index = SearchIndex.Of(Schema, all.Take(60));
            foreach (var one in all.Skip(60)) index = index.With(one);
            var set = index.Select(x.query.Conditions);
            var exact = Sieve(all, x.query with { Skip = 0, Take = 1_000 }).Hits.Select(h => h.Id).Order().ToArray();
            return set.Count == exact.Length && set.Ids.Order().SequenceEqual(exact)
                && all.All(d => set.Contains(d.Id) == exact.Contains(d.Id));
        }, 60);

    [Fact]
    public void The_most_parts_that_anybody_meets_are_those_that_looking_at_everybody_gives() => Holds(
        from all in Document(300).ArrayOf(12) from parts in Part.ArrayOf(7) from query in Query
        select (all, parts, query),
        x =>
        {
            var all = Once(x.all);
            var index = SearchIndex.Of(Schema, all.Take(8));
            foreach (var one in all.Skip(8)) index = index.With(one);
            var exact = Enumerable.Range(0, x.parts.Length + 1).Last(least => least == 0 || Sieve(all, new()
            {
                Conditions = [.. x.query.Conditions, new AtLeast("parts", x.parts, least)],
            }).Total > 0);
            return index.MostMet(x.parts, x.query.Conditions) == exact;
        }, 120);

    [Fact]
    public void One_by_one_the_same_people_meet_the_conditions() => Holds(
        from all in Document(300).ArrayOf(90) from gone in Gen.Choose(1, 300).ArrayOf(20) from query in Query
        select (all, gone, query),
        x =>
        {
            var all = Once(x.all);
            var index = SearchIndex.Of(Schema, all.Take(60));
            foreach (var one in all.Skip(60)) index = index.With(one);
            foreach (var id in x.gone) index = index.Without(IdOf(id));
            var set = index.Select(x.query.Conditions);
            return Enumerable.Range(1, 301).All(i =>
                index.Meets(IdOf(i), x.query.Conditions) == set.Contains(IdOf(i)));
        }, 120);

    [Fact]
    public void In_blocks_of_thousands_too()
    {
        var all = Document(1).Sample(9_000).Select((d, i) => d with { Id = IdOf(i) }).ToArray();
        var index = SearchIndex.Of(Schema, all);
        foreach (var gone in all.Where((_, i) => i % 9 == 0)) index = index.Without(gone.Id);

        foreach (var query in Query.Sample(25))
        {
            var set = index.Select(query.Conditions);
            Assert.All(all.Where((_, i) => i % 7 == 0),
                d => Assert.Equal(set.Contains(d.Id), index.Meets(d.Id, query.Conditions)));
        }
    }

    [Fact]
    public void Words_are_completed_and_corrected_by_how_many_use_them()
    {
        SearchDocument Says(int id, string text) => Document(1).Sample(1).Single() with
        {
            Id = IdOf(id), Words = TermVector.Of(text),
        };
        var index = SearchIndex.Of(Schema, [Says(1, "kubernetes kubectl"), Says(2, "kubernetes"), Says(3, "kubeflow")])
            .With(Says(4, "kubectl kubernetes"));

        Assert.Equal(["kubernete", "kubectl", "kubeflow"], index.Endings("kub", 9));
        Assert.Equal(["kubernete"], index.Endings("kub", 1));
        Assert.Equal(["kubernete"], index.Corrections("kubernte", 3));
        Assert.True(index.Knows("kubectl"));
        Assert.False(index.Without(IdOf(1)).Without(IdOf(4)).Tidied(all: true)!.Apply(
            index.Without(IdOf(1)).Without(IdOf(4))).Knows("kubectl"));
    }

    [Fact]
    public void What_was_saved_is_mapped_and_refused_when_damaged_or_of_other_columns()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.index");
        try
        {
            var all = Document(1).Sample(5_000).Select((d, i) => d with { Id = IdOf(i) }).ToArray();
            SearchIndex.Of(Schema, all.Skip(9)).With(all[3]).Without(all[80].Id).Save(path, 77, 5);
            var (loaded, sequence, stamp) = SearchIndex.Load(Schema, path)!.Value;
            var left = all.Skip(9).Append(all[3]).Where(d => d.Id != all[80].Id).ToArray();

            Assert.Equal((77, 5), (sequence, stamp));
            foreach (var query in Query.Sample(10))
            {
                Assert.True(Agree(loaded, left, query));
                Assert.True(Agree(loaded.With(all[4]).Without(all[90].Id),
                    [.. left.Append(all[4]).Where(d => d.Id != all[90].Id)], query));
            }
            Assert.Null(SearchIndex.Load(new(["country"], 2), path));
            var whole = File.ReadAllBytes(path);
            foreach (var at in (int[])[0, 9, 513, 521, 600, 5_000, whole.Length - 70])
            {
                byte[] damaged = [.. whole];
                damaged[at] ^= 1;
                File.WriteAllBytes(path, damaged);
                Assert.Null(SearchIndex.Load(Schema, path));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_reader_never_misses_anybody_nor_sees_two_of_one()
    {
        var all = Document(1).Sample(300).Select((d, i) => d with { Id = IdOf(i) }).ToArray();
        var published = SearchIndex.Of(Schema, all);
        var (stop, looks) = (0, 0);
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            do
            {
                var found = Volatile.Read(ref published).Find(new() { Take = 400 });
                Assert.Equal(300, found.Total);
                Assert.Equal(300, found.Hits.Select(h => h.Id).Distinct().Count());
                Interlocked.Increment(ref looks);
            }
            while (Volatile.Read(ref stop) == 0);
        })).ToArray();
        for (var i = 0; i < 4_000; i++)
        {
            var next = Volatile.Read(ref published).With(all[i * 7 % 300] with { Numbers = [i, i] });
            if (i % 700 == 699) next = next.Tidied(all: true)!.Apply(next);
            Volatile.Write(ref published, next);
        }
        Volatile.Write(ref stop, 1);
        await Task.WhenAll(readers);
        Assert.InRange(looks, 1, int.MaxValue);
    }

    static SearchDocument[] Once(SearchDocument[] all) => [.. all.Reverse().DistinctBy(d => d.Id)];

    static bool Agree(SearchIndex index, IReadOnlyCollection<SearchDocument> all, SearchQuery query)
    {
        var (found, exact) = (index.Find(query), Sieve(all, query));
        return found.Total == exact.Total && found.HasMore == exact.HasMore && found.Hits.SequenceEqual(exact.Hits)
            && query.Facets.All(f => found.Facets[f].SequenceEqual(exact.Facets[f]));
    }

    static void Holds<T>(Gen<T> inputs, Func<T, bool> rule, int times) =>
        Prop.ForAll(inputs.ToArbitrary(), rule).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
