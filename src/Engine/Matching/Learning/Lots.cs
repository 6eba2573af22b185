namespace Guildhall.Engine.Matching.Learning;

/// <summary>Chance that can be checked: the same thing draws the same lot on every node and every page.</summary>
public static class Lots
{
    /// <summary>A number that looks random, from an id and what the lot is for.</summary>
    public static uint Of(Guid id, int purpose)
    {
        Span<byte> bytes = stackalloc byte[20];
        id.TryWriteBytes(bytes);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], purpose);
        var hash = 14695981039346656037UL;
        foreach (var one in bytes) hash = (hash ^ one) * 1099511628211UL;
        // The last bits of such a hash depend on few of the bytes: mix them all in.
        hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53UL;
        return (uint)(hash ^ hash >> 33);
    }
}
