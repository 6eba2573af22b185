using System.Security.Cryptography;
using System.Text;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>
/// The people of the market in two files, mapped into memory at the next start and followed by the changes since. The
/// database stays the truth: files that are missing, damaged, of other formulas, of another taxonomy or of another
/// database are not used, and everybody is read again.
/// </summary>
public sealed class MarketSnapshot(Settings settings, ILogger<MarketSnapshot> log)
{
    /// <summary>A file goes to a change; so long at most is that change still in the database for sure.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(6);

    string Folder => Path.Combine(settings.Data, "index");
    string People => Path.Combine(Folder, "people.index");
    string Talent => Path.Combine(Folder, "talent.index");

    public async Task Save(Db db, Market market, long sequence, CancellationToken ct)
    {
        if (await Stamp(db, sequence, market.Taxonomy, ct) is not { } stamp) return;
        try
        {
            Directory.CreateDirectory(Folder);
            market.Engine.Save(People, sequence, stamp);
            market.Talent.Save(Talent, sequence, stamp);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(e, "The market could not be kept in {Folder}; the next start reads everybody", Folder);
        }
    }

    /// <summary>Null when there is nothing that fits.</summary>
    public async Task<(MatchIndex People, SearchIndex Talent, long Sequence)?> Load(
        Db db, long taxonomy, CancellationToken ct)
    {
        if (!File.Exists(People) || !File.Exists(Talent)) return null;
        if (MatchIndex.Load(People, []) is var (people, sequence, stamp)
            && SearchIndex.Load(TalentColumns.Schema, Talent) is var (talent, same, sameStamp)
            && sequence == same && stamp == sameStamp && await Stamp(db, sequence, taxonomy, ct) == stamp)
            return (people, talent, sequence);
        log.LogInformation("The files in {Folder} do not fit this database and program; everybody is read", Folder);
        return null;
    }

    // The change itself, as this database has it: a restored or another one has another under the same number.
    static async Task<long?> Stamp(Db db, long sequence, long taxonomy, CancellationToken ct)
    {
        var oldest = db.Clock.Now() - Longest;
        var change = await db.Set<MarketChange>().AsNoTracking()
            .SingleOrDefaultAsync(c => c.Sequence == sequence && c.At > oldest, ct);
        return change is null ? null : BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{change.Sequence} {change.Subject} {change.SubjectId} {change.At.Ticks} {taxonomy}")));
    }
}
