using System.Reflection;
using Guildhall.Engine.Matching;
using Guildhall.Shared.Ui;
using Xunit;

namespace Guildhall.Tests.Engine.Matching;

public class ReasonKeysTests
{
    [Fact]
    public void The_list_holds_every_sentence()
    {
        var declared = typeof(ReasonKeys).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

        Assert.Equal(declared.Order(), ReasonKeys.All.Order());
    }

    [Fact]
    public void Every_sentence_is_also_in_Spanish_with_the_same_placeholders()
    {
        var spanish = new Words().In("es");
        foreach (var key in ReasonKeys.All)
        {
            Assert.True(spanish.TryGetValue(key, out var translated), key);
            Assert.Equal(Placeholders(key), Placeholders(translated));
        }
    }

    static IEnumerable<int> Placeholders(string text) => Enumerable.Range(0, 9).Where(i => text.Contains($"{{{i}}}"));
}
