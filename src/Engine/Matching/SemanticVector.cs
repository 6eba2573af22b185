using System.Numerics;

namespace Guildhall.Engine.Matching;

/// <summary>
/// Where a text and its skills lie in a learned space: a direction of 32 to 128 small integers (a multiple of 32),
/// scaled so that its length is <see cref="Unit"/>. Immutable.
/// </summary>
public sealed class SemanticVector
{
    /// <summary>Length of every vector, so that two equal ones have the product Unit².</summary>
    public const int Unit = 127;

    /// <summary>No vector: nothing is known.</summary>
    public static readonly SemanticVector None = new([]);

    readonly sbyte[] values;

    SemanticVector(sbyte[] values) => this.values = values;

    /// <summary>Number of dimensions; 0 for <see cref="None"/>.</summary>
    public int Dimensions => values.Length;

    /// <summary>The components.</summary>
    public ReadOnlySpan<sbyte> Values => values;

    /// <summary>The direction of <paramref name="vector"/>, rounded; <see cref="None"/> when it has none.</summary>
    public static SemanticVector Of(ReadOnlySpan<float> vector)
    {
        if (vector.Length is 0 or > 128 || vector.Length % 32 != 0)
            throw new ArgumentException("A vector has 32, 64, 96 or 128 dimensions.");
        var length = 0.0;
        foreach (var value in vector) length += (double)value * value;
        if (!(length > 1e-12) || double.IsInfinity(length)) return None;
        var scale = Unit / Math.Sqrt(length);
        var values = new sbyte[vector.Length];
        for (var i = 0; i < values.Length; i++) values[i] = (sbyte)Math.Round(vector[i] * scale);
        return new(values);
    }

    /// <summary>A vector kept as integers; <see cref="None"/> when it is not one of ours.</summary>
    public static SemanticVector Kept(ReadOnlySpan<sbyte> values) =>
        values.Length is 0 or > 128 || values.Length % 32 != 0 ? None : new(values.ToArray());

    /// <summary>Sum of products; 0 when they are of different spaces. At most about Unit².</summary>
    public static int Dot(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        if (one.Length != other.Length) return 0;
        var sum = 0;
        var at = 0;
        for (; at + Vector<sbyte>.Count <= one.Length; at += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(one[at..]), out var a, out var b);
            Vector.Widen(new Vector<sbyte>(other[at..]), out var c, out var d);
            // Two products of bytes fit 16 bits once (2 · 127² < 2^15), so they are added before they are widened.
            Vector.Widen(a * c + b * d, out var low, out var high);
            sum += Vector.Sum(low + high);
        }
        for (; at < one.Length; at++) sum += one[at] * other[at];
        return sum;
    }
}
