using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Ui;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>Finds a paper for the person it was issued to.</summary>
public sealed class PaperShelf(Db db)
{
    public async Task<Paper> One(Guid id, Guid personId, CancellationToken ct) =>
        await db.Set<Paper>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.ForId == personId, ct)
            ?? throw new Missing("paper");

    /// <summary>The newest first.</summary>
    public Task<List<Paper>> Of(Guid personId, int most, CancellationToken ct) => db.Set<Paper>().AsNoTracking()
        .Where(p => p.ForId == personId).OrderByDescending(p => p.IssuedAt).ThenByDescending(p => p.Id).Take(most).ToListAsync(ct);

    public static void Map(Routes routes)
    {
        routes.Site.Get("/receipts/{id:guid}.pdf", Who.SignedIn, Rate.Read, DataClass.Own, Pdf);
        routes.Site.Get("/invoices/{id:guid}.pdf", Who.SignedIn, Rate.Read, DataClass.Own, Pdf);
    }

    static async Task<IResult> Pdf(Guid id, ClaimsPrincipal user, PaperShelf shelf, Words words, CancellationToken ct)
    {
        var paper = await shelf.One(id, user.UserId(), ct);
        return Results.File(PaperPdf.Draw(paper, words), "application/pdf", $"{paper.Code}.pdf");
    }
}
