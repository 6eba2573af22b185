using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>A freelancer says where to pay, and takes it back.</summary>
public sealed class AddPayoutMethod(Db db, BankSecrets secrets, TimeProvider clock)
{
    const int Most = 5;

    public sealed record Request(string Holder, string Iban);

    public sealed record View(Guid Id, string Holder, string Account, DateTime AddedAt);

    public async Task<View> Run(Guid ownerId, Request request, CancellationToken ct)
    {
        var iban = Iban.Read(request.Iban);
        new Check().Text(request.Holder, nameof(request.Holder), 100, min: 2)
            .That(iban is not null, nameof(request.Iban),
                $"This is not a valid account number (IBAN). Check its digits.")
            .ThrowIfAny();
        return await db.Transact(async () =>
        {
            if (await Mine(ownerId).CountAsync(ct) >= Most)
                throw new Refused($"You have {Most} accounts. Remove one before you add another.", "too_many_accounts");
            var method = new PayoutMethod
            {
                OwnerId = ownerId, Holder = request.Holder.Trim(), Country = iban![..2], Last4 = iban[^4..],
                Secret = secrets.Seal(iban), AddedAt = clock.Now(),
            };
            db.Add(method);
            db.Record(ownerId, "payout_method.added", "payout_method", method.Id, new { method.Shown });
            return Of(method);
        }, ct);
    }

    public Task Remove(Guid ownerId, Guid methodId, CancellationToken ct) => db.Transact(async () =>
    {
        var method = await Mine(ownerId).SingleOrDefaultAsync(m => m.Id == methodId,
            ct) ?? throw new Missing("account");
        method.Remove(clock.Now());
        db.Record(ownerId, "payout_method.removed", "payout_method", methodId);
    }, ct);

    /// <summary>The person's accounts, the newest first.</summary>
    public async Task<IReadOnlyList<View>> List(Guid ownerId, CancellationToken ct) =>
        [.. (await Mine(ownerId).AsNoTracking().OrderByDescending(m => m.AddedAt).ToListAsync(ct)).Select(Of)];

    IQueryable<PayoutMethod> Mine(Guid ownerId) =>
        db.Set<PayoutMethod>().Where(m => m.OwnerId == ownerId && m.RemovedAt == null);

    static View Of(PayoutMethod method) => new(method.Id, method.Holder, method.Shown, method.AddedAt);

    public static void Map(Routes routes)
    {
        routes.Api.Get("/payout-methods", Who.SignedIn, Rate.Read, DataClass.Own,
            (ClaimsPrincipal user, AddPayoutMethod methods, CancellationToken ct) => methods.List(user.UserId(), ct))
            .WithSummary("Bank accounts you can withdraw to");
        routes.Api.Post("/payout-methods", Who.SignedIn, Rate.Money, DataClass.Own,
            async (Request request, ClaimsPrincipal user, AddPayoutMethod methods, CancellationToken ct) =>
            {
                var made = await methods.Run(user.UserId(), request, ct);
                return TypedResults.Created($"/api/v1/payout-methods/{made.Id}", made);
            })
            .WithSummary("Adds a bank account to withdraw to");
        routes.Api.Delete("/payout-methods/{id:guid}", Who.SignedIn, Rate.Money, DataClass.Own,
            async (Guid id, ClaimsPrincipal user, AddPayoutMethod methods, CancellationToken ct) =>
            {
                await methods.Remove(user.UserId(), id, ct);
                return TypedResults.NoContent();
            })
            .WithSummary("Takes a bank account away");
    }
}
