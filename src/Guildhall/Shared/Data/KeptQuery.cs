using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Guildhall.Shared.Data;

/// <summary>
/// A question asked so often that it is translated once for each database and not looked up again. What it reads is
/// as fresh as any other's.
/// </summary>
/// <param name="question">Of the unit of work and one value; a value that is not given to it must not change.</param>
public sealed class KeptQuery<TAsked, TRow>(Expression<Func<Db, TAsked, IQueryable<TRow>>> question)
{
    readonly ConcurrentDictionary<IModel, Func<Db, TAsked, IAsyncEnumerable<TRow>>> translated = new();

    public async Task<List<TRow>> List(Db db, TAsked asked, CancellationToken ct)
    {
        var rows = new List<TRow>();
        await foreach (var row in Ask(db, asked).WithCancellation(ct)) rows.Add(row);
        return rows;
    }

    /// <summary>Null when there is none.</summary>
    public async Task<TRow?> One(Db db, TAsked asked, CancellationToken ct)
    {
        await foreach (var row in Ask(db, asked).WithCancellation(ct)) return row;
        return default;
    }

    IAsyncEnumerable<TRow> Ask(Db db, TAsked asked) =>
        translated.GetOrAdd(db.Model, _ => EF.CompileAsyncQuery(question))(db, asked);
}
