using FsCheck;
using FsCheck.Fluent;
using Guildhall.Engine.Money;
using Xunit;

namespace Guildhall.Tests.Engine;

public class FeeTests
{
    static Money Usd(long cents) => new(cents, "USD");

    // The spec's worked example, one $1,000.00 milestone.
    [Theory]
    [InlineData("skill-gig", 0, 0, 1100_00, 1000_00, 100_00, 1000)]
    [InlineData("tasktribe", 500, 1000, 1050_00, 900_00, 150_00, 1500)]
    [InlineData("tasktribe", 1000, 1500, 1100_00, 850_00, 250_00, 2500)]
    [InlineData("techgigs", 0, 0, 1000_00, 1000_00, 0, 0)]
    [InlineData("subscription-only", 0, 0, 1000_00, 1000_00, 0, 0)]
    [InlineData("commission-free", 0, 0, 1000_00, 1000_00, 0, 0)]
    public void The_worked_example_holds_to_the_cent(
        string preset, int client, int freelancer, long pays, long receives, long keeps, long takeRate)
    {
        var schedule = client == 0 ? FeePresets.Get(preset) : FeePresets.TaskTribe(client, freelancer);
        var quote = schedule.Quote(Usd(1000_00));
        Assert.Equal((Usd(pays), Usd(receives), Usd(keeps)),
            (quote.ClientPays, quote.FreelancerReceives, quote.PlatformKeeps));
        Assert.Equal(takeRate, quote.TakeRateBasisPoints);
        Assert.Equal(preset == "techgigs" ? 1 : 0, schedule.PostingCredits);
    }

    [Fact]
    public void Lines_are_rounded_one_by_one_half_to_even()
    {
        var schedule = Schedule(
            FeeLine.Percent(FeePayer.Freelancer, 500, "One"), FeeLine.Percent(FeePayer.Freelancer, 500, "Two"));
        var quote = schedule.Quote(Usd(30)); // 1.5 cents each
        Assert.Equal([Usd(2), Usd(2)], quote.FreelancerFees.Select(f => f.Amount));
        Assert.Equal(Usd(26), quote.FreelancerReceives);
        Assert.Equal(Usd(0), schedule.Quote(Usd(10)).PlatformKeeps); // 0.5 cents each
    }

    [Fact]
    public void Tiers_charge_each_slice_at_its_own_rate()
    {
        var line = new FeeLine
        {
            Label = "Tiered", Payer = FeePayer.Freelancer, Trigger = FeeTrigger.Release, Kind = FeeKind.TieredByAmount,
            Tiers = new Dictionary<string, IReadOnlyList<FeeTier>>
            {
                ["USD"] = [new(500_00, 2000), new(10_000_00, 1000), new(null, 500)],
            },
        };
        Assert.Equal(Usd(100_00), line.On(Usd(500_00)));
        Assert.Equal(Usd(150_00), line.On(Usd(1000_00)));
        Assert.Equal(Usd(1100_00), line.On(Usd(11_000_00)));
        Assert.Throws<InvalidOperationException>(() => line.On(new Money(1, "EUR")));
    }

    [Fact]
    public void Least_and_most_bound_a_charge_and_never_take_more_than_there_is()
    {
        var line = FeeLine.Percent(FeePayer.Freelancer, 300, "Fee") with
        {
            Min = new Dictionary<string, long> { ["USD"] = 3_00 },
            Max = new Dictionary<string, long> { ["USD"] = 50_00 },
        };
        Assert.Equal(Usd(3_00), line.On(Usd(10_00)));
        Assert.Equal(Usd(50_00), line.On(Usd(10_000_00)));
        Assert.Equal(Usd(0), Schedule(line).Quote(Usd(2_00)).FreelancerReceives);
    }

    [Fact]
    public void Posting_lines_do_not_touch_a_release()
    {
        var schedule = Schedule(FeeLine.Flat(FeePayer.Client, FeeTrigger.Posting, "Posting fee", Usd(9_00)));
        Assert.Equal(Usd(9_00), schedule.Quote(Usd(0), FeeTrigger.Posting).ClientFee);
        Assert.Equal(Usd(0), schedule.Quote(Usd(1000_00)).PlatformKeeps);
        Assert.False(schedule.Supports("EUR"));
    }

    [Fact]
    public void The_schedule_in_force_is_the_latest_that_has_begun()
    {
        var old = FeePresets.SkillGig;
        var next = old with { Version = 2, EffectiveFrom = new(2026, 3, 1) };
        Assert.Same(old, FeeSchedule.InForce([next, old], new(2026, 2, 28)));
        Assert.Same(next, FeeSchedule.InForce([old, next], new(2026, 3, 1)));
        Assert.Null(FeeSchedule.InForce([next], new(2026, 2, 28)));
    }

