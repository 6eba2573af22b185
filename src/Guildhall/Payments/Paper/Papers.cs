using System.Globalization;
using Guildhall.Accounts.Public;
using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>Issues papers in the transaction that moves the money, so that no number is given for nothing.</summary>
public sealed class Papers(Db db, People people, PaymentsOptions options, TimeProvider clock)
{
    /// <summary>To the payer: what was charged.</summary>
    public Task ForPayment(PaymentIntent intent, CancellationToken ct)
    {
        List<PaperLine> lines = [new(intent.Purpose == Purposes.Wallet ? "Funds for the wallet" : "Held in escrow",
            intent.Purpose == Purposes.Wallet ? null : intent.Description, intent.Gross.Minor)];
        if (!intent.Fee.IsZero) lines.Add(new("Client fee, held until release", null, intent.Fee.Minor));
        var method = intent.Last4 is null ? null : $"{intent.Brand} ···· {intent.Last4}";
        var note = intent.Purpose == Purposes.Wallet
            ? null : "The escrow is released when you approve the work. The fee becomes due only then.";
        return Issue(PaperKind.Receipt, "R", intent.PayerId, intent.Id, intent.ContractId, intent.Total,
            method, note, lines, ct);
    }

    /// <summary>To the client the invoice of the fee, to the freelancer the statement of what was earned.</summary>
    public async Task ForRelease(EscrowHold hold, FeeQuote quote, string title, CancellationToken ct)
    {
        if (!quote.ClientFee.IsZero)
            await Issue(PaperKind.Invoice, "I", hold.ClientId, hold.MilestoneId, hold.ContractId, quote.ClientFee, null,
                "Paid from the fee held at funding. Nothing is due.",
                [.. quote.ClientFees.Select(f => new PaperLine(f.Label, title, f.Amount.Minor))], ct);
        List<PaperLine> lines = [new("Work approved and released", title, quote.Gross.Minor)];
        lines.AddRange(quote.FreelancerFees.Select(f => new PaperLine(f.Label, null, -f.Amount.Minor)));
        await Issue(PaperKind.Earnings, "E", hold.FreelancerId!.Value, hold.MilestoneId, hold.ContractId,
            quote.FreelancerReceives, null, null, lines, ct);
    }

    /// <summary>To the freelancer: what went to the bank.</summary>
    public Task ForPayout(Payout payout, string bank, CancellationToken ct)
    {
        List<PaperLine> lines = [new("Withdrawn|money", null, payout.Amount.Minor)];
        if (!payout.Fee.IsZero) lines.Add(new("Payout fee", null, -payout.Fee.Minor));
        return Issue(PaperKind.Payout, "R", payout.OwnerId, payout.Id, null, payout.Cash, bank, null, lines, ct);
    }

    /// <summary>To the freelancer: the invoice of a placement, which is paid already.</summary>
    public Task ForPlacement(Public.PlacementSale sale, CancellationToken ct) =>
        Issue(PaperKind.Invoice, "I", sale.BuyerId, sale.Id, null, sale.Price, null,
            "Paid from the available balance. Nothing is due.",
            [new("Featured placement", $"{Minute(sale.From)} – {Minute(sale.Until)} UTC", sale.Price.Minor)], ct);

    /// <summary>To the freelancer: what of that invoice does not count.</summary>
    public Task ForReturnedPlacement(Guid placement, Guid buyer, Money unused, CancellationToken ct) =>
        Issue(PaperKind.CreditNote, "C", buyer, placement, null, unused, null,
            "It is in the available balance again.",
            [new("Time of a featured placement that was not used", null, unused.Minor)], ct);

    // No words in it: a paper is read in more than one language.
    static string Minute(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    async Task Issue(
        PaperKind kind, string series, Guid forId, Guid subject, Guid? contract, Money total, string? method,
        string? note, IReadOnlyList<PaperLine> lines, CancellationToken ct)
    {
        var person = await people.One(forId, ct);
        var number = (await db.Database.SqlQuery<int>($"""
            INSERT INTO "payments_series" ("Name", "Last") VALUES ({series}, 1)
            ON CONFLICT ("Name") DO UPDATE SET "Last" = "payments_series"."Last" + 1 RETURNING "Last" AS "Value"
            """).ToListAsync(ct))[0];
        db.Add(new Paper
        {
            Kind = kind, Series = series, Number = number, ForId = forId, SubjectId = subject, ContractId = contract,
            IssuedAt = clock.Now(), Total = total, Content = new(options.Issuer, person.Name, method, note, lines),
        });
    }
}
