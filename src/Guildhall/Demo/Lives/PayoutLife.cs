using System.Globalization;
using Guildhall.Demo.Stage;
using Guildhall.Payments;
using Guildhall.Payments.Public;

namespace Guildhall.Demo.Lives;

/// <summary>
/// What freelancers do with what they earned: most take it to their bank some days later. Who was paid in the last days
/// has just changed banks, so that withdrawal rests at the site's risk check.
/// </summary>
sealed class PayoutLife(Theatre theatre, Tale tale, Townsfolk people)
{
    /// <summary>More at once would be looked at by a person first.</summary>
    const long MostAtOnce = 490_000;

    const long Least = 1_000;
    static readonly TimeSpan Recent = TimeSpan.FromDays(4);
    readonly Dictionary<string, Guid> accounts = [];

    public void Plan(ContractTrack contract, string about, DateTime released)
    {
        var who = contract.Data.Freelancer;
        if (released > theatre.Clock.Today - Recent)
            tale.At(Moments.Later(released.AddMinutes(30), theatre.Clock.Today.AddHours(-Chance.Between(2, 9, about))),
                () => Withdraw(who, "second"));
        else if (Chance.Part(about, "withdraws") < 0.8)
            tale.At(Moments.Within(released.AddDays(1), released.AddDays(3.5), Chance.Part(about), contract.Zone),
                () => Withdraw(who, "first"));
    }

    async Task Withdraw(string who, string account)
    {
        var balances = await theatre.Get<Ledger>().Of(people.Id(who), default);
        if (balances.FirstOrDefault(b => b.Available.Minor >= Least)?.Available is not { } money) return;
        if (!accounts.TryGetValue(who + account, out var method))
            accounts.Add(who + account, method = (await theatre.Get<AddPayoutMethod>().Run(
                people.Id(who), new(people.Name(who), Number(who, account)), default)).Id);
        await theatre.Get<RequestPayout>().Run(people.Id(who),
            new(method, money with { Minor = Math.Min(money.Minor, MostAtOnce) }), default);
    }

    // A Belgian number whose check digits are right; the 5 at its end keeps it from the simulator's special ones.
    static string Number(string who, string account)
    {
        var digits = $"{Chance.Number(who, account) % 100_000_000_000:00000000000}5";
        var check = 98 - decimal.Parse($"{digits}111400", CultureInfo.InvariantCulture) % 97;
        return string.Create(CultureInfo.InvariantCulture, $"BE{check:00}{digits}");
    }
}
