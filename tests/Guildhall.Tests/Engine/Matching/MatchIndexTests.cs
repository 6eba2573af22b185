using FsCheck.Fluent;
using Guildhall.Engine.Matching;
using Xunit;
using static Guildhall.Tests.Engine.Matching.MatchSamples;

namespace Guildhall.Tests.Engine.Matching;

/// <summary>The fast index answers exactly what scoring everybody answers, whatever happened to it before.</summary>
public class MatchIndexTests
{
    static readonly Weights meaning = new Weights("m", 4_600, 800, 1_400, 1_200, 1_300, 300, 400).Checked();

    [Fact]
    public void The_fast_top_is_the_exhaustive_top() => Holds(
        from people in AnyFreelancer.ArrayOf(200) from jobs in AnyJob.ArrayOf(6) from k in Gen.Choose(0, 30)
        select (people, jobs, k),
        x => Agree(MatchIndex.Of(Once(x.people), [], Weights.V1, Graph),
            ExhaustiveIndex.Of(x.people, [], Weights.V1, Graph), x.jobs, x.k), 60);

    [Fact]
    public void So_it_is_after_any_sequence_of_changes_and_tidying() => Holds(
        from people in AnyFreelancer.ArrayOf(60) from later in AnyFreelancer.ArrayOf(60)
        from gone in Gen.Choose(0, 59).ArrayOf(20) from jobs in AnyJob.ArrayOf(4) from when in Gen.Choose(0, 60)
        select (people, later, gone, jobs, when),
        x =>
        {
            var index = MatchIndex.Of(Once(x.people), [], Weights.V1, Graph);
            var oracle = ExhaustiveIndex.Of(x.people, [], Weights.V1, Graph);
            MatchIndex.Tidy? tidy = null;
            for (var i = 0; i < x.later.Length; i++)
            {
                var someone = i % 2 == 0 ? x.later[i] : x.later[i] with { Id = x.people[i].Id };
                var leaver = x.people[x.gone[i % x.gone.Length]].Id;
                index = index.With(someone).WithoutFreelancer(leaver);
                oracle = oracle.With(someone).WithoutFreelancer(leaver);
                if (i == x.when) tidy = index.Tidied(all: true);
                if (i == x.when + 7) index = tidy!.Apply(index);
            }
            return index.Freelancers == oracle.Freelancers.Count && Agree(index, oracle, x.jobs, 20);
        }, 60);

    [Fact]
    public void What_such_jobs_usually_need_is_found_exactly_too() => Holds(
        from people in AnyFreelancer.ArrayOf(120) from jobs in AnyJob.ArrayOf(6)
        from permille in Gen.Choose(1, 1_000).ArrayOf(5) from skills in Gen.Choose(1, 9).ArrayOf(5)
        select (people, jobs, permille, skills),
        x =>
        {
            var expected = x.skills.Zip(x.permille, (skill, permille) => new ExpectedSkill(skill, permille, null, "it"))
                .DistinctBy(e => e.SkillId).OrderByDescending(e => e.Permille).ToArray();
            var graph = new SkillGraph("expecting", [new(React, Vue, 900)], expected);
            return Agree(MatchIndex.Of(Once(x.people), [], Weights.V2, graph),
                ExhaustiveIndex.Of(x.people, [], Weights.V2, graph),
                [.. x.jobs, x.jobs[0] with { Requirements = [] }], 9);
        }, 60);

    [Fact]
    public void Meaning_counts_where_the_weights_say_so() => Holds(
        from people in AnyFreelancer.ArrayOf(80) from jobs in AnyJob.ArrayOf(3)
        from seeds in Gen.Choose(1, 1_000_000).ArrayOf(83) select (people, jobs, seeds),
        x =>
        {
            var people = x.people.Select((f, i) => f with { Vector = Direction(x.seeds[i]) }).ToArray();
            var jobs = x.jobs.Select((j, i) => j with { Vector = Direction(x.seeds[80 + i]) }).ToArray();
            return Agree(MatchIndex.Of(Once(people), [], meaning, Graph, 32),
                    ExhaustiveIndex.Of(people, [], meaning, Graph), jobs, 10)
                && jobs.All(job => people.Take(9).All(f =>
                    Score(job, f, meaning) is var match && match.Factors.Sum(p => p.Points) == match.Score
                    && Verifier.Recompute(Rationale.Of(job, f, meaning, Corpus, Graph).Json).Agrees));
        }, 40);

    [Fact]
    public void Thousands_in_many_blocks_are_found_exactly()
    {
        var people = AnyFreelancer.Sample(9_000).Select((f, i) => f with { Id = IdOf(i) }).ToArray();
        var index = MatchIndex.Of(people, [], Weights.V1, Graph);
        var oracle = ExhaustiveIndex.Of(people, [], Weights.V1, Graph);

        Assert.True(Agree(index, oracle, AnyJob.Sample(60).ToArray(), 20));
        var expecting = new SkillGraph("expecting", [], [new(Kubernetes, 900, null, "x"), new(Figma, 400, null, "y")]);
        var wordless = AnyJob.Sample(40).Select((j, i) => i % 2 == 0 ? j : j with { Requirements = [] }).ToArray();
        Assert.True(Agree(index.With(Weights.V2, expecting), ExhaustiveIndex.Of(people, [], Weights.V2, expecting),
            wordless, 20));
        foreach (var job in AnyJob.Sample(12))
            Assert.Equal(Ranker.CountMatching(job, oracle, 60, people[3].Id),
                Ranker.CountMatching(job, index, 60, people[3].Id));
    }

