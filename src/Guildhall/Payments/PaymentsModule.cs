using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Live;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>The module's table of contents.</summary>
static class PaymentsModule
{
    public static void AddPayments(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Guildhall:Payments").Get<PaymentsOptions>() ?? new();
        options.Check();
        var fees = configuration.GetSection("Guildhall:Fees").Get<FeesOptions>() ?? new();
        _ = Engine.Money.FeePresets.Get(fees.Preset);
        services.AddSingleton(options).AddSingleton(fees);

        services.AddScoped<Fees>().AddScoped<Checkout>().AddScoped<Escrow>().AddScoped<Ledger>().AddScoped<Sales>();
        services.AddScoped<Books>().AddScoped<Till>().AddScoped<Papers>();
        services.AddScoped<Statements>().AddScoped<PaperShelf>();
        services.AddHandler<ClearingEnds, ClearEarnings>(Queues.Deadlines);
        services.AddRecurring<VerifyLedger>(TimeSpan.FromDays(1));
        services.AddVerb("ledger verify", "Recompute the whole ledger and name the first broken row",
            VerifyLedger.Verb);
        services.AddSingleton(new AfterMigration(LedgerGuard.Install));

        services.AddScoped<ConfirmPayment>().AddScoped<PayFromBalance>().AddScoped<AddFunds>();
        services.AddHandler<CaptureDue, PayByCard>(Queues.Deadlines);
        services.AddHandler<CheckoutEnds, EndCheckout>(Queues.Deadlines);
        services.AddSingleton(new TopicRule("payment", async (site, user, id, ct) => await site.GetRequiredService<Db>()
            .Set<PaymentIntent>().AnyAsync(i => i.Id == id && i.PayerId == user, ct)));

        services.AddSingleton<BankSecrets>();
        services.AddScoped<AddPayoutMethod>().AddScoped<RequestPayout>().AddScoped<Payouts>();
        services.AddScoped<PayoutRisk>().AddScoped<SendPayout>().AddScoped<StopPayout>().AddScoped<HeldPayouts>();
        services.AddHandler<PayoutHoldEnds, SendPayout>(Queues.Deadlines);
        services.AddHandler<PayoutMoves, MovePayout>(Queues.Deadlines);
        services.AddSingleton(new TopicRule("payout", async (site, user, id, ct) => await site.GetRequiredService<Db>()
            .Set<Payout>().AnyAsync(p => p.Id == id && p.OwnerId == user, ct)));
    }

    public static void MapPayments(this Routes routes)
    {
        AddFunds.Map(routes);
        PaymentView.Map(routes);
        PayByCard.Map(routes);
        ConfirmPayment.Map(routes);
        PayFromBalance.Map(routes);
        FeesApi.Map(routes);
        MoneyApi.Map(routes);
        DownloadPaper.Map(routes);
        AddPayoutMethod.Map(routes);
        RequestPayout.Map(routes);
        StopPayout.Map(routes);
        Payouts.Map(routes);
    }
}
