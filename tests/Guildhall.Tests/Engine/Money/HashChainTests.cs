using FsCheck;
using FsCheck.Fluent;
using Guildhall.Engine.Money;
using Xunit;

namespace Guildhall.Tests.Engine;

public class HashChainTests
{
    static readonly DateTime at = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    static readonly Func<JournalLine, JournalLine>[] lineEdits =
    [
        l => l with { Amount = l.Amount with { Minor = l.Amount.Minor + 1 } },
        l => l with { Amount = -l.Amount },
        l => l with { Amount = l.Amount with { Currency = "EUR" } },
        l => l with { Account = new(AccountKind.ClientWallet, l.Account.Owner) },
        l => l with { Account = l.Account with { Owner = DeterministicId.From("somebody else") } },
    ];

    static readonly Func<ChainedJournal, int, ChainedJournal>[] edits =
    [
        (c, _) => c with { Sequence = c.Sequence + 1 },
        (c, _) => c with { Hash = HashChain.Genesis },
        (c, _) => c with { Hash = c.Hash[1..] + c.Hash[0] },
        (c, _) => c with { Journal = c.Journal with { Id = DeterministicId.From("other") } },
        (c, _) => c with { Journal = c.Journal with { Kind = "gift" } },
        (c, _) => c with { Journal = c.Journal with { Reference = c.Journal.Reference + "0" } },
        (c, _) => c with { Journal = c.Journal with { At = c.Journal.At.AddMicroseconds(1) } },
        (c, _) => c with { Journal = c.Journal with { Lines = [.. c.Journal.Lines.Skip(1)] } },
        (c, _) => c with { Journal = c.Journal with { Lines = [.. c.Journal.Lines, c.Journal.Lines[0]] } },
        .. lineEdits.Select(edit => (Func<ChainedJournal, int, ChainedJournal>)((c, line) => c with
        {
            Journal = c.Journal with
            {
                Lines = [.. c.Journal.Lines.Select((l, i) => i == line % c.Journal.Lines.Count ? edit(l) : l)],
            },
        })),
    ];

    [Fact]
    public void An_untouched_chain_is_intact()
    {
        var chain = Chain(20);
        var verdict = HashChain.Verify(chain);
        Assert.True(verdict.IsIntact);
        Assert.Equal((20, chain[^1].Hash), (verdict.Verified, verdict.Head));
        Assert.True(HashChain.Verify(chain.Skip(7), after: 7, head: chain[6].Hash).IsIntact);
        Assert.Equal(HashChain.Genesis, HashChain.Verify([]).Head);
    }

    [Fact]
    public void Every_single_edit_is_named_at_its_entry() =>
        Prop.ForAll(Gen.Choose(0, 11).ToArbitrary(), Gen.Choose(0, edits.Length - 1).ToArbitrary(),
            Gen.Choose(0, 9).ToArbitrary(), (entry, edit, line) =>
            {
                var chain = Chain(12);
                chain[entry] = edits[edit](chain[entry], line);
                var verdict = HashChain.Verify(chain);
                return verdict.Verified == entry && verdict.Broken?.JournalId == chain[entry].Journal.Id;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    [Fact]
    public void Removing_swapping_and_rewriting_entries_is_noticed()
    {
        var chain = Chain(5);
        Assert.Equal(ChainFault.SequenceGap, HashChain.Verify(chain.Where(c => c.Sequence != 3)).Broken?.Fault);
        Assert.False(HashChain.Verify([chain[1], chain[0]]).IsIntact);

        // A forger who recomputes the edited entry's own hash is caught at the next one.
        var forged = chain[2].Journal with { Reference = "milestone:mine" };
        chain[2] = HashChain.Append(3, chain[1].Hash, forged);
        var broken = HashChain.Verify(chain).Broken;
        Assert.Equal((4L, ChainFault.HashMismatch), (broken!.Sequence, broken.Fault));

        // Cutting the end off leaves a right chain; only a head noted elsewhere shows it.
        Assert.NotEqual(chain[^1].Hash, HashChain.Verify(Chain(4)).Head);
    }

    [Fact]
    public void The_order_lines_are_read_in_does_not_matter_and_the_hash_is_pinned()
    {
        var first = Chain(1)[0];
        var turned = first.Journal with { Lines = [.. first.Journal.Lines.Reverse()] };
        Assert.True(HashChain.Verify([first with { Journal = turned }]).IsIntact);
        // Pinned: a change of the canonical bytes would break every stored ledger.
        Assert.Equal("de34eee73d1ef08649de741326955495e4a7aa274c15d3363593e8dd487349ef", first.Hash);
    }

    static List<ChainedJournal> Chain(int length)
    {
        var chain = new List<ChainedJournal>();
        foreach (var number in Enumerable.Range(1, length))
        {
            var milestone = DeterministicId.From("milestone", $"{number}");
            var journal = Journals.Fund(new(DeterministicId.From("fund", $"{number}"), at.AddSeconds(number)),
                milestone, AccountKind.ProcessorClearing, FeePresets.SkillGig.Quote(new(number * 1000, "USD")));
            chain.Add(HashChain.Append(number, chain.Count == 0 ? HashChain.Genesis : chain[^1].Hash, journal));
        }
        return chain;
    }
}
