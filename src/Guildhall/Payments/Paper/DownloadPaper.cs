using System.Security.Claims;
using Guildhall.Shared.Ui;
using Guildhall.Shared.Web;

namespace Guildhall.Payments;

/// <summary>The paper as a file to keep.</summary>
static class DownloadPaper
{
    static async Task<IResult> Run(
        Guid id, HttpContext http, ClaimsPrincipal user, PaperShelf shelf, Words words, CancellationToken ct)
    {
        var paper = await shelf.One(id, user.UserId(), ct);
        return Results.File(
            PaperSheet.Draw(paper, words, Look.Of(http).Brand), "application/pdf", $"{paper.Code}.pdf");
    }

    public static void Map(Routes routes)
    {
        foreach (var kind in (string[])["receipts", "invoices"])
            routes.Site.Get($"/{kind}/{{id:guid}}.pdf", Who.SignedIn, Rate.Read, DataClass.Own, Run);
    }
}
