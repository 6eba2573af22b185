using System.Text.Json;
using Guildhall.Engine.Matching;
using Guildhall.Tests.Support;
using Xunit;
using static Guildhall.Tests.Engine.Matching.MatchSamples;

namespace Guildhall.Tests.Engine.Matching;

public class RationaleTests
{
    [Fact]
    public void The_export_alone_gives_the_same_number() => Holds(Pairs, pair =>
    {
        var rationale = Rationale.Of(pair.Job, pair.Freelancer, Weights.V1, Corpus, Graph);
        var verdict = Verifier.Recompute(rationale.Json);
        return verdict.Agrees && verdict.Score == Score(pair.Job, pair.Freelancer).Score
            && verdict.InputsHash == rationale.InputsHash;
    }, 500);

    [Fact]
    public void White_space_does_not_matter()
    {
        using var parsed = JsonDocument.Parse(Made().Json);
        var pretty = JsonSerializer.Serialize(parsed, new JsonSerializerOptions { WriteIndented = true });

        Assert.True(Verifier.Recompute(pretty).Agrees);
    }

    [Theory]
    [InlineData("\"score\":", "\"score\":1", "score")]
    [InlineData("\"level\":7", "\"level\":9", "inputs' hash")]
    [InlineData("\"weeklyHours\":30", "\"weeklyHours\":31", "inputs' hash")]
    [InlineData("\"id\":", "\"extra\":1,\"id\":", "takes no part")]
    public void What_was_changed_is_said(string from, string to, string said)
    {
        var verdict = Verifier.Recompute(Made().Json.Replace(from, to));

        Assert.False(verdict.Agrees);
        Assert.Contains(verdict.Differences, d => d.Contains(said));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    [InlineData("{\"format\":\"guildhall-match/1\",\"inputs\":{\"formula\":1}}")]
    [InlineData("{\"format\":7}")]
    public void A_file_that_is_no_match_is_told_so(string json)
    {
        var verdict = Verifier.Recompute(json);

        Assert.False(verdict.Agrees);
        Assert.Single(verdict.Differences);
    }

    [Fact]
    public void Broken_text_is_stored_whole_and_scores_the_same()
    {
        var text = "checkout\0 pages \uD83E accessible \uDD8A🦊 año " + new string('z', 30_000);
        var odd = Freelancer() with { Text = text };
        var rationale = Rationale.Of(Job(), odd, Weights.V1, Corpus, Graph);

        Assert.DoesNotContain("\\u0000", rationale.Json);
        Assert.True(Verifier.Recompute(rationale.Json).Agrees);
        Assert.Equal(Score(Job(), odd).Score, rationale.Match.Score);
    }

    [Fact]
    public void The_bytes_are_the_same_for_ever()
    {
        // Changing a formula or the format changes this hash: raise Scorer.Formula or the format's number with it.
        Assert.Equal(
            "9145 6f6c36ccaac1bf375ef61b10ab3b658e79941d268dd80f9e86acc9785ec134ac",
            $"{Made().Match.Score} {Made().InputsHash}");
    }

    [Fact]
    public void A_file_exported_long_ago_still_verifies_or_the_verifier_says_which_program_does()
    {
        // Never replace these files: people keep such files. A new formula adds a file, and the program then verifies
        // its own formula and sends the older ones to the program that made them.
        var files = Directory.GetFiles(
            Path.Combine(Repository.Root, "tests/Guildhall.Tests/Engine/Matching/Kept"), "formula-*.json");
        Assert.Contains(files, f => f.Contains($"formula-{Scorer.Formula}-"));
        foreach (var file in files)
        {
            var verdict = Verifier.Recompute(File.ReadAllText(file));
            if (file.Contains($"formula-{Scorer.Formula}-")) Assert.True(verdict.Agrees, file);
            else Assert.Contains("this program computes formula", Assert.Single(verdict.Differences));
        }
    }

    [Theory]
    [InlineData(1, "", "Verify it with an older program.")]
    [InlineData(3, "", "Verify it with a newer program.")]
    [InlineData(3, ",\"site\":{\"program\":\"guildhall 4.2.0\"}", "Verify it with guildhall 4.2.0, which made it.")]
    public void Other_formulas_are_named_with_the_program_that_knows_them(int formula, string site, string said)
    {
        var verdict = Verifier.Recompute(
            $$"""{"format":"guildhall-match/1","inputs":{"formula":{{formula}}}{{site}}}""");

        Assert.Contains(said, Assert.Single(verdict.Differences));
    }

    [Fact]
    public void A_stored_match_is_read_as_it_was_made() => Holds(Pairs, pair =>
    {
        var made = Rationale.Of(pair.Job, pair.Freelancer, Weights.V2, Corpus, Graph);
        return JsonSerializer.Serialize(Rationale.Read(made.Json)) == JsonSerializer.Serialize(made);
    });

    static Rationale Made() => Rationale.Of(Job(), Freelancer(), Weights.V1, Corpus, Graph);
}
