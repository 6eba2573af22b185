using Guildhall.Engine.Search;
using Xunit;

namespace Guildhall.Tests.Engine.Search;

public class TextTests
{
    [Theory]
    [InlineData("C#, C++ and .NET; node.js & CI/CD!", "c# c++ and .net node.js ci/cd")]
    [InlineData("ASP.NET on k8s/AWS. End.Start", "asp.net on k8s aws end start")]
    [InlineData("Diseño GRÁFICO en Málaga", "diseno grafico en malaga")]
    [InlineData("cafe\u0301 naïve", "cafe naive")]
    [InlineData("issue #12, 50% off", "issue 12 50 off")]
    [InlineData("e-mail front-end", "e mail front end")]
    [InlineData("🦊 \uD83E ​", "")]
    public void Words_are_folded_and_names_of_the_trade_kept_whole(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Tokenizer.Tokenize(text).Select(t => t.Text)));

    [Fact]
    public void A_word_knows_where_it_stood()
    {
        const string text = "Über C++. Then Node.js";
        var tokens = Tokenizer.Tokenize(text);

        Assert.Equal(["Über", "C++", "Then", "Node.js"], tokens.Select(t => text.Substring(t.Start, t.Length)));
        Assert.Equal([0, 0, 1, 1], tokens.Select(t => t.Sentence));
    }

    [Fact]
    public void Rarer_words_weigh_more_and_repetition_saturates()
    {
        var corpus = TextCorpus.Of(["red bike", "red car", "red boat", "blue bike"]);
        int Score(string query, string document) =>
            new TextQuery(TermVector.Of(query), corpus).Permille(TermVector.Of(document));

        Assert.True(Score("red boat", "boat") > Score("red boat", "red"));
        Assert.True(Score("red boat", "red boat") is > 900 and <= 1_000);
        Assert.True(Score("boat", "boat boat") < 2 * Score("boat", "boat"));
        Assert.True(Score("boat", "boat " + string.Join(' ', Enumerable.Range(0, 100).Select(i => $"other{i}")))
            < Score("boat", "boat"));
        Assert.Equal(0, Score("boat", "nothing alike"));
        Assert.Equal(0, Score("", "boat"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(10, 3)]
    [InlineData(1_000_000, 1)]
    [InlineData(1_000_000, 999_999)]
    public void Integer_rarity_is_the_logarithm_it_claims_to_be(int documents, int frequency)
    {
        var corpus = TextCorpus.Excerpt(documents, [KeyValuePair.Create("word", frequency)]);

        Assert.Equal(1_000 * Math.Log((2.0 * documents + 2) / (2.0 * frequency + 1)),
            corpus.Rarity(TermVector.Hash("word")), tolerance: 1.1);
    }

    [Theory]
    [InlineData("kubernetes", "kuberentes", 1)]
    [InlineData("react", "reactt", 1)]
    [InlineData("abc", "xyz", 3)]
    [InlineData("", "ab", 2)]
    [InlineData("ab", "ba", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Edit_distance_counts_swaps_as_one(string a, string b, int distance)
    {
        Assert.Equal(distance, Spelling.Distance(a, b, 3));
        Assert.Equal(distance, Spelling.Distance(b, a, 3));
        Assert.Equal(Math.Min(distance, 2), Spelling.Distance(a, b, 1));
    }

    [Theory]
    [InlineData("pyhton", "python", true)]
    [InlineData("pithon", "python", true)]
    [InlineData("string", "spring", false)]
    [InlineData("reach", "react", false)]
    [InlineData("java", "jave", false)]
    [InlineData("terrafrom", "terraform", true)]
    public void A_typing_mistake_is_told_from_another_word(string typed, string word, bool typo) =>
        Assert.Equal(typo, Spelling.IsTypo(typed, word));
}
