using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>The price list, open to everyone, with what an amount would cost each side.</summary>
public static class FeesApi
{
    /// <param name="Version">"skill-gig@1": what a contract pins.</param>
    /// <param name="Fingerprint">SHA-256 of the schedule's canonical JSON.</param>
    /// <param name="InForce">Whether new contracts pin it.</param>
    /// <param name="Schedule">All its lines.</param>
    public sealed record Published(string Version, string Fingerprint, bool InForce, FeeSchedule Schedule);

    /// <param name="Current">The version new contracts pin.</param>
    /// <param name="Versions">Every version ever published, the presets of other marketplaces included.</param>
    /// <param name="Quote">For the amount asked.</param>
    public sealed record Answer(string Current, IReadOnlyList<Published> Versions, Sides? Quote);

    /// <param name="Gross">The agreed price.</param>
    /// <param name="ClientPays">Price and the client's fees.</param>
    /// <param name="FreelancerReceives">Price without the freelancer's fees.</param>
    /// <param name="PlatformKeeps">Fees of both.</param>
    public sealed record Sides(Money Gross, Money ClientPays, Money FreelancerReceives, Money PlatformKeeps);

    public static async Task<IReadOnlyList<Published>> All(Db db, Fees fees, CancellationToken ct)
    {
        var current = (await fees.Current(ct)).VersionId();
        var versions = await db.Set<FeeScheduleVersion>().AsNoTracking().ToListAsync(ct);
        return [.. versions.OrderByDescending(v => v.Id == current).ThenBy(v => v.Preset).ThenByDescending(v =>
            v.Number)
            .Select(v => new Published(v.Id, v.Fingerprint, v.Id == current, v.Read()))];
    }

    public static Sides Quote(FeeSchedule schedule, Money gross)
    {
        if (!schedule.Supports(gross.Currency))
            throw new Refused($"This price list has no amounts in {gross.Currency}.", "unsupported_currency",
                "currency");
        var quote = schedule.Quote(gross);
        return new(gross, quote.ClientPays, quote.FreelancerReceives, quote.PlatformKeeps);
    }

    public static void Map(Routes routes) => routes.Api.Get("/fees", Who.Anyone, Rate.Read, DataClass.Public,
        async (Db db, Fees fees, CancellationToken ct, string? amount = null, string currency = "USD") =>
        {
            if (!Currencies.IsKnown(currency))
                throw new Refused($"This currency is not known here.", "unknown_currency", "currency");
            Sides? quote = null;
            if (amount is not null)
                quote = Money.TryParse(amount, currency, out var gross) ? Quote(await fees.Current(ct), gross)
                    : throw new Refused($"Write an amount like 1250.00.", "bad_amount", "amount");
            var versions = await All(db, fees, ct);
            return new Answer(versions[0].Version, versions, quote);
        })
        .WithSummary("The price list in force; with an amount, what each side pays and receives");
}
