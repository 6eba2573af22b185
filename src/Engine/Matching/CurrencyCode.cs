namespace Guildhall.Engine.Matching;

/// <summary>
/// A currency as a number: its ISO 4217 letters in upper case, one byte each. What is longer than four ASCII characters
/// is no currency and stands as "?" with a hash, so that it equals only itself.
/// </summary>
static class CurrencyCode
{
    const uint Foreign = 0x8000_0000;

    public static uint Of(string code)
    {
        var packed = 0u;
        foreach (var letter in code)
        {
            if (code.Length > 4 || letter is '\0' or > '\x7F')
                return Foreign | (uint)Search.TermVector.Hash(code.ToUpperInvariant());
            packed = packed << 8 | char.ToUpperInvariant(letter);
        }
        return packed;
    }

    public static string Text(uint code)
    {
        if (code >= Foreign) return "?";
        Span<char> letters = stackalloc char[4];
        var at = 4;
        for (; code > 0; code >>= 8) letters[--at] = (char)(code & 0x7F);
        return new(letters[at..]);
    }
}
