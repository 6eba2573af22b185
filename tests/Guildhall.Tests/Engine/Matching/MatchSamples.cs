using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;

namespace Guildhall.Tests.Engine.Matching;

/// <summary>Jobs and freelancers to match: one plain pair, and generators of all sorts of them.</summary>
static class MatchSamples
{
    public const int React = 1, TypeScript = 2, Terraform = 3, Kubernetes = 4, Vue = 5, Figma = 6;

    /// <summary>A Monday.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static readonly SkillGraph Graph = new("test", [new(React, Vue, 900), new(Terraform, Kubernetes, 700)]);

    public static readonly TextCorpus Corpus = TextCorpus.Of(
    [
        "Frontend developer who builds accessible checkout pages in React",
        "Illustrator and brand designer for food companies",
        "DevOps engineer, clusters and pipelines, on call by choice",
        "Escribo tiendas en línea con pagos y envíos",
    ]);

    public static JobDocument Job() => new(new Guid("019ab000-0000-7000-8000-000000000001"), Today)
    {
        Requirements = [new(React, 6, true) { Alternatives = [Vue] }, new(TypeScript, 5, true), new(Figma, 3, false)],
        Text = "Rebuild our checkout pages. Accessible frontend, payments included.",
        Pricing = Pricing.Hourly, MinMinor = 3_000, MaxMinor = 6_000, Currency = "EUR",
        Hours = 60, Deadline = Today.AddDays(25), Complexity = 3,
        TimezoneMinutes = 60, Languages = ["en"],
    };

    public static FreelancerDocument Freelancer() => new(new Guid("019ab000-0000-7000-8000-00000000000a"))
    {
        Claims = [new(React, 7, true), new(TypeScript, 6, false), new(Figma, 4, false)],
        Text = "Frontend developer. I build accessible checkout pages and care about payments.",
        HourlyRateMinor = 4_500, Currency = "EUR", WeeklyHours = 30, Reputation = 870, Reviews = 14,
        TimezoneMinutes = 120, Languages = ["en", "es"], Country = "ES", ExperienceYears = 7, CompletedJobs = 12,
        PacePermille = 1_050, PortfolioItems = 4,
    };

    public static Match Score(JobDocument job, FreelancerDocument freelancer, Weights weights) =>
        Scorer.Score(job, freelancer, weights, Corpus, Graph);

    public static Match Score(JobDocument job, FreelancerDocument freelancer) =>
        Scorer.Score(job, freelancer, Weights.V1, Corpus, Graph);

    public static void Holds<T>(Gen<T> inputs, Func<T, bool> rule, int times = 300) =>
        Prop.ForAll(inputs.ToArbitrary(), rule).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    /// <summary>
    /// Mean of thirty warm runs: CPU time of this thread where the system tells it, since the tests share their
    /// machine.
    /// </summary>
    public static double MillisecondsOf(Action work)
    {
        const string spent = "/proc/thread-self/schedstat";
        double Now() => File.Exists(spent)
            ? long.Parse(File.ReadAllText(spent).Split(' ')[0]) / 1e6
            : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;
        for (var i = 0; i < 30; i++) work();
        var start = Now();
        for (var i = 0; i < 30; i++) work();
        return (Now() - start) / 30;
    }

    static Gen<T?> Maybe<T>(Gen<T> some) where T : struct =>
        from has in Gen.Choose(0, 3) from value in some select has == 0 ? (T?)null : value;

    static Gen<string> Text() =>
        from words in Gen.Elements(
            "react", "checkout", "pages", "DevOps", "pagos", "envíos", "🦊", "designer", "a", "c#", "", "pipelines")
            .ArrayOf(8)
        select string.Join(' ', words);

    static Gen<SkillClaim> Claim() =>
        from skill in Gen.Choose(1, 8) from level in Gen.Choose(-1, 12) from verified in Gen.Choose(0, 1)
        select new SkillClaim(skill, level, verified == 1);

    static Gen<Requirement> Asked() =>
        from skill in Gen.Choose(1, 8) from level in Gen.Choose(0, 11) from required in Gen.Choose(0, 2)
        from alternative in Gen.Choose(1, 16)
        select new Requirement(skill, level, required > 0) { Alternatives = alternative <= 8 ? [alternative] : [] };

    static Gen<string> Currency() => Gen.Elements("EUR", "EUR", "EUR", "USD", "");

    public static readonly Gen<FreelancerDocument> AnyFreelancer =
        from claims in Gen.Choose(0, 6).SelectMany(n => Claim().ArrayOf(n))
        from text in Text()
        from rate in Maybe(Gen.Choose(-100, 12_000))
        from currency in Currency()
        from weekly in Maybe(Gen.Choose(0, 60))
        from start in Maybe(Gen.Choose(-20, 90))
        from reputation in Gen.Choose(-10, 1_100)
        from reviews in Gen.Choose(0, 40)
        from zone in Maybe(Gen.Choose(-720, 840))
        from language in Gen.Elements("en", "es-MX", "", "fr")
        from years in Maybe(Gen.Choose(0, 30))
        from pace in Maybe(Gen.Choose(300, 4_000))
        from seed in Gen.Choose(1, 1_000_000)
        select new FreelancerDocument(IdOf(seed))
        {
            Claims = claims, Text = text, HourlyRateMinor = rate, Currency = currency, WeeklyHours = weekly,
            EarliestStart = start is { } days ? Today.AddDays(days) : null, Reputation = reputation, Reviews = reviews,
            TimezoneMinutes = zone, Languages = [language], ExperienceYears = years, CompletedJobs = reviews / 2,
            PacePermille = pace, PortfolioItems = reviews % 3,
        };

    public static readonly Gen<JobDocument> AnyJob =
        from asked in Gen.Choose(0, 5).SelectMany(n => Asked().ArrayOf(n))
        from text in Text()
        from pricing in Gen.Elements(Pricing.Hourly, Pricing.Hourly, Pricing.Fixed, Pricing.Open)
        from min in Maybe(Gen.Choose(-100, 8_000))
        from max in Maybe(Gen.Choose(0, 9_000))
        from currency in Currency()
        from hours in Maybe(Gen.Choose(0, 400))
        from deadline in Maybe(Gen.Choose(-5, 120))
        from complexity in Gen.Choose(0, 6)
        from zone in Maybe(Gen.Choose(-720, 840))
        from seed in Gen.Choose(1, 1_000_000)
        select new JobDocument(IdOf(seed), Today)
        {
            Requirements = asked, Text = text, Pricing = pricing, MinMinor = min, MaxMinor = max, Currency = currency,
            Hours = hours, Deadline = deadline is { } days ? Today.AddDays(days) : null, Complexity = complexity,
            TimezoneMinutes = zone, Languages = complexity > 3 ? ["en"] : [],
        };

    public static readonly Gen<(JobDocument Job, FreelancerDocument Freelancer)> Pairs =
        from job in AnyJob from freelancer in AnyFreelancer select (job, freelancer);

    public static Guid IdOf(int seed) => new(seed, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
}
