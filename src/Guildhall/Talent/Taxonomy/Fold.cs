using System.Globalization;
using System.Text;

namespace Guildhall.Talent.Taxonomy;

/// <summary>How words are compared: case, accents, and hyphens against spaces make no difference; + # . do.</summary>
static class Fold
{
    public static string Text(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            var plain = char.IsWhiteSpace(c) || c is '-' or '_' or '/' ? ' ' : char.ToLowerInvariant(c);
            if (plain != ' ' || folded.Length > 0 && folded[^1] != ' ') folded.Append(plain);
        }
        return folded.ToString().TrimEnd();
    }
}
