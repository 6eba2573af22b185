using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace Guildhall.Shared.Ui;

/// <summary>
/// The site's words. English text is the key; other languages stand in <c>Resources/{language}/*.json</c>,
/// and a test holds them complete. What follows a bar is not shown: it tells apart what is one word in English and
/// several elsewhere ("Hired|proposal", "Hired|people").
/// </summary>
public sealed class Words
{
    public static readonly string[] Languages = ["en", "es"];
    readonly Dictionary<string, Dictionary<string, string>> translations = Languages.ToDictionary(l => l, Load);

    /// <summary>The text in the reader's language.</summary>
    public string this[string english] => Translate(english);

    public string this[string english, params object?[] values] =>
        string.Format(CultureInfo.CurrentCulture, Translate(english), values);

    public string this[FormattableString words] =>
        string.Format(CultureInfo.CurrentCulture, Translate(words.Format), words.GetArguments());

    /// <summary>One or many: <c>L.Count(n, "1 job", "{0} jobs")</c>.</summary>
    public string Count(long n, string one, string many) => n == 1 ? this[one] : this[many, n];

    public IReadOnlyDictionary<string, string> In(string language) => translations[language];

    string Translate(string english) =>
        translations.TryGetValue(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, out var words)
        && words.TryGetValue(english, out var translated) ? translated : WithoutContext(english);

    static string WithoutContext(string english) =>
        english.IndexOf('|') is >= 0 and var at ? english[..at] : english;

    static Dictionary<string, string> Load(string language)
    {
        var all = new Dictionary<string, string>();
        var assembly = typeof(Words).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains($".Resources.{language}."))
            .Order())
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!) all[key] =
                value;
        }
        return all;
    }
}
