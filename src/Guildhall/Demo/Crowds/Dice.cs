using System.Globalization;
using Guildhall.Demo.Stage;

namespace Guildhall.Demo.Crowds;

/// <summary>Throws of one person or job: the same throws in the same order everywhere.</summary>
sealed class Dice(string about)
{
    int thrown;

    /// <summary>From <paramref name="least"/> up to and including <paramref name="most"/>.</summary>
    public int Between(int least, int most) => Chance.Between(least, most, about, Next());

    /// <summary>From 0 up to but not including 1.</summary>
    public double Part() => Chance.Part(about, Next());

    public T Pick<T>(IReadOnlyList<T> from) => Chance.Pick(from, about, Next());

    /// <summary>Several different ones, in the order they were drawn.</summary>
    public List<T> Draw<T>(IReadOnlyList<T> from, int count)
    {
        var left = from.ToList();
        var drawn = new List<T>();
        while (drawn.Count < count && left.Count > 0)
        {
            var at = Between(0, left.Count - 1);
            drawn.Add(left[at]);
            left.RemoveAt(at);
        }
        return drawn;
    }

    /// <summary>One of the pairs, each as likely as its share says.</summary>
    public T ByShare<T>(IReadOnlyCollection<(T Item, int Share)> from)
    {
        var at = Between(0, from.Sum(f => f.Share) - 1);
        foreach (var (item, share) in from)
            if ((at -= share) < 0) return item;
        throw new InvalidOperationException("Shares sum to more than their sum.");
    }

    string Next() => (thrown++).ToString(CultureInfo.InvariantCulture);
}
