using System.Security.Cryptography;
using System.Text;

namespace Guildhall.Demo.Stage;

/// <summary>Choices that look free and are the same everywhere: each follows from the words it is asked with.</summary>
static class Chance
{
    public static ulong Number(params ReadOnlySpan<string> about)
    {
        var text = Encoding.UTF8.GetBytes(string.Join('|', about));
        return BitConverter.ToUInt64(SHA256.HashData(text));
    }

    /// <summary>A whole number from <paramref name="least"/> up to and including <paramref name="most"/>.</summary>
    public static int Between(int least, int most, params ReadOnlySpan<string> about) =>
        least + (int)(Number(about) % (ulong)(most - least + 1));

    /// <summary>From 0 up to but not including 1.</summary>
    public static double Part(params ReadOnlySpan<string> about) => Number(about) % 1_000_000 / 1_000_000d;

    public static T Pick<T>(IReadOnlyList<T> from, params ReadOnlySpan<string> about) =>
        from[(int)(Number(about) % (ulong)from.Count)];
}
