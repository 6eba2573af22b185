using System.Globalization;
using System.Security.Claims;
using System.Text;
using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Web;

namespace Guildhall.Payments;

/// <summary>One's own money over the API, and the statement as a spreadsheet.</summary>
static class MoneyApi
{
    const int CsvRows = 10_000;

    public static void Map(Routes routes)
    {
        routes.Api.Get("/money/balances", Who.SignedIn, Rate.Read, DataClass.Own,
            (ClaimsPrincipal user, Ledger ledger, CancellationToken ct) => ledger.Of(user.UserId(), ct))
            .WithSummary("What you have, by currency and pocket");
        routes.Api.Get("/money/statement", Who.SignedIn, Rate.Read, DataClass.Own, Page)
            .WithSummary("Every movement of your money in a currency; the first of your balances when none is named");
        routes.Site.Get("/money/statement.csv", Who.SignedIn, Rate.Read, DataClass.Own, Csv);
    }

    static async Task<Page<StatementLine>> Page(ClaimsPrincipal user, Statements statements, Ledger ledger,
        CancellationToken ct, string? currency = null, DateOnly? from = null, DateOnly? until = null,
        Guid? contract = null, string? cursor = null, int? size = null)
    {
        long? before = null;
        if (cursor is not null)
            before = long.TryParse(Cursor.Keys(cursor, 1)[0], out var number) ? number
                : throw new Refused($"This page link is not valid any more. Start from the first page.", "bad_cursor",
                    "cursor");
        var take = Cursor.Size(size);
        // A journal has at most four lines of one person: read on to the end of the last one.
        var filter = Filter(currency ?? await Own(user, ledger, ct), from, until, contract);
        var lines = await statements.Lines(user.UserId(), filter, before, take + 4, ct);
        if (lines.Count <= take) return new(lines, null);
        var last = lines[take - 1].Sequence;
        var shown = lines.TakeWhile((l, i) => i < take || l.Sequence == last).ToList();
        return new(shown, shown.Count == lines.Count ? null : Cursor.Of(last));
    }

    static StatementFilter Filter(string currency, DateOnly? from, DateOnly? until, Guid? contract) =>
        Currencies.IsKnown(currency)
            ? new StatementFilter(currency, from, until, contract).Checked()
            : throw new Refused($"This currency is not known here.", "unknown_currency", "currency");

    /// <summary>The first currency somebody has an account in, as on the page.</summary>
    static async Task<string> Own(ClaimsPrincipal user, Ledger ledger, CancellationToken ct) =>
        (await ledger.Of(user.UserId(), ct)).FirstOrDefault()?.Currency ?? "USD";

    static async Task<IResult> Csv(ClaimsPrincipal user, Statements statements, Ledger ledger, CancellationToken ct,
        string? currency = null, DateOnly? from = null, DateOnly? until = null, Guid? contract = null)
    {
        currency ??= await Own(user, ledger, ct);
        var filter = Filter(currency, from, until, contract);
        var csv = new StringBuilder("journal,at,kind,about,contract,account,change,currency\r\n");
        foreach (var line in await statements.Lines(user.UserId(), filter, null, CsvRows, ct))
            csv.Append(CultureInfo.InvariantCulture, $"{line.Sequence},{line.At:yyyy-MM-ddTHH:mm:ssZ},{line.Kind},")
                .Append(Quoted(line.About)).Append(',').Append(line.ContractId).Append(',').Append(line.Pocket)
                    .Append(',')
                .Append(line.Change.ToString("F", CultureInfo.InvariantCulture)).Append(',').Append(currency)
                    .Append("\r\n");
        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8",
            $"statement-{currency}.csv");
    }

    // A text that begins like a formula would be run by the spreadsheet.
    static string Quoted(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"")}\"";
    }
}
