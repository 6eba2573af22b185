using System.Numerics;
using System.Runtime.InteropServices;

namespace Guildhall.Bench.Matching;

/// <summary>How fast this machine reads memory in one thread: what no search that reads everything can beat.</summary>
static class Memory
{
    public static double GigabytesPerSecond()
    {
        var memory = new byte[512 << 20];
        Array.Fill(memory, (byte)1);
        var best = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var start = Cpu.Milliseconds();
            var (one, two) = (Vector<ulong>.Zero, Vector<ulong>.Zero);
            var vectors = MemoryMarshal.Cast<byte, Vector<ulong>>(memory);
            for (var i = 0; i + 1 < vectors.Length; i += 2)
            {
                one ^= vectors[i];
                two ^= vectors[i + 1];
            }
            GC.KeepAlive(one ^ two);
            best = Math.Min(best, Cpu.Milliseconds() - start);
        }
        return memory.Length / 1e6 / best;
    }
}
