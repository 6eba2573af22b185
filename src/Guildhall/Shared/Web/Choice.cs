namespace Guildhall.Shared.Web;

/// <summary>
/// One of a few words in an address: read without regard to case, refused with the list of what it may be.
/// </summary>
public static class Choice
{
    public static T Of<T>(string? text, T otherwise, string field) where T : struct, Enum =>
        OrNull<T>(text, field) ?? otherwise;

    public static T? OrNull<T>(string? text, string field) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            && !char.IsAsciiDigit(text[0])) return value;
        var known = string.Join(", ", Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]));
        throw new Refused($"This must be one of: {known}.", "unknown_choice", field);
    }
}
