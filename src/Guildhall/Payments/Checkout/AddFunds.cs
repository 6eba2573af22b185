using System.Security.Claims;
using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Web;

namespace Guildhall.Payments;

/// <summary>A client fills the wallet, to pay from it later without a card at hand.</summary>
public sealed class AddFunds(Checkout checkout)
{
    public const long Least = 500, Most = 10_000_000;

    public sealed record Request(Money Amount);

    public Task<Guid> Run(Guid payerId, Money amount, CancellationToken ct)
    {
        if (!Currencies.IsKnown(amount.Currency))
            throw new Refused($"This currency is not known here.", "unknown_currency", "currency");
        if (amount.Minor is < Least or > Most)
            throw new Refused($"Add between {amount with { Minor = Least }} and {amount with { Minor = Most }}.",
                "amount_out_of_range", "amount");
        return checkout.Start(
            new(Purposes.Wallet, payerId, null, payerId, amount, amount, "Funds for your wallet", "/money"), ct);
    }

    public static void Map(Routes routes) => routes.Api.Post("/payments", Who.Client, Rate.Money, DataClass.Own,
        async (Request request, ClaimsPrincipal user, AddFunds add, CancellationToken ct) =>
        {
            var id = await add.Run(user.UserId(), request.Amount, ct);
            return TypedResults.Created($"/api/v1/payments/{id}", new { Id = id, Pay = Checkout.Address(id) });
        })
        .WithSummary("Begins a payment into your wallet; finish it with a card");
}
