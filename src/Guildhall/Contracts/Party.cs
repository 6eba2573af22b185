using Guildhall.Shared;

namespace Guildhall.Contracts;

/// <summary>Who acts: one of the two parties, or the site (a timer, a payment).</summary>
[Flags]
public enum Party { None = 0, Client = 1, Freelancer = 2, Site = 4 }

static class Parties
{
    /// <summary>Whether whoever acts is one of those who may.</summary>
    public static bool Include(this Party allowed, Party by) => by != Party.None && allowed.HasFlag(by);

    /// <summary>What to tell somebody else who tries.</summary>
    public static Refused Refusal(this Party allowed) => allowed switch
    {
        Party.Client => new Refused($"Only the client can do this.", "wrong_party"),
        Party.Freelancer => new Refused($"Only the freelancer can do this.", "wrong_party"),
        _ => new Refused($"This happens by itself when it is due.", "wrong_party"),
    };
}
