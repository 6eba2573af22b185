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
    Freelancers freelancers, Companies companies, JobBoard board, People people, Reputations reputations,
    ContractBoard contracts, Skills skills, WeightsBook weights, GraphBook graphs, TimeProvider clock)
{
    const int Batch = 1_000;

    readonly Dictionary<int, string> names = [];
    readonly Dictionary<string, int?> offsets = [];

    public async Task<Market> All(CancellationToken ct)
    {
        var (people, talent) = (new MatchIndexBuilder(), new SearchIndexBuilder(TalentColumns.Schema));
        var (taxonomy, words, adding) = (skills.Meaning, new WordCount(), Task.CompletedTask);
        await foreach (var cards in freelancers.InBatches(Batch, ct))
        {
            var batch = await Known(cards, ct);
            await adding; // words are counted while the next batch is read
            adding = Task.Run(() => Add(batch), ct);
        }
        await adding;
        return await With(people.Build([], Weights.V1, SkillGraph.None), talent.Build(), taxonomy, ct);

        void Add(List<Told> batch)
        {
            foreach (var one in batch)
            {
                var entry = Entry(one, words);
                people.Add(entry.Prepared);
                talent.Add(TalentColumns.Of(entry, skills));
            }
        }
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
        ids.Count == 0 ? [] : (await Known([.. (await freelancers.Many(ids, ct)).Values], ct))
            .ToDictionary(k => k.Card.AccountId, k => Entry(k, new()));

    /// <summary>Those of these jobs that can be found now.</summary>
    public async Task<Dictionary<Guid, JobEntry>> Jobs(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : (await Entries([.. (await board.Many(ids, ct)).Values.Where(j => j.IsListed)], ct))
            .ToDictionary(e => e.View.Id);

    sealed record Told(FreelancerCard Card, Person Person, ReputationMark? Mark, int Completed);

    async Task<List<Told>> Known(IReadOnlyList<FreelancerCard> cards, CancellationToken ct)
    {
        var found = new List<Told>(cards.Count);
        foreach (var batch in cards.Chunk(Batch))
        {
            var ids = batch.Select(c => c.AccountId).ToArray();
            var who = await people.Many(ids, ct);
            var marks = await reputations.Marks(ids, ReputationSide.Freelancer, ct);
            var done = await contracts.Completed(ids, ct);
            found.AddRange(
                from card in batch
                let person = who.GetValueOrDefault(card.AccountId)
                where person is { IsSuspended: false, IsFreelancer: true }
                select new Told(card, person, marks.GetValueOrDefault(card.AccountId),
                    done.GetValueOrDefault(card.AccountId)));
        }
        return found;
    }

    FreelancerEntry Entry(Told known, WordCount words)
    {
        var (card, person, mark, completed) = known;
        var document = new FreelancerDocument(card.AccountId)
        {
            Claims = [.. card.Skills.Select(s => new SkillClaim(s.SkillId, s.Level, s.IsVerified))],
            Text = $"{card.Headline}\n{card.Bio}\n{card.PortfolioText}",
            HourlyRateMinor = card.Rate?.Minor, Currency = card.Rate?.Currency ?? "",
            WeeklyHours = card.WeeklyHours, EarliestStart = card.EarliestStart,
            Reputation = mark?.Score ?? 0, Reviews = mark?.Reviews ?? 0, TimezoneMinutes = Offset(card.TimeZone),
            Languages = card.Languages, Country = card.Country, ExperienceYears = card.ExperienceYears,
            CompletedJobs = completed, PortfolioItems = card.PortfolioItems,
        };
        // What is scored is part of what is searched: counted once.
        var prepared = new PreparedFreelancer(document, words.Clear().Add(document.Text).Vector());
        words.Add(person.Name).Add(card.City);
        foreach (var skill in card.Skills) words.Add(NamesOf(skill.SkillId));
        return new(card, person, document, prepared, words.Vector(), TermVector.Of(card.PortfolioText), mark?.Score,
            mark?.Stars, mark?.Reviews ?? 0);
    }

    async Task<List<JobEntry>> Entries(IReadOnlyList<JobView> jobs, CancellationToken ct)
    {
        var entries = new List<JobEntry>(jobs.Count);
        foreach (var batch in jobs.Chunk(Batch))
        {
            var clients = await people.Many(batch.Select(j => j.ClientId), ct);
            var countries = await companies.Countries(clients.Keys, ct);
            entries.AddRange(
                from job in batch
                let client = clients.GetValueOrDefault(job.ClientId)
                where client is { IsSuspended: false }
                select new JobEntry(
                    job, client, countries.GetValueOrDefault(client.Id), job.Document(clock.Today()), Words(job)));
        }
        return entries;
    }

    TermVector Words(JobView job)
    {
        var words = new WordCount().Add(job.Title).Add(job.Brief.Description);
        foreach (var skill in job.Brief.Skills) words.Add(NamesOf(skill.SkillId));
        return words.Vector();
    }

    string NamesOf(int skill) => names.TryGetValue(skill, out var known) ? known : names[skill] =
        skills.Find(skill) is { } s ? $"{s.Name} {s.NameEs} {string.Join(' ', s.Aliases)}" : "";

    int? Offset(string? zone)
    {
        if (zone is null) return null;
        if (!offsets.TryGetValue(zone, out var offset))
            offsets[zone] = offset = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known)
                ? (int)known.GetUtcOffset(clock.Now()).TotalMinutes : null;
        return offset;
    }
}
