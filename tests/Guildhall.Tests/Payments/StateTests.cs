using System.Reflection;
using Guildhall.Payments;
using Guildhall.Payments.Public;
using Refused = Guildhall.Shared.Refused;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Payments;

/// <summary>Every state × every verb: it leads where the table says, or it is refused and nothing changes.</summary>
public class StateTests
{
    static readonly DateTime Now = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    // ask, process, capture, decline, expire
    const string Payments = """
        Created        RequiresAction Processing Captured Failed Expired
        RequiresAction -              -          Captured Failed Expired
        Processing     -              -          Captured Failed -
        Captured       -              -          -        -      -
        Failed         RequiresAction Processing Captured Failed Expired
        Expired        -              -          -        -      -
        """;

    // check, hold, approve, reject, send, depart, arrive, fail, give back, cancel
    const string Payouts = """
        Requested  RiskCheck - - - - - - - - Cancelled
        RiskCheck  - Held Approved - - - - - - -
        Held       - - Approved Rejected - - - - - Cancelled
        Approved   - - - - Processing - - - - -
        Processing - - - - - InTransit - Failed - -
        InTransit  - - - - - - Paid Failed - -
        Paid       - - - - - - - - - -
        Rejected   - - - - - - - - - -
        Failed     - - - - - - - - Returned -
        Returned   - - - - - - - - - -
        Cancelled  - - - - - - - - - -
        """;

    static readonly Action<PaymentIntent>[] PaymentVerbs =
        [i => i.AskForAction(), i => i.Process(), i => i.Capture(Now), i => i.Decline("No."), i => i.Expire()];

    public static IEnumerable<TheoryDataRow<string, int, string>> PaymentMoves() => Moves(Payments);
    public static IEnumerable<TheoryDataRow<string, int, string>> PayoutMoves() => Moves(Payouts);

    [Theory, MemberData(nameof(PaymentMoves))]
    public void A_payment_goes_where_its_table_says(string from, int verb, string to)
    {
        var intent = PaymentIntent.Open(new(Purposes.Milestone, Guid.CreateVersion7(), Guid.CreateVersion7(),
            Guid.CreateVersion7(), Usd(100), Usd(110), "Work", "/money"), Now);
        Put(intent, nameof(intent.State), Enum.Parse<PaymentState>(from));

        Check(() => PaymentVerbs[verb](intent), () => intent.State.ToString(), from, to);
    }

    [Theory, MemberData(nameof(PayoutMoves))]
    public void A_payout_goes_where_its_table_says(string from, int verb, string to)
    {
        var payout = new Payout
        {
            OwnerId = Guid.CreateVersion7(), MethodId = Guid.CreateVersion7(), Amount = Usd(100), Fee = Usd(0),
                RequestedAt = Now,
        };
        Put(payout, nameof(payout.State), Enum.Parse<PayoutState>(from));

        Check(() => payout.Do((PayoutVerb)verb, Now), () => payout.State.ToString(), from, to);
    }

    [Fact]
    public void The_tables_name_every_state()
    {
        Assert.Equal(Enum.GetNames<PaymentState>(), Payments.Split('\n').Select(l => l.Trim().Split(' ')[0]));
        Assert.Equal(Enum.GetNames<PayoutState>(), Payouts.Split('\n').Select(l => l.Trim().Split(' ')[0]));
        Assert.Equal(Enum.GetNames<PaymentVerb>().Length, PaymentVerbs.Length);
    }

    static void Check(Action verb, Func<string> state, string from, string to)
    {
        if (to == "-") Assert.Throws<Refused>(verb);
        else verb();
        Assert.Equal(to == "-" ? from : to, state());
    }

    static IEnumerable<TheoryDataRow<string, int, string>> Moves(string table) =>
        from line in table.Split('\n')
        let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from move in words.Skip(1).Select((to, verb) => (to, verb))
        select new TheoryDataRow<string, int, string>(words[0], move.verb, move.to);

    static void Put(object on, string property, object value) =>
        on.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.SetValue(on, value);
}
