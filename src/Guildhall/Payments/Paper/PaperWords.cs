using System.Globalization;
using Guildhall.Shared.Ui;

namespace Guildhall.Payments;

/// <summary>What a paper's page and its PDF write alike.</summary>
static class PaperWords
{
    /// <summary>Always with the year, since papers are kept: "14 March 2026".</summary>
    public static string Day(DateTime at) => at.ToString(
        Look.Language == "es" ? "d 'de' MMMM 'de' yyyy" : "d MMMM yyyy", CultureInfo.CurrentUICulture);
}
