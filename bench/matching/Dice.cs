namespace Guildhall.Bench.Matching;

/// <summary>SplitMix64: the same throws for the same seed on every machine.</summary>
struct Dice(ulong seed)
{
    ulong state = Mix(seed + 0x9E3779B97F4A7C15);

    public ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    /// <summary>0..n-1.</summary>
    public int Below(int n) => (int)(Next() % (ulong)n);

    /// <summary>From 0 up to but not 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double p) => Unit() < p;

    /// <summary>About normal: mean 0, deviation 1.</summary>
    public double Bell()
    {
        var sum = 0.0;
        for (var i = 0; i < 6; i++) sum += Unit();
        return (sum - 3) * 1.414;
    }

    /// <summary>Zipfian rank 0..n-1: rank r about as often as 1/(r+1)^s.</summary>
    public int Rank(int n, double s)
    {
        // The inverse of the continuous distribution: near enough, and no table.
        var a = 1 - s;
        return Math.Min(n - 1, (int)(Math.Pow(Unit() * (Math.Pow(n + 1, a) - 1) + 1, 1 / a) - 1));
    }

    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
