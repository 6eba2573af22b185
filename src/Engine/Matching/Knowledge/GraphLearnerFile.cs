using System.IO.Compression;

namespace Guildhall.Engine.Matching;

/// <summary>A <see cref="GraphLearner"/> as bytes: the same counts give the same bytes.</summary>
public static class GraphLearnerFile
{
    const byte Format = 1;

    /// <summary>Writes everything learned so far.</summary>
    public static byte[] Write(GraphLearner learner)
    {
        var target = new MemoryStream();
        using (var packed = new BrotliStream(target, CompressionLevel.Fastest))
        using (var writer = new BinaryWriter(packed))
        {
            writer.Write(Format);
            writer.Write(learner.Events);
            Write(writer, learner.Skills);
            writer.Write7BitEncodedInt(learner.Features.Count);
            foreach (var (key, counts) in learner.Features.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                writer.Write(key);
                writer.Write7BitEncodedInt(counts.Seen);
                Write(writer, counts.With);
            }
        }
        return target.ToArray();
    }

    /// <summary>Reads what <see cref="Write(GraphLearner)"/> wrote; throws <see cref="FormatException"/> on another
    /// format.</summary>
    public static GraphLearner Read(byte[] data)
    {
        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(data), CompressionMode.Decompress));
        if (reader.ReadByte() != Format) throw new FormatException("This is not a learned graph of a known format.");
        var learner = new GraphLearner();
        var events = reader.ReadInt64();
        var skills = Counts(reader);
        var features = new Dictionary<string, FeatureCounts>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var key = reader.ReadString();
            var counts = new FeatureCounts { Seen = reader.Read7BitEncodedInt() };
            foreach (var (skill, count) in Counts(reader)) counts.With[skill] = count;
            features[key] = counts;
        }
        learner.Restore(events, skills, features);
        return learner;
    }

    static void Write(BinaryWriter writer, IReadOnlyDictionary<int, int> counts)
    {
        writer.Write7BitEncodedInt(counts.Count);
        foreach (var (skill, count) in counts.OrderBy(c => c.Key))
        {
            writer.Write7BitEncodedInt(skill);
            writer.Write7BitEncodedInt(count);
        }
    }

    static Dictionary<int, int> Counts(BinaryReader reader)
    {
        var counts = new Dictionary<int, int>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            counts[reader.Read7BitEncodedInt()] = reader.Read7BitEncodedInt();
        return counts;
    }
}
