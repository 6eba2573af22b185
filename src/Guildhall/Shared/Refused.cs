namespace Guildhall.Shared;

/// <summary>
/// A rule of the business said no. The text is written for the person who reads it; its format is the key
/// under which translations stand. <c>Code</c> is stable for programs, <c>Field</c> names the input to correct.
/// </summary>
public sealed class Refused(FormattableString words, string code = "refused", string? field = null, Exception? cause =
    null)
    : Exception(FormattableString.Invariant(words), cause)
{
    public FormattableString Words { get; } = words;
    public string Code { get; } = code;
    public string? Field { get; } = field;

    /// <summary>The HTTP status where 409 would mislead programs: 401, 429.</summary>
    public int? Status { get; init; }

    /// <summary>When trying again makes sense.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>Not there, or not for this person: both answer 404, so existence does not leak.</summary>
public sealed class Missing(string what) : Exception($"There is no such {what}.")
{
    public string What { get; } = what;
}

/// <summary>Input that fails several checks at once: every field with what to do, answered as 422.</summary>
public sealed class Invalid(IReadOnlyDictionary<string, FormattableString> errors)
    : Exception("The input is not valid.")
{
    public IReadOnlyDictionary<string, FormattableString> Errors { get; } = errors;
}

/// <summary>Collects what is wrong with an input, field by field, then throws once.</summary>
public sealed class Check
{
    readonly Dictionary<string, FormattableString> errors = [];

    public Check That(bool holds, string field, FormattableString otherwise)
    {
        if (!holds) errors.TryAdd(field, otherwise);
        return this;
    }

    /// <summary>Required text of at most <paramref name="max"/> characters, at least <paramref name="min"/>.</summary>
    public Check Text(string? value, string field, int max, int min = 1)
    {
        var length = value?.Trim().Length ?? 0;
        if (min > 0) That(length > 0, field, $"Fill this in.");
        That(length >= min, field, $"Write at least {min} characters.");
        return That(length <= max, field, $"Write at most {max} characters.");
    }

    public void ThrowIfAny()
    {
        if (errors.Count > 0) throw new Invalid(errors);
    }
}
