using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Guildhall.Contracts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Contracts;

/// <summary>Anyone may ask whether a document was signed here. Nothing of its text is told.</summary>
public sealed class VerifyDocument(Db db, SignatureStatement statements)
{
    /// <summary>One signature as the public sees it.</summary>
    /// <param name="Initials">Of the signer.</param>
    /// <param name="Role">"employer" or "worker".</param>
    /// <param name="Holds">Whether the site's signature over this record checks.</param>
    public sealed record Mark(
        string Initials, string Role, [property: JsonPropertyName("signed_at")] DateTime At, bool Holds,
        [property: JsonPropertyName("key_id")] string KeyId);

    /// <summary>The answer.</summary>
    /// <param name="Hash">What was asked.</param>
    /// <param name="Known">Whether anyone signed a document with this hash here.</param>
    /// <param name="Complete">Whether both sides have.</param>
    /// <param name="Intact">
    /// Whether every signature holds, the kept document still has this hash, and the terms in force still say the same.
    /// </param>
    public sealed record Answer(
        string Hash, bool Known, bool Complete, bool Intact,
            [property: JsonPropertyName("locked_at")] DateTime? LockedAt,
        IReadOnlyList<Mark> Signatures);

    public async Task<Answer> Run(string hash, CancellationToken ct)
    {
        hash = Written(hash);
        var id = await db.Set<Signature>().AsNoTracking().Where(s => s.Hash == hash)
            .Select(s => (Guid?)s.ContractId).FirstOrDefaultAsync(ct);
        var contract = id is null ? null
            : await db.Set<Contract>().AsNoTracking().Whole().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (contract is null) return new(hash, false, false, false, null, []);
        var marks = new List<Mark>();
        foreach (var s in contract.Signatures.OrderBy(s => s.At))
            marks.Add(new(Initials(s.FullName), s.Party == Party.Client ? "employer" : "worker", s.At,
                s.Hash == hash && await statements.Holds(s, ct), s.KeyId));
        return new(hash, true, contract.IsLocked, marks.All(m => m.Holds)
            && IsIntact(contract, hash), contract.LockedAt, marks);
    }

    static bool IsIntact(Contract contract, string hash) =>
        ContractDocument.HashOf(contract) == hash && ContractDocument.Hash(ContractDocument.Of(contract)) == hash;

    static string Initials(string name) =>
        string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => $"{char.ToUpperInvariant(part[0])}. ")).Trim();

    const int LargestBytes = 2_000_000;

    /// <summary>
    /// The fingerprint of what someone holds: the file as it is, or pasted text without what pasting adds.
    /// </summary>
    public static async Task<string?> Fingerprint(string? text, IFormFile? file, CancellationToken ct)
    {
        if (file is null) return string.IsNullOrWhiteSpace(text) ? null : ContractDocument.Hash(text.Trim());
        if (file.Length > LargestBytes)
            throw new Refused($"A signed text is never this large. Choose the file that ends in .json.", "too_large",
                "file");
        await using var content = file.OpenReadStream();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }

    /// <summary>A fingerprint as it is kept; refused when it is none, which is no news about any document.</summary>
    public static string Written(string? typed) => typed?.Trim().ToLowerInvariant() is var hash && IsHash(hash) ? hash
        : throw new Refused(
            $"A fingerprint has 64 characters: figures and letters from a to f. Copy it whole.", "hash", "hash")
            { Status = 422 };

    public static bool IsHash([NotNullWhen(true)] string? text) =>
        text is { Length: 64 } && text.All(char.IsAsciiHexDigit);

    public static void Map(Routes routes) => routes.Api.Get("/verify/{hash}", Who.Anyone, Rate.Read, DataClass.Public,
        (string hash, VerifyDocument verify, CancellationToken ct) => verify.Run(hash, ct))
        .WithSummary("Whether a document with this fingerprint was signed here; none of its text");
}
