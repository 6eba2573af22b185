using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Payments;

public enum PaymentState { Created, RequiresAction, Processing, Captured, Failed, Expired }

public enum PaymentVerb { AskForAction, Process, Capture, Decline, Expire }

public enum PaymentMethodKind { None, Card, Balance }

/// <summary>One checkout. A declined try leaves it open for another card until its time is over.</summary>
public sealed class PaymentIntent : IVersioned
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Where each verb leads; what is not here is refused.</summary>
    public static readonly IReadOnlyDictionary<(PaymentState, PaymentVerb), PaymentState> Machine =
        new Dictionary<(PaymentState, PaymentVerb), PaymentState>
        {
            [(PaymentState.Created, PaymentVerb.AskForAction)] = PaymentState.RequiresAction,
            [(PaymentState.Created, PaymentVerb.Process)] = PaymentState.Processing,
            [(PaymentState.Created, PaymentVerb.Capture)] = PaymentState.Captured,
            [(PaymentState.Created, PaymentVerb.Decline)] = PaymentState.Failed,
            [(PaymentState.Created, PaymentVerb.Expire)] = PaymentState.Expired,
            [(PaymentState.Failed, PaymentVerb.AskForAction)] = PaymentState.RequiresAction,
            [(PaymentState.Failed, PaymentVerb.Process)] = PaymentState.Processing,
            [(PaymentState.Failed, PaymentVerb.Capture)] = PaymentState.Captured,
            [(PaymentState.Failed, PaymentVerb.Decline)] = PaymentState.Failed,
            [(PaymentState.Failed, PaymentVerb.Expire)] = PaymentState.Expired,
            [(PaymentState.RequiresAction, PaymentVerb.Capture)] = PaymentState.Captured,
            [(PaymentState.RequiresAction, PaymentVerb.Decline)] = PaymentState.Failed,
            [(PaymentState.RequiresAction, PaymentVerb.Expire)] = PaymentState.Expired,
            // Money on its way is waited for: a checkout that is processing does not expire.
            [(PaymentState.Processing, PaymentVerb.Capture)] = PaymentState.Captured,
            [(PaymentState.Processing, PaymentVerb.Decline)] = PaymentState.Failed,
        };

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Purpose { get; init; }
    public required Guid PurposeId { get; init; }
    public Guid? ContractId { get; init; }
    public required Guid PayerId { get; init; }
    public required Money Gross { get; init; }
    public required Money Total { get; init; }
    public required string Description { get; init; }
    public required string ReturnUrl { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public PaymentState State { get; private set; }
    public PaymentMethodKind Method { get; private set; }
    /// <summary>All that is ever kept of a card's number.</summary>
    public string? Last4 { get; private set; }
    public string? Brand { get; private set; }
    /// <summary>Why the last try failed: English words, a key for translation.</summary>
    public string? Problem { get; private set; }
    public int Tries { get; private set; }
    public DateTime? CapturedAt { get; private set; }
    public long Version { get; set; }

    public Money Fee => Total - Gross;
    public bool MayPay => State is PaymentState.Created or PaymentState.Failed;
    public bool IsSettled => State is PaymentState.Captured or PaymentState.Processing;
    public bool IsOver(DateTime now) => State == PaymentState.Expired
        || now >= ExpiresAt && Machine.ContainsKey((State, PaymentVerb.Expire));

    public static PaymentIntent Open(CheckoutRequest request, DateTime now)
    {
        if (!request.Gross.IsPositive || request.Total < request.Gross || !request.Total.IsWithinLimit)
            throw new InvalidOperationException($"{request.Total.Minor} for {request.Gross.Minor} cannot be charged.");
        if (request.Purpose == Purposes.Milestone && request.ContractId is null)
            throw new InvalidOperationException("A milestone's payment names its contract.");
        if (request.ReturnUrl is not ['/', not '/', ..] || request.ReturnUrl.Contains('\\'))
            throw new InvalidOperationException("A checkout returns to a path of this site.");
        return new()
        {
            Purpose = request.Purpose, PurposeId = request.PurposeId, ContractId = request.ContractId,
            PayerId = request.PayerId, Gross = request.Gross, Total = request.Total,
            Description = request.Description, ReturnUrl = request.ReturnUrl,
            CreatedAt = now, ExpiresAt = now + Lifetime,
        };
    }

    /// <summary>Refuses when the checkout's time is over; the timer that closes it may come later.</summary>
    public void MustBeOpen(DateTime now)
    {
        if (IsOver(now)) throw Over();
    }

    public void UseCard(string brand, string last4) =>
        (Method, Brand, Last4, Tries) = (PaymentMethodKind.Card, brand, last4, Tries + 1);

    public void UseBalance() => (Method, Brand, Last4, Tries) = (PaymentMethodKind.Balance, null, null, Tries + 1);

    public void AskForAction() => Do(PaymentVerb.AskForAction);
    public void Process() => Do(PaymentVerb.Process);
    public void Expire() => Do(PaymentVerb.Expire);

    public void Capture(DateTime now)
    {
        Do(PaymentVerb.Capture);
        (CapturedAt, Problem) = (now, null);
    }

    public void Decline(string problem)
    {
        Do(PaymentVerb.Decline);
        Problem = problem;
    }

    void Do(PaymentVerb verb) => State = Machine.TryGetValue((State, verb), out var next) ? next : throw Refusal();

    static Refused Over() =>
        new($"This checkout expired. Nothing was charged; go back and start again.", "checkout_expired");

    Refused Refusal() => State switch
    {
        PaymentState.Captured => new($"This is already paid.", "already_paid"),
        PaymentState.Processing => new($"This payment is being processed. Wait for its outcome.", "processing"),
        PaymentState.Expired => Over(),
        PaymentState.RequiresAction => new(
            $"Your bank waits for your answer to the last try. Answer it first.", "requires_action"),
        _ => new($"There is nothing to confirm. Enter a card first.", "nothing_to_confirm"),
    };
}

sealed class PaymentIntentTable : IEntityTypeConfiguration<PaymentIntent>
{
    public void Configure(EntityTypeBuilder<PaymentIntent> table)
    {
        table.ToTable("payments_intents");
        table.ComplexProperty(i => i.Gross);
        table.ComplexProperty(i => i.Total);
        table.Ignore(i => i.Fee);
        table.HasIndex(i => new { i.PayerId, i.CreatedAt });
        // A milestone is paid once: the database keeps this promise even when two checkouts race.
        table.HasIndex(i => new { i.Purpose, i.PurposeId }).IsUnique()
            .HasFilter("\"Purpose\" = 'milestone' AND \"State\" <> 'Expired'");
    }
}
