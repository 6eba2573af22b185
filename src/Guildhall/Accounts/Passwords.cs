using Guildhall.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Guildhall.Accounts;

/// <summary>
/// The rules of NIST SP 800-63B-4 for a password that stands alone: length and a blocklist, no recipes of characters,
/// nothing that expires.
/// </summary>
public sealed class Passwords
{
    public const int Shortest = 15;
    public const int Longest = 128;

    /// <summary>PBKDF2-HMAC-SHA512; docs/decisions says why and when to raise it.</summary>
    public static readonly IOptions<PasswordHasherOptions> Cost =
        Options.Create(new PasswordHasherOptions { IterationCount = 210_000 });

    readonly HashSet<string> common = Blocklist.Load();

    /// <summary>
    /// Adds what is wrong with the password to the check; <paramref name="personal"/> is what others may know of its
    /// owner.
    /// </summary>
    public Check Check(Check check, string field, string? password, params string?[] personal) => check
        .That(Length(password) >= Shortest, field,
            $"Use at least {Shortest} characters. Four or five random words are easy to keep.")
        .That(Length(password) <= Longest, field, $"Use at most {Longest} characters.")
        .That(password is null || !IsPredictable(password, personal), field,
            $"This password is easy to guess: it is common, repeated, or made of your name or ours. Choose another.");

    // A character is a code point, so that no alphabet counts double.
    static int Length(string? password) => password?.EnumerateRunes().Count() ?? 0;

    public bool IsPredictable(string password, IEnumerable<string?> personal)
    {
        var folded = Blocklist.Fold(password);
        return common.Contains(password.ToLowerInvariant()) || common.Contains(folded)
            || password.Distinct().Count() < 6 || Blocklist.IsWalk(password)
            || Blocklist.Rest(folded, [.. personal.SelectMany(Parts), "guildhall", "password"]).Length < 6
            || Repeats(folded) || Repeats(password.ToLowerInvariant());
    }

    bool Repeats(string text)
    {
        for (var unit = 1; unit <= text.Length / 2; unit++)
            if (text.Length % unit == 0 && (unit < 6 || common.Contains(text[..unit]))
                && Enumerable.Range(1, text.Length / unit - 1)
                    .All(i => text.AsSpan(i * unit, unit).SequenceEqual(text.AsSpan(0, unit))))
                return true;
        return false;
    }

    static IEnumerable<string> Parts(string? personal) => (personal ?? "").ToLowerInvariant()
        .Split(['@', '.', ' ', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length >= 3);
}
