using System.Text.Json;
using Guildhall.Engine.Matching;
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

    static Rationale Made() => Rationale.Of(Job(), Freelancer(), Weights.V1, Corpus, Graph);
}
