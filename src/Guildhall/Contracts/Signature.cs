namespace Guildhall.Contracts;

/// <summary>
/// One person's name under one text. The site signs the statement with its own key for that person: it vouches that
/// this account, signed in, typed this name under this document at this time.
/// </summary>
public sealed class Signature
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContractId { get; init; }
    public required Guid AccountId { get; init; }
    public required Party Party { get; init; }
    /// <summary>As the person typed it.</summary>
    public required string FullName { get; init; }
    /// <summary>SHA-256 of the canonical document, lower-case hex.</summary>
    public required string Hash { get; init; }
    public required DateTime At { get; init; }
    /// <summary>Which key of the site signed.</summary>
    public required string KeyId { get; init; }
    /// <summary>ES256 over <see cref="SignatureStatement"/>, IEEE P1363 form, base64.</summary>
    public required string Value { get; init; }
}
