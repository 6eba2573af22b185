using System.Buffers.Text;
using System.Text;

namespace Guildhall.Shared.Web;

/// <summary>A page of a list; <c>Next</c> is the cursor to ask for the following one, null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, long? Total = null);

/// <summary>
/// Cursors are opaque to callers: the sort keys of the last item, so that pages neither repeat nor skip when rows
/// appear.
/// </summary>
public static class Cursor
{
    public const int MaxSize = 100;

    public static int Size(int? asked) => Math.Clamp(asked ?? 20, 1, MaxSize);

    public static string Of(params object[] keys) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string
            .Join('\n', keys.Select(k => k is DateTime at ? at.Ticks : k))));

    public static string[] Keys(string cursor, int count)
    {
        try
        {
            var keys = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n');
            if (keys.Length == count) return keys;
        }
        catch (FormatException) { }
        throw new Refused($"This page link is not valid any more. Start from the first page.", "bad_cursor", "cursor");
    }

    /// <summary>For lists sorted by newest first with the id as the tie-break.</summary>
    public static (DateTime At, Guid Id) TimeAndId(string cursor)
    {
        var keys = Keys(cursor, 2);
        return long.TryParse(keys[0], out var ticks) && ticks is >= 0 and <=
            3155378975999999999 && Guid.TryParse(keys[1], out var id)
            ? (new DateTime(ticks, DateTimeKind.Utc), id)
            : throw new Refused($"This page link is not valid any more. Start from the first page.", "bad_cursor",
                "cursor");
    }
}
