using System.Buffers.Binary;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Matching.Learning;

namespace Guildhall.Matching;

/// <summary>One item of a shown list: which, and what a learner needs to know of its match.</summary>
/// <param name="Shares">As <see cref="FactorShares.Of"/> gives them; neutral where only the number was known.</param>
public sealed record ShownItem(Guid Id, int[] Shares, int Ceiling, int Length)
{
    const int Bytes = 16 + 2 * 8 + 2 + 2;

    /// <param name="match">Its match.</param>
    /// <param name="length">Characters of the text it was matched with.</param>
    /// <param name="isJob">Whether the job is the item, or the freelancer.</param>
    public static ShownItem Of(Match match, int length, bool isJob) => new(
        isJob ? match.JobId : match.FreelancerId, FactorShares.Of(match), FactorShares.CeilingOf(match), length);

    /// <summary>Of a search result, of which only place and number are known.</summary>
    public static ShownItem Plain(Guid id) =>
        new(id, [.. FactorShares.Kinds.Select(_ => FactorShares.Neutral)], Weights.Total, 0);

    /// <summary>36 bytes an item: id, eight shares, ceiling, length.</summary>
    public static byte[] Pack(IReadOnlyList<ShownItem> items)
    {
        var packed = new byte[items.Count * Bytes];
        for (var i = 0; i < items.Count; i++)
        {
            var target = packed.AsSpan(i * Bytes, Bytes);
            items[i].Id.TryWriteBytes(target);
            target = target[16..];
            int[] numbers = [.. items[i].Shares, items[i].Ceiling, items[i].Length];
            foreach (var number in numbers)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)Math.Clamp(number, 0, ushort.MaxValue));
                target = target[2..];
            }
        }
        return packed;
    }

    public static ShownItem[] Unpack(byte[] packed)
    {
        var items = new ShownItem[packed.Length / Bytes];
        for (var i = 0; i < items.Length; i++)
        {
            var source = packed.AsSpan(i * Bytes, Bytes);
            var numbers = new int[10];
            for (var n = 0; n < numbers.Length; n++)
                numbers[n] = BinaryPrimitives.ReadUInt16LittleEndian(source[(16 + 2 * n)..]);
            items[i] = new(new Guid(source[..16]), numbers[..8], numbers[8], numbers[9]);
        }
        return items;
    }
}
