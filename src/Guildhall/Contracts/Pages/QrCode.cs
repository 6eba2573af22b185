using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace Guildhall.Contracts.Pages;

/// <summary>
/// An address as a code for the camera, drawn as one path so that it prints sharp and needs no style.
/// </summary>
static class QrCode
{
    public static MarkupString Of(string address, string label)
    {
        var modules = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.L).ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
            for (var x = 0; x < modules.Count; x++)
                if (modules[y][x]) path.Append($"M{x} {y}h1v1h-1z");
        return new($"""<svg class="qr" viewBox="0 0 {modules.Count} {modules.Count}" role="img" """
            + $"""aria-label="{WebUtility.HtmlEncode(label)}"><path d="{path}"/></svg>""");
    }
}
