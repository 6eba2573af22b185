using System.Text.Json;
using System.Text.RegularExpressions;
using Guildhall.Shared.Ui;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Architecture;

/// <summary>Every text a person may read is there in Spanish, with the same values in it.</summary>
public partial class WordsTests
{
    [Fact]
    public void Every_text_has_its_Spanish()
    {
        var spanish = new Words().In("es");

        var missing = Repository.Sources("src/Guildhall").SelectMany(s => Keys(s.Text).Select(k => (s.Path, Key: k)))
            .Where(used => !spanish.ContainsKey(used.Key)).Select(used => $"{used.Path}: {used.Key}").Distinct();

        Assert.Equal("", string.Join("\n", missing));
    }

    [Fact]
    public void A_translation_keeps_the_values_of_its_text() => Assert.All(new Words().In("es"), pair =>
        Assert.Equal(Values(pair.Key), Values(pair.Value)));

    [Fact]
    public void A_text_is_translated_once_so_that_no_module_speaks_in_the_gender_of_another()
    {
        var all = Directory.GetFiles(Path.Combine(Repository.Root, "src/Guildhall/Resources/es"))
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!);

        Assert.Empty(all.GroupBy(pair => pair.Key, pair => pair.Value).Where(g => g.Distinct().Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g)}"));
    }

    [Fact]
    public void What_follows_a_bar_is_not_shown() => Assert.Equal("Over", new Words()["Over|proposals"]);

    [Fact]
    public void A_planted_text_without_Spanish_is_found() =>
        Assert.Equal(["Planted {0} text"], Keys("throw new Refused($\"Planted {name} text\", \"code\");"));

    static IEnumerable<string> Keys(string text) => KeysIn(Comment().Replace(text, ""));

    static IEnumerable<string> KeysIn(string source) =>
        Localized().Matches(source).Select(m => Unescape(m.Groups[1].Value))
            .Concat(Counted().Matches(source)
                .SelectMany(m => new[] { Unescape(m.Groups[1].Value), Unescape(m.Groups[2].Value) }))
            .Concat(Calls().Matches(source)
                .SelectMany(call => Interpolated().Matches(Arguments(source, call.Index + call.Length)))
                .Select(m => Format(m.Groups[1].Value)).Where(text => text.Contains(' ')));

    /// <summary>From behind an opening parenthesis to the one that closes it.</summary>
    static string Arguments(string source, int start)
    {
        var depth = 1;
        for (var i = start; i < source.Length; i++)
        {
            if (source[i] == '"')
                for (i++; i < source.Length && source[i] != '"'; i++)
                    if (source[i] == '\\') i++;
            if (i < source.Length && source[i] is '(' or ')' && (depth += source[i] == '(' ? 1 : -1) ==
                0) return source[start..i];
        }
        return source[start..];
    }

    static string Unescape(string literal) => literal.Replace("\\\"", "\"").Replace("\\\\", "\\");

    /// <summary>What the compiler makes of an interpolated string: values become {0}, {1}, …</summary>
    static string Format(string interpolated)
    {
        var (result, n, depth) = (new System.Text.StringBuilder(), 0, 0);
        for (var i = 0; i < interpolated.Length; i++)
        {
            var c = interpolated[i];
            if (depth == 0 && c is '{' or '}' && i + 1 < interpolated.Length && interpolated[i + 1] ==
                c) { result.Append(c, 2); i++; }
            else if (c == '{' && depth++ == 0) result.Append('{').Append(n++);
            else if (c == '}' && --depth == 0) result.Append('}');
            else if (depth == 0) result.Append(c);
            else if (depth == 1 && c == ':' && !interpolated[..i].EndsWith('?')) result
                .Append(interpolated[i..interpolated.IndexOf('}', i)]);
        }
        return Unescape(result.ToString());
    }

    static string[] Values(string text) =>
        [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order()];

    [GeneratedRegex("""\b(?:L|Words|words|l)\["((?:[^"\\]|\\.)*)"(?:\]|,)""")]
    private static partial Regex Localized();

    [GeneratedRegex("""\.Count\([^,]+, "((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)"\)""")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(?:Refused|That)\(")]
    private static partial Regex Calls();

    [GeneratedRegex(@"\$""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();
}
