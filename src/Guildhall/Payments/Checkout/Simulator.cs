using Guildhall.Shared;

namespace Guildhall.Payments;

public enum ChargeOutcome { Captured, Declined, NeedsAction, CapturedLater }

/// <param name="Outcome">What the bank said.</param>
/// <param name="Problem">Why not, in English words that are a key for translation.</param>
public sealed record Charge(ChargeOutcome Outcome, string? Problem = null);

/// <summary>A card as typed. It lives as long as the request: the number is never stored nor logged.</summary>
public sealed record CardInput(string Number, string Expiry, string Cvc, string Name)
{
    public string Digits => new([.. (Number ?? "").Where(char.IsAsciiDigit)]);
    public string Last4 => Digits[^4..];
    public string Brand => Digits[0] switch
    {
        '4' => "Visa", '5' or '2' => "Mastercard", '3' => "American Express", _ => "Card",
    };

    public override string ToString() => "CardInput";

    public void Validate(DateOnly today)
    {
        var plain = (Number ?? "").All(c => char.IsAsciiDigit(c) || c is ' ' or '-');
        new Check()
            .That(plain && Digits.Length is >= 12 and <= 19 && Luhn(Digits), nameof(Number),
                $"This is not a card number. Check its digits.")
            .That(Until() is { } until && until >= today, nameof(Expiry),
                $"Write a month that is not over, as MM/YY.")
            .That(Cvc is { Length: 3 or 4 } && Cvc.All(char.IsAsciiDigit), nameof(Cvc),
                $"Write the 3 or 4 digits beside the signature.")
            .Text(Name, nameof(Name), 100)
            .ThrowIfAny();
    }

    DateOnly? Until()
    {
        var digits = new string([.. (Expiry ?? "").Where(char.IsAsciiDigit)]);
        if (digits.Length != 4 || Expiry is not { Length: <= 7 }) return null;
        var (month, year) = (int.Parse(digits[..2]), 2000 + int.Parse(digits[2..]));
        return month is >= 1 and <= 12 ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : null;
    }

    static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}

/// <summary>A processor that moves no real money: the card's number decides what happens.</summary>
public static class Simulator
{
    public const string Succeeds = "4242424242424242", Declines = "4000000000000002",
        AsksForAction = "4000002760003184", CapturesLater = "4000000000000077";

    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(60);
    public const string DeclinedWords = "Your bank declined this card. Nothing was charged; try another card.";
    public const string DeniedWords = "You did not approve the payment with your bank. Nothing was charged.";
    public const string UnknownWords =
        "This marketplace takes test cards only: no real card was charged. Try 4242 4242 4242 4242.";

    public static Charge Try(string digits) => digits switch
    {
        Succeeds => new(ChargeOutcome.Captured),
        Declines => new(ChargeOutcome.Declined, DeclinedWords),
        AsksForAction => new(ChargeOutcome.NeedsAction),
        CapturesLater => new(ChargeOutcome.CapturedLater),
        _ => new(ChargeOutcome.Declined, UnknownWords),
    };
}