    [Fact]
    public void The_text_of_a_schedule_is_canonical_and_reads_back()
    {
        const string line = """
            {"basisPoints":1000,"kind":"percent","label":"Client fee","payer":"client","trigger":"release"}
            """;
        const string expected = """{"effectiveFrom":"2000-01-01","id":"skill-gig","lines":[""" + line
            + """],"postingCredits":0,"proposalCredits":0,"shares":[],"version":1}""";
        Assert.Equal(expected, FeePresets.SkillGig.ToJson());
        foreach (var preset in FeePresets.All)
        {
            var read = FeeScheduleJson.Parse(preset.ToJson());
            Assert.Equal(preset.ToJson(), read.ToJson());
            Assert.Equal(preset.Fingerprint(), read.Fingerprint());
        }

        var (one, other) = (new Dictionary<string, long> { ["USD"] = 1, ["EUR"] = 2 },
            new Dictionary<string, long> { ["EUR"] = 2, ["USD"] = 1 });
        var fee = FeeLine.Percent(FeePayer.Client, 100, "Fee");
        Assert.Equal(Schedule(fee with { Min = one }).ToJson(), Schedule(fee with { Min = other }).ToJson());
    }

    [Fact]
    public void A_wrong_schedule_is_refused_with_its_reasons()
    {
        var wrong = Schedule(FeeLine.Percent(FeePayer.Client, 20_000, "Too much")) with { Version = 0 };
        var refused = Assert.Throws<FormatException>(() => FeeScheduleJson.Parse(wrong.ToJson()));
        Assert.Contains("basis points", refused.Message);
        Assert.Contains("Versions", refused.Message);
        Assert.Throws<FormatException>(() => FeeScheduleJson.Parse("{"));
        Assert.Throws<FormatException>(() => FeeScheduleJson.Parse("""{"surprise":1}"""));
    }

    [Fact]
    public void However_a_price_is_sliced_the_slices_sum_to_the_whole_and_none_is_negative() =>
        Prop.ForAll(Schedules.ToArbitrary(), Gen.Choose(1, 300_00).ToArbitrary(),
            ArbMap.Default.ArbFor<PositiveInt[]>(), (schedule, cents, cuts) =>
            {
                var whole = schedule.Quote(Usd(cents));
                var slices = Slices(whole, cuts.Select(c => (long)c.Get)).ToList();
                return whole.ClientPays == whole.FreelancerReceives + whole.PlatformKeeps
                    && slices.TrueForAll(NothingNegative)
                    && Total(slices, s => s.FreelancerReceives) == whole.FreelancerReceives
                    && Enumerable.Range(0, whole.ClientFees.Count)
                        .All(i => Total(slices, s => s.ClientFees[i].Amount) == whole.ClientFees[i].Amount)
                    && Enumerable.Range(0, whole.FreelancerFees.Count)
                        .All(i => Total(slices, s => s.FreelancerFees[i].Amount) == whole.FreelancerFees[i].Amount)
                    && Enumerable.Range(0, whole.Funds.Count)
                        .All(i => Total(slices, s => s.Funds[i].Amount) == whole.Funds[i].Amount);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    internal static Gen<FeeSchedule> Schedules { get; } =
        from rates in Gen.Choose(0, 3300).ArrayOf(6)
        from cause in Gen.Choose(0, 5000)
        from carbon in Gen.Choose(0, 5000)
        select Schedule([.. rates.Select((r, i) =>
            FeeLine.Percent(i < 3 ? FeePayer.Client : FeePayer.Freelancer, r, $"Line {i}"))]) with
        {
            Shares = [new(FeeFund.Cause, cause), new(FeeFund.Carbon, carbon)],
        };

    static IEnumerable<FeeQuote> Slices(FeeQuote whole, IEnumerable<long> cuts)
    {
        var done = Usd(0);
        foreach (var cut in cuts.Append(long.MaxValue))
        {
            if (done == whole.Gross) yield break;
            var part = Money.Min(Usd(cut), whole.Gross - done);
            yield return whole.Part(done, part);
            done += part;
        }
    }

    static bool NothingNegative(FeeQuote q) => !q.FreelancerReceives.IsNegative
        && q.ClientFees.Concat(q.FreelancerFees).All(f => !f.Amount.IsNegative)
        && q.Funds.All(f => !f.Amount.IsNegative)
        && q.Funds.Select(f => f.Amount).Sum("USD") <= q.PlatformKeeps;

    static Money Total(IEnumerable<FeeQuote> slices, Func<FeeQuote, Money> of) => slices.Select(of).Sum("USD");

    static FeeSchedule Schedule(params FeeLine[] lines) =>
        new() { Id = "test", Version = 1, EffectiveFrom = new(2026, 1, 1), Lines = lines };
}
