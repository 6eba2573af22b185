using System.Security.Claims;
using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>A checkout as its payer sees it: the fee is on top of the gross, the total is what is charged.</summary>
public sealed record PaymentView(
    Guid Id, PaymentState State, string Purpose, Guid PurposeId, Money Gross, Money Fee, Money Total,
    string Description, DateTime ExpiresAt, string? Card, string? Problem, DateTime? CapturedAt)
{
    public static PaymentView Of(PaymentIntent i) => new(
        i.Id, i.State, i.Purpose, i.PurposeId, i.Gross, i.Fee, i.Total, i.Description, i.ExpiresAt,
        i.Last4 is null ? null : $"{i.Brand} ···· {i.Last4}", i.Problem, i.CapturedAt);

    public static void Map(Routes routes) => routes.Api.Get(
        "/payments/{id:guid}", Who.SignedIn, Rate.Read, DataClass.Own,
        async (Guid id, ClaimsPrincipal user, Db db, CancellationToken ct) =>
        {
            var payer = user.UserId();
            var intent = await db.Set<PaymentIntent>().AsNoTracking()
                .SingleOrDefaultAsync(i => i.Id == id && i.PayerId == payer, ct);
            return Of(intent ?? throw new Missing("payment"));
        })
        .WithSummary("One of your payments and where it stands");
}
