using System.Reflection.Emit;

namespace Guildhall.Tests.Architecture;

/// <summary>Reads a method's body instruction by instruction and gives the metadata tokens it names.</summary>
static class Instructions
{
    static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(code => code.Value & 0xFFFF);

    public static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var code = Codes[il[at] == 0xFE ? 0xFE00 | il[at + 1] : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType
                or OperandType.InlineTok)
                yield return BitConverter.ToInt32(il, at);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }
}
