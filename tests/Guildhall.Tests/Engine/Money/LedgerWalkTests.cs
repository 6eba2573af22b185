using FsCheck;
using FsCheck.Fluent;
using Guildhall.Engine.Money;
using Xunit;

namespace Guildhall.Tests.Engine;

/// <summary>Random lives of milestones, checked after every step against what must hold at every moment.</summary>
public class LedgerWalkTests
{
    static readonly Guid freelancer = DeterministicId.From("walk", "freelancer");
    static readonly AccountKey wallet = new(AccountKind.ClientWallet, DeterministicId.From("walk", "client"));

    static Money Usd(long cents) => new(cents, "USD");

    enum Act { PartialRelease, PartialRefund, DisputeFee, Release, Refund, Settle, Payout }

    [Fact]
    public void Whatever_happens_to_milestones_the_books_balance_and_every_cent_is_accounted_for() =>
        Prop.ForAll(Walks.ToArbitrary(), walk =>
        {
            var books = new Books(walk.Schedule);
            foreach (var (milestone, act, size) in walk.Steps)
                if (!books.Step(milestone, act, size)) return false;
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    sealed record Walk(FeeSchedule Schedule, (int Milestone, Act Act, int Size)[] Steps);

    static Gen<Walk> Walks { get; } =
        from schedule in FeeTests.Schedules
        from length in Gen.Choose(1, 60)
        from milestones in Gen.Choose(0, 3).ArrayOf(length)
        from acts in Gen.Choose(0, 6).ArrayOf(length)
        from sizes in Gen.Choose(1, 400_00).ArrayOf(length)
        select new Walk(schedule, [.. milestones.Select((m, i) => (m, (Act)acts[i], sizes[i]))]);

    sealed class Milestone
    {
        public required Guid Id { get; init; }
        public required FeeQuote Whole { get; init; }
        public Money Released = Usd(0), Refunded = Usd(0), DisputeCosts = Usd(0), Fees = Usd(0), Net = Usd(0);
        public Money Done => Released + Refunded + DisputeCosts;
        public Money Left => Whole.Gross - Done;
    }

    sealed class Books(FeeSchedule schedule)
    {
        readonly Balances balances = new();
        readonly Dictionary<int, Milestone> milestones = [];
        int step;

        public bool Step(int number, Act act, int size)
        {
            if (!milestones.TryGetValue(number, out var milestone)) Fund(number, size);
            else if (milestone.Left.IsPositive) Spend(milestone, act, Usd(size));
            else if (act == Act.Settle) Settle();
            else if (act == Act.Payout) PayOut(Usd(size));
            return milestones.Values.All(Holds) && balances.TrialBalance("USD").IsZero && NothingNegative();
        }

        void Fund(int number, int size)
        {
            var milestone = new Milestone
            {
                Id = DeterministicId.From("walk", $"{number}"), Whole = schedule.Quote(Usd(size)),
            };
            milestones.Add(number, milestone);
            balances.Apply(Journals.Deposit(Head(), wallet.Owner!.Value, milestone.Whole.ClientPays));
            balances.Apply(Journals.Fund(Head(), milestone.Id, wallet, milestone.Whole));
        }

        void Spend(Milestone m, Act act, Money size)
        {
            var part = act is Act.Release or Act.Refund ? m.Left : Money.Min(size, m.Left);
            var quote = m.Whole.Part(m.Done, part);
            if (act is Act.Release or Act.PartialRelease)
            {
                balances.Apply(act == Act.Release
                    ? Journals.Release(Head(), m.Id, freelancer, quote)
                    : Journals.PartialRelease(Head(), m.Id, freelancer, m.Whole, m.Done, part));
                m.Released += part;
                m.Fees += quote.PlatformKeeps;
                m.Net += quote.FreelancerReceives;
            }
            else if (act == Act.DisputeFee)
            {
                balances.Apply(Journals.DisputeFee(Head(), m.Id, wallet, quote));
                m.DisputeCosts += part;
            }
            else
            {
                balances.Apply(Journals.Refund(Head(), m.Id, wallet, quote));
                m.Refunded += part;
            }
        }

        void Settle()
        {
            var pending = balances.Of(new(AccountKind.FreelancerPending, freelancer), "USD");
            if (pending.IsPositive) balances.Apply(Journals.Settle(Head(), Guid.Parse(OneId), freelancer, pending));
        }

        void PayOut(Money size)
        {
            var amount = Money.Min(size, balances.Of(new(AccountKind.FreelancerAvailable, freelancer), "USD"));
            if (!amount.IsPositive) return;
            var payout = DeterministicId.From("payout", $"{step}");
            balances.Apply(PayoutJournals.Requested(Head(), payout, freelancer, amount));
            balances.Apply(PayoutJournals.Sent(Head(), payout, amount));
            balances.Apply(size.Minor % 2 == 0
                ? PayoutJournals.Paid(Head(), payout, amount)
                : PayoutJournals.Returned(Head(), payout, freelancer, amount, amount));
        }

        bool Holds(Milestone m)
        {
            var escrow = balances.Of(new(AccountKind.Escrow, m.Id), "USD");
            var held = balances.Of(new(AccountKind.FeesHeld, m.Id), "USD");
            var ended = m.Left.IsZero;
            var onlyReleased = ended && m.Released == m.Whole.Gross;
            return m.Whole.Gross == m.Released + m.Refunded + m.DisputeCosts + escrow
                && (!ended || held.IsZero)
                && (!onlyReleased || (m.Fees == m.Whole.PlatformKeeps && m.Net == m.Whole.FreelancerReceives));
        }

        bool NothingNegative()
        {
            var revenue = new[] { AccountKind.FeeRevenue, AccountKind.CauseFund, AccountKind.CarbonFund }
                .Select(k => balances.Of(k, "USD")).Sum("USD");
            return balances.All.All(b => b.Account.Kind.Rule().MayOverdraw || !b.Balance.IsNegative)
                && !balances.Of(AccountKind.FeeRevenue, "USD").IsNegative
                && revenue == milestones.Values.Select(m => m.Fees).Sum("USD");
        }

        const string OneId = "00000000-0000-8000-8000-000000000001";

        JournalHead Head() => new(DeterministicId.From("journal", $"{step++}"), DateTime.UnixEpoch.AddSeconds(step));
    }
}
