using System.Diagnostics;
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

    /// <summary>Asks each three times, after some to get warm, and prints the best of each.</summary>
    public static void Measure<T>(string what, T[] asked, Func<T, object> find)
    {
        foreach (var one in asked.Take(100)) find(one);
        var best = new double[asked.Length];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < 3; round++)
            for (var i = 0; i < asked.Length; i++)
            {
                var start = Milliseconds();
                find(asked[i]);
                best[i] = Math.Min(best[i], Milliseconds() - start);
            }
        Console.WriteLine($"{what} [CPU ms, best of 3]: {P(best)}");
    }

    /// <summary>Answers a second when two threads ask.</summary>
    public static double OfTwoThreads<T>(T[] asked, Func<T, object> find)
    {
        var watch = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, 2).Select(t => new Thread(() =>
        {
            for (var i = t; i < asked.Length * 2; i += 2) find(asked[i % asked.Length]);
        })).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        return asked.Length * 2 / watch.Elapsed.TotalSeconds;
    }
}
