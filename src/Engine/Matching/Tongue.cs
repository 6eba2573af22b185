namespace Guildhall.Engine.Matching;

/// <summary>A language as a number: the letters of its ISO 639 code without the region; "es-MX" is "es".</summary>
static class Tongue
{
    public static uint Of(string code) => CurrencyCode.Of(code.Split('-', '_')[0].Trim());

    public static string Text(uint code) => CurrencyCode.Text(code).ToLowerInvariant();

    /// <summary>How many of the languages asked for are spoken.</summary>
    public static int Spoken(ReadOnlySpan<uint> asked, ReadOnlySpan<uint> spoken)
    {
        var number = 0;
        foreach (var language in asked)
            if (spoken.Contains(language)) number++;
        return number;
    }
}