    [Fact]
    public void Jobs_for_a_freelancer_are_found_as_exactly() => Holds(
        from jobs in AnyJob.ArrayOf(90) from people in AnyFreelancer.ArrayOf(4) from k in Gen.Choose(0, 20)
        from moved in Gen.Choose(0, 89).ArrayOf(40) select (jobs, people, k, moved),
        x =>
        {
            JobDocument[] first = [.. x.jobs.Take(50).Reverse().DistinctBy(j => j.Id)];
            var index = MatchIndex.Of(x.people.DistinctBy(p => p.Id), first, Weights.V1, Graph);
            var oracle = ExhaustiveIndex.Of(x.people.Reverse(), first, Weights.V1, Graph);
            for (var i = 0; i < x.moved.Length; i++)
            {
                var (job, gone) = (x.jobs[50 + i] with { Id = x.jobs[x.moved[i]].Id }, x.jobs[(i * 7 + 3) % 90].Id);
                (index, oracle) = (index.With(job).WithoutJob(gone), oracle.With(job).WithoutJob(gone));
            }
            return index.Jobs == oracle.Jobs.Count && x.people.All(someone => Best(someone, index).SequenceEqual(
                Ranker.TopJobs(someone, oracle, Today, x.k).Select(m => (m.JobId, m.Score))));

            IEnumerable<(Guid, int)> Best(FreelancerDocument someone, MatchIndex index) =>
                Ranker.TopJobs(someone, index, Today, x.k).Select(m => (m.JobId, m.Score));
        }, 60);

    [Fact]
    public void What_was_saved_is_mapped_followed_by_later_changes_and_refused_when_damaged()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.index");
        try
        {
            var people = AnyFreelancer.Sample(3_000).Select((f, i) => f with { Id = IdOf(i) }).ToArray();
            var index = MatchIndex.Of(people, [], Weights.V1, Graph).WithoutFreelancer(people[4].Id).With(people[5]);
            index.Save(path, 77);
            var (loaded, sequence, _) = MatchIndex.Load(path, [], Weights.V1, Graph)!.Value;
            var oracle = ExhaustiveIndex.Of(people.Where(f => f != people[4]), [], Weights.V1, Graph);

            Assert.Equal(77, sequence);
            Assert.True(Agree(loaded, oracle, AnyJob.Sample(20).ToArray(), 20));
            Assert.True(Agree(loaded.With(people[4]).WithoutFreelancer(people[9].Id),
                oracle.With(people[4]).WithoutFreelancer(people[9].Id), AnyJob.Sample(20).ToArray(), 20));

            var whole = File.ReadAllBytes(path);
            foreach (var at in (int[])[0, 9, 513, 600, 5_000, whole.Length - 70])
            {
                byte[] damaged = [.. whole];
                damaged[at] ^= 1;
                File.WriteAllBytes(path + ".bad", damaged);
                Assert.Null(MatchIndex.Load(path + ".bad", []));
            }
            File.WriteAllBytes(path + ".bad", whole[..^64]);
            Assert.Null(MatchIndex.Load(path + ".bad", []));
            Assert.Null(MatchIndex.Load(path + ".none", []));
        }
        finally
        {
            File.Delete(path);
            File.Delete(path + ".bad");
        }
    }

    [Fact]
    public async Task A_reader_never_misses_anybody_nor_sees_two_of_one()
    {
        var people = AnyFreelancer.Sample(300).Select((f, i) => f with { Id = IdOf(i) }).ToArray();
        var job = Job();
        var published = MatchIndex.Of(people, [], Weights.V1, Graph);
        var stop = 0;
        var looks = 0;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            do
            {
                var found = Ranker.TopIds(job, Volatile.Read(ref published), 400);
                Assert.Equal(300, found.Select(f => f.FreelancerId).Distinct().Count());
                Assert.Equal(300, found.Count);
                Interlocked.Increment(ref looks);
            }
            while (Volatile.Read(ref stop) == 0);
        })).ToArray();
        for (var i = 0; i < 6_000; i++)
        {
            var next = Volatile.Read(ref published).With(people[i * 7 % 300] with { HourlyRateMinor = i });
            if (i % 1_500 == 1_499) next = next.Tidied(all: true)!.Apply(next);
            Volatile.Write(ref published, next);
        }
        Volatile.Write(ref stop, 1);
        await Task.WhenAll(readers);
        Assert.InRange(looks, 1, int.MaxValue);
    }

    static FreelancerDocument[] Once(FreelancerDocument[] people) =>
        [.. people.Reverse().DistinctBy(f => f.Id)];

    static bool Agree(MatchIndex index, ExhaustiveIndex oracle, JobDocument[] jobs, int k) =>
        jobs.All(job =>
        {
            var exact = Ranker.Top(job, oracle, k);
            var fast = Ranker.Top(job, index, k);
            return exact.Select(m => (m.FreelancerId, m.Score))
                    .SequenceEqual(fast.Select(m => (m.FreelancerId, m.Score)))
                && Ranker.TopIds(job, index, k).Select(m => m.Score).SequenceEqual(fast.Select(m => m.Score))
                && exact.Zip(fast).All(pair => pair.First.Confidence == pair.Second.Confidence
                    && pair.First.Factors.Select(f => f.Points)
                        .SequenceEqual(pair.Second.Factors.Select(f => f.Points)));
        });

    static SemanticVector Direction(int seed)
    {
        var random = new Random(seed);
        return seed % 9 == 0 ? SemanticVector.None
            : SemanticVector.Of([.. Enumerable.Range(0, 32).Select(_ => (float)random.NextDouble() - 0.4f)]);
    }
}
