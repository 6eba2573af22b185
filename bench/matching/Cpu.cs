using System.Runtime.InteropServices;

namespace Guildhall.Bench.Matching;

/// <summary>CPU time of this thread, so that neighbours on the machine do not count.</summary>
static partial class Cpu
{
    const int ThreadClock = 3;

    [LibraryImport("libc")]
    private static unsafe partial int clock_gettime(int clock, long* time);

    public static unsafe double Milliseconds()
    {
        var time = stackalloc long[2];
        clock_gettime(ThreadClock, time);
        return time[0] * 1e3 + time[1] / 1e6;
    }

    public static string P(double[] times)
    {
        Array.Sort(times);
        return $"p50 {times[times.Length / 2]:0.000}  p90 {times[times.Length * 9 / 10]:0.000}  "
            + $"p99 {times[times.Length * 99 / 100]:0.000}  max {times[^1]:0.000}  mean {times.Average():0.000}";
    }
}
