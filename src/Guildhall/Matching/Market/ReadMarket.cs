using Guildhall.Accounts.Public;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Reputation;
using Guildhall.Engine.Search;
using Guildhall.Jobs.Public;
using Guildhall.Reputation.Public;
using Guildhall.Shared;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>
/// Reads the market through the other modules' front doors: a handful of queries however large it is.
/// </summary>
public sealed class ReadMarket(
    Freelancers freelancers, JobBoard board, People people, Reputations reputations, ContractBoard contracts,
    Skills skills, WeightsBook weights, GraphBook graphs, TimeProvider clock)
{
    const int Batch = 1_000;

    public async Task<Market> All(CancellationToken ct)
    {
        var (people, talent) = (new MatchIndexBuilder(), new SearchIndexBuilder(TalentColumns.Schema));
        var taxonomy = skills.Meaning;
        await foreach (var cards in freelancers.InBatches(Batch, ct))
            foreach (var entry in await Entries(cards, ct))
            {
                people.Add(entry.Document);
                talent.Add(TalentColumns.Of(entry, skills));
            }
        return await With(people.Build([], Weights.V1, SkillGraph.None), talent.Build(), taxonomy, ct);
    }

    /// <summary>The market of these people, with today's jobs, weights and graph.</summary>
    public async Task<Market> With(MatchIndex people, SearchIndex talent, long taxonomy, CancellationToken ct)
    {
        var work = new SearchIndexBuilder(JobColumns.Schema);
        var jobs = await Entries([.. (await board.OpenJobs(ct)).Where(j => j.IsListed)], ct);
        foreach (var job in jobs) work.Add(JobColumns.Of(job));
        return await Reweighed(new(people.With(jobs.Select(j => j.Document)), talent, work.Build(), taxonomy), ct);
    }

    /// <summary>The same people and jobs under the weights and the graph now in force.</summary>
    public async Task<Market> Reweighed(Market market, CancellationToken ct) => market with
    {
        Engine = market.Engine.With(await weights.Current(ct),
            await graphs.Graph(market.Engine.Supply(), market.Engine.Freelancers, ct)),
    };

    public async Task<Market> Again(Market market, IReadOnlyCollection<MarketChange> changes, CancellationToken ct)
    {
        foreach (var subject in changes.GroupBy(c => c.Subject))
        {
            var ids = subject.Select(c => c.SubjectId).Distinct().ToArray();
            if (subject.Key == MarketSubject.Weights) market = await Reweighed(market, ct);
            else if (subject.Key == MarketSubject.Freelancer)
            {
                var entries = await Freelancers(ids, ct);
                foreach (var id in ids)
                    market = entries.TryGetValue(id, out var entry)
                        ? market.With(entry, skills) : market.WithoutFreelancer(id);
            }
            else
            {
                var entries = await Jobs(ids, ct);
                foreach (var id in ids)
                    market = entries.TryGetValue(id, out var entry) ? market.With(entry) : market.WithoutJob(id);
            }
        }
        return market;
    }

    /// <summary>As the engine reads this profile today, whether or not it is in the index.</summary>
    public async Task<FreelancerEntry?> One(Guid id, CancellationToken ct) =>
        (await Freelancers([id], ct)).GetValueOrDefault(id);

    /// <summary>The same for those of these who can be found.</summary>
    public async Task<Dictionary<Guid, FreelancerEntry>> Freelancers(
        IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : (await Entries([.. (await freelancers.Many(ids, ct)).Values], ct))
            .ToDictionary(e => e.Card.AccountId);

    /// <summary>Those of these jobs that can be found now.</summary>
    public async Task<Dictionary<Guid, JobEntry>> Jobs(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : (await Entries([.. (await board.Many(ids, ct)).Values.Where(j => j.IsListed)], ct))
            .ToDictionary(e => e.View.Id);

    async Task<List<FreelancerEntry>> Entries(IReadOnlyList<FreelancerCard> cards, CancellationToken ct)
    {
        var entries = new List<FreelancerEntry>(cards.Count);
        foreach (var batch in cards.Chunk(Batch))
        {
            var ids = batch.Select(c => c.AccountId).ToArray();
            var who = await people.Many(ids, ct);
            var known = await reputations.Many(ids, ReputationSide.Freelancer, ct);
            var done = await contracts.Completed(ids, ct);
            entries.AddRange(
                from card in batch
                let person = who.GetValueOrDefault(card.AccountId)
                where person is { IsSuspended: false, IsFreelancer: true }
                select Entry(card, person, known[card.AccountId], done.GetValueOrDefault(card.AccountId)));
        }
        return entries;
    }

    FreelancerEntry Entry(FreelancerCard card, Person person, ReputationCard reputation, int completed)
    {
        var text = $"{card.Headline}\n{card.Bio}\n{card.PortfolioText}";
        var document = new FreelancerDocument(card.AccountId)
        {
            Claims = [.. card.Skills.Select(s => new SkillClaim(s.SkillId, s.Level, s.IsVerified))],
            Text = text, HourlyRateMinor = card.Rate?.Minor, Currency = card.Rate?.Currency ?? "",
            WeeklyHours = card.WeeklyHours, EarliestStart = card.EarliestStart,
            Reputation = reputation.Score ?? 0, Reviews = reputation.Reviews, TimezoneMinutes = Offset(card.TimeZone),
            Languages = card.Languages, Country = card.Country, ExperienceYears = card.ExperienceYears,
            CompletedJobs = completed, PortfolioItems = card.PortfolioItems,
        };
        var words = TermVector.Of($"{person.Name}\n{text}\n{card.City}\n{Names(card.Skills.Select(s => s.SkillId))}");
        return new(card, person, document, words, TermVector.Of(card.PortfolioText), reputation.Score,
            reputation.Stars, reputation.Reviews, completed);
    }

    async Task<List<JobEntry>> Entries(IReadOnlyList<JobView> jobs, CancellationToken ct)
    {
        var entries = new List<JobEntry>(jobs.Count);
        foreach (var batch in jobs.Chunk(Batch))
        {
            var clients = await people.Many(batch.Select(j => j.ClientId), ct);
            entries.AddRange(
                from job in batch
                let client = clients.GetValueOrDefault(job.ClientId)
                where client is { IsSuspended: false }
                select new JobEntry(job, client, job.Document(clock.Today()), TermVector.Of(
                    $"{job.Title}\n{job.Brief.Description}\n{Names(job.Brief.Skills.Select(s => s.SkillId))}")));
        }
        return entries;
    }

    string Names(IEnumerable<int> ids) => string.Join('\n', ids.Select(skills.Find).OfType<Skill>()
        .Select(s => $"{s.Name} {s.NameEs} {string.Join(' ', s.Aliases)}"));

    int? Offset(string? zone) => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known)
        ? (int)known.GetUtcOffset(clock.Now()).TotalMinutes : null;
}
