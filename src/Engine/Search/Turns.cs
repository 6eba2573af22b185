using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Guildhall.Engine.Search;

/// <summary>
/// Whose turn it is in a slot with fewer places than people: the same answer on every node, and fair. A round has as
/// many hours as there are people; in each round everybody stands in each place for one hour. The order within a round
/// is drawn anew from its number, so that nobody has the same hour of the day, or the same neighbour, for ever.
/// </summary>
public static class Turns
{
    /// <summary>Who stands in the slot at this moment, the first place first.</summary>
    /// <param name="people">Each once, in any order.</param>
    /// <param name="places">At least 1; with fewer people all of them are given.</param>
    /// <param name="now">UTC; only its hour counts.</param>
    public static IReadOnlyList<Guid> At(IReadOnlyCollection<Guid> people, int places, DateTime now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
        if (people.Count == 0) return [];
        var (round, turn) = Math.DivRem(now.Ticks / TimeSpan.TicksPerHour, people.Count);
        Guid[] order = [.. people.OrderBy(id => Lot(id, round)).ThenBy(id => id)];
        return [.. Enumerable.Range(0, Math.Min(places, order.Length)).Select(i => order[(turn + i) % order.Length])];
    }

    static ulong Lot(Guid id, long round)
    {
        Span<byte> drawn = stackalloc byte[24], hash = stackalloc byte[SHA256.HashSizeInBytes];
        id.TryWriteBytes(drawn, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(drawn[16..], round);
        SHA256.HashData(drawn, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
