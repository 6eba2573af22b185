using System.Text.RegularExpressions;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Architecture;

/// <summary>
/// The text of the source keeps its promises: small files, short lines, and no words that mean "later".
/// </summary>
public partial class TidyTests
{
    const int LongestFile = 300;
    const int LongestLine = 120;

    static readonly (string Word, string Instead)[] Banned =
    [
        ("DateTime.UtcNow", "TimeProvider"), ("DateTime.Now", "TimeProvider"),
            ("DateTimeOffset.UtcNow", "TimeProvider"),
        ("Guid.NewGuid", "Guid.CreateVersion7"), ("NotImplementedException", "the thing itself"),
            ("TO" + "DO", "do it"),
        ("FIX" + "ME", "fix it"), ("HA" + "CK", "mend it"), ("Thread.Sleep", "a signal"),
            (".GetAwaiter().GetResult()", "await"),
        ("style=\"", "a class"), ("onclick=", "a form or an island"),
    ];

    // Where a banned word has a reason; the reason stands beside it in the source.
    static readonly string[] Excused =
    [
        "Shared/SiteKeys.cs:.GetAwaiter().GetResult()", "Accounts/Sessions/SignInSetup.cs:.GetAwaiter().GetResult()",
        "Talent/Public/Skills.cs:.GetAwaiter().GetResult()",
    ];

    [Fact]
    public void The_source_is_tidy() => 
        Assert.Equal("", string.Join("\n", Repository.Sources().SelectMany(s => Faults(s.Path, s.Text))));

    [Theory]
    [InlineData("var now = DateTime.UtcNow;", "DateTime.UtcNow")]
    [InlineData("// TO" + "DO later", "TO" + "DO")]
    [InlineData("jobs.Where(j => j.State " + "< JobState.Closed)", "orders states")]
    public void A_planted_word_is_found(string line, string word) =>
        Assert.Contains(Faults("src/Guildhall/Planted.cs", line), f => f.Contains(word));

    [Fact]
    public void A_planted_long_file_and_a_planted_long_line_are_found()
    {
        Assert.Single(Faults("src/Guildhall/Planted.cs", string.Concat(Enumerable.Repeat("x\n", LongestFile + 1))));
        Assert.Single(Faults("src/Guildhall/Planted.cs", new string('x', LongestLine + 1)));
    }

    // A sentence is the key of its translation and cannot be broken, so in markup it does not count.
    static string Measured(string path, string line) => path.EndsWith(".razor") ? Sentence().Replace(line, "L[]") : line;

    [GeneratedRegex(@"L\[""(?:[^""\\]|\\.)*""")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[Ss]tate [<>]=? \w*State\.\w+")]
    private static partial Regex OrderedState();

    static IEnumerable<string> Faults(string path, string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        if (lines.Length > LongestFile) yield
            return $"{path} has {lines.Length} lines: is there more than one thing in it?";
        for (var i = 0; i < lines.Length; i++)
            if (Measured(path, lines[i]).Length > LongestLine) yield return $"{path}:{i + 1} is {lines[i].Length} columns wide";
        if (OrderedState().Match(text) is { Success: true } order)
            yield return $"{path} orders states ({order.Value}); they are stored as text: name those that are meant";
        foreach (var (word, instead) in Banned)
            if (text.Contains(word) && !Excused.Any(e => path.EndsWith(e.Split(':', 2)[0]) && e.EndsWith(word)))
                yield return $"{path} says {word}; say {instead}";
    }
}
