using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// Up to 4,096 open jobs and, by skill, which of them require it or take it instead. Immutable. What a freelancer's
/// skills save of the ceiling of each job bounds its score from above; the few that are left are scored.
/// <code>
/// saved share of a job ≤ Σ over its required skills that one has: ⌈share · saved(level) / 1000⌉
/// share               = ⌈1000 / number required⌉
/// score ≤ ceiling ≤ 100 - 70 · (1 - saved share)
/// </code>
/// </summary>
sealed class JobBlock
{
    public const int Capacity = 4_096;

    readonly struct Posting
    {
        public required ushort Place { get; init; }
        public required byte Level { get; init; }
        public required bool Alternative { get; init; }
        public required int Share { get; init; }
    }

    readonly Dictionary<int, Posting[]> bySkill;
    readonly ushort[] free;
    readonly int[] byKey;

    public JobBlock((JobDocument Document, TermVector Terms)[] jobs)
    {
        Jobs = jobs;
        Keys = [.. jobs.Select(j => Key.Of(j.Document.Id))];
        byKey = [.. Enumerable.Range(0, jobs.Length).OrderBy(i => Keys[i])];
        var postings = new Dictionary<int, List<Posting>>();
        var withoutSkills = new List<ushort>();
        for (var place = 0; place < jobs.Length; place++)
        {
            var asked = PreparedJob.Asks(jobs[place].Document).Where(r => r.Required).ToArray();
            if (asked.Length == 0) withoutSkills.Add((ushort)place);
            var share = asked.Length == 0 ? 0 : (1_000 + asked.Length - 1) / asked.Length;
            foreach (var requirement in asked)
            {
                Add(requirement.SkillId, false);
                foreach (var other in AskedSkill.Others(requirement)) Add(other, true);

                void Add(int skill, bool alternative)
                {
                    if (!postings.TryGetValue(skill, out var list)) postings[skill] = list = [];
                    list.Add(new()
                    {
                        Place = (ushort)place, Level = (byte)Math.Clamp(requirement.MinLevel, 1, 10),
                        Alternative = alternative, Share = share,
                    });
                }
            }
        }
        bySkill = postings.ToDictionary(p => p.Key, p => p.Value.ToArray());
        free = [.. withoutSkills];
    }

    public (JobDocument Document, TermVector Terms)[] Jobs { get; }

    public Key[] Keys { get; }

    /// <summary>Where a job is, or -1.</summary>
    public int Find(Key key)
    {
        var (low, high) = (0, byKey.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = Keys[byKey[middle]].CompareTo(key);
            if (order == 0) return byKey[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    /// <summary>At most how many thousandths of each job's required skills this freelancer saves, by place.</summary>
    public void Saved(PreparedFreelancer freelancer, Span<int> saved)
    {
        saved[..Jobs.Length].Clear();
        foreach (var place in free) saved[place] = 1_000;
        Span<int> worth = stackalloc int[22];
        for (var i = 0; i < freelancer.Skills.Length; i++)
        {
            if (!bySkill.TryGetValue(freelancer.Skills[i], out var postings)) continue;
            var code = freelancer.Codes[i];
            for (var level = 1; level <= 10; level++)
            {
                var credit = EvidenceCode.Credits(level)[code];
                worth[level] = 1_000 - Ceiling.Shortfall(credit);
                worth[level + 11] = 1_000 - Ceiling.Shortfall(SkillFit.Alternative(credit));
            }
            foreach (var posting in postings)
                saved[posting.Place] +=
                    (posting.Share * worth[posting.Level + (posting.Alternative ? 11 : 0)] + 999) / 1_000;
        }
    }

    /// <summary>The most a job can score of whose required skills so many thousandths are saved.</summary>
    public static int Most(int saved)
    {
        var missing = Math.Max(0, 1_000 - saved);
        return Ceiling.Of(missing, missing);
    }
}
