using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Guildhall.Engine.Money;

/// <summary>A posted journal in its place in the chain.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Journal">What was posted.</param>
/// <param name="Hash">SHA-256 over the previous hash and this journal, 64 lower-case hex digits.</param>
public sealed record ChainedJournal(long Sequence, JournalDraft Journal, string Hash);

/// <summary>How a chain was found broken.</summary>
public enum ChainFault { SequenceGap, HashMismatch }

/// <summary>The first entry that is not as it was posted.</summary>
/// <param name="Sequence">Its number as found.</param>
/// <param name="JournalId">Its id as found.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record ChainBreak(long Sequence, Guid JournalId, ChainFault Fault);

/// <summary>The outcome of a verification.</summary>
/// <param name="Verified">How many entries were right before the end or the break.</param>
/// <param name="Head">Hash of the last right entry; comparing it with one noted elsewhere shows a cut-off end.</param>
/// <param name="Broken">Null when everything is intact.</param>
public sealed record ChainVerdict(long Verified, string Head, ChainBreak? Broken)
{
    public bool IsIntact => Broken is null;
}

/// <summary>
/// Each journal's hash covers every field of it and the hash before, so a later edit, removal, insertion or
/// reordering breaks the chain at that entry.
/// </summary>
public static class HashChain
{
    /// <summary>The hash before the first journal.</summary>
    public static string Genesis { get; } = new('0', 64);

    /// <summary>The journal as the next entry of the chain.</summary>
    public static ChainedJournal Append(long sequence, string previousHash, JournalDraft journal) =>
        new(sequence, journal, HashOf(sequence, previousHash, journal));

    /// <summary>SHA-256 over <see cref="CanonicalBytes"/>, lower-case hex.</summary>
    public static string HashOf(long sequence, string previousHash, JournalDraft journal) =>
        Convert.ToHexStringLower(SHA256.HashData(CanonicalBytes(sequence, previousHash, journal)));

    /// <summary>Walks the entries in order and stops at the first broken one. Reads each entry once.</summary>
    /// <param name="entries">In ascending sequence.</param>
    /// <param name="after">Sequence of the entry before the first; 0 for the whole chain.</param>
    /// <param name="head">Its hash; null for <see cref="Genesis"/>.</param>
    public static ChainVerdict Verify(IEnumerable<ChainedJournal> entries, long after = 0, string? head = null)
    {
        var previous = head ?? Genesis;
        long verified = 0;
        foreach (var entry in entries)
        {
            var fault = entry.Sequence != after + verified + 1 ? ChainFault.SequenceGap
                : entry.Hash != HashOf(entry.Sequence, previous, entry.Journal) ? ChainFault.HashMismatch
                : (ChainFault?)null;
            if (fault is { } found)
                return new(verified, previous, new ChainBreak(entry.Sequence, entry.Journal.Id, found));
            previous = entry.Hash;
            verified++;
        }
        return new(verified, previous, null);
    }

    /// <summary>
    /// The bytes that are hashed: texts as UTF-8 with their length in front, numbers as 64-bit big-endian, times in
    /// microseconds since year 1, ids as 16 bytes, lines ordered by account and currency.
    /// </summary>
    public static byte[] CanonicalBytes(long sequence, string previousHash, JournalDraft journal)
    {
        var bytes = new MemoryStream(512);
        Text(bytes, "guildhall-journal-1");
        bytes.Write(Convert.FromHexString(previousHash));
        Number(bytes, sequence);
        bytes.Write(journal.Id.ToByteArray(bigEndian: true));
        Text(bytes, journal.Kind);
        Text(bytes, journal.Reference);
        Number(bytes, journal.At.Ticks / TimeSpan.TicksPerMicrosecond);
        Number(bytes, journal.Lines.Count);
        foreach (var (account, amount) in journal.Lines
            .Select(l => (Account: l.Account.ToString(), l.Amount))
            .OrderBy(l => l.Account, StringComparer.Ordinal).ThenBy(l => l.Amount.Currency, StringComparer.Ordinal))
        {
            Text(bytes, account);
            Number(bytes, amount.Minor);
            Text(bytes, amount.Currency);
        }
        return bytes.ToArray();
    }

    static void Text(MemoryStream bytes, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Number(bytes, utf8.Length);
        bytes.Write(utf8);
    }

    static void Number(MemoryStream bytes, long number)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(eight, number);
        bytes.Write(eight);
    }
}
