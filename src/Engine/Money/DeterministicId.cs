using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Guildhall.Engine.Money;

/// <summary>Ids that follow from what they name, so that a retry of the same act finds the first one's trace.</summary>
public static class DeterministicId
{
    static readonly byte[] space = "guildhall-id-1"u8.ToArray();

    /// <summary>
    /// A UUID of version 8 (RFC 9562: own scheme) from SHA-256 over the parts, each with its length in front,
    /// so that ("ab", "c") and ("a", "bc") differ. Same parts, same id, on every machine and version.
    /// </summary>
    /// <param name="parts">At least one: <c>From("release", milestoneId.ToString())</c>.</param>
    public static Guid From(params ReadOnlySpan<string> parts)
    {
        if (parts.IsEmpty) throw new ArgumentException("An id needs at least one part.", nameof(parts));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(space);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var text = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
            hash.AppendData(length);
            hash.AppendData(text);
        }
        var bytes = hash.GetHashAndReset().AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
