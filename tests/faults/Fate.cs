using System.Diagnostics;
using Guildhall.Browser;

namespace Guildhall.Faults;

/// <summary>Decides, for every unsafe request and every wait of a journey, what goes wrong there.</summary>
abstract class Fate
{
    /// <summary>Sends the request, and sees to it that it is carried out in the end.</summary>
    public abstract Task<Answer> Carry(Traveller who, HttpMethod method, string path, object? body);

    /// <summary>While the journey waits for work done in the background.</summary>
    public virtual Task Meanwhile() => Task.CompletedTask;

    /// <summary>Something the site acknowledged: it must be so from now on.</summary>
    public virtual void Remember(string what, Func<Task<bool>> holds) { }

    /// <summary>After the journey: everything it was to remember is still so.</summary>
    public virtual Task Recall() => Task.CompletedTask;
}

/// <summary>Nothing goes wrong.</summary>
sealed class Calm : Fate
{
    public override Task<Answer> Carry(Traveller who, HttpMethod method, string path, object? body) =>
        who.Send(method, path, body, Guid.CreateVersion7().ToString());
}

/// <summary>A program written in haste: it sends everything twice, and the second time under another key.</summary>
sealed class Hasty : Fate
{
    public override async Task<Answer> Carry(Traveller who, HttpMethod method, string path, object? body)
    {
        var answer = await who.Send(method, path, body, Guid.CreateVersion7().ToString());
        try { await who.Send(method, path, body, Guid.CreateVersion7().ToString()); }
        catch (Refusal) { } // the site saw by itself that it was done
        return answer;
    }
}

/// <summary>
/// kill -9, once for every unsafe request and once for every wait: while the request is under way, or as soon as it
/// is answered and before what it caused has run. Then the site starts again, and the same request comes with the
/// same key.
/// </summary>
sealed class Killing(PublishedSite site, int seed) : Fate
{
    // After each kill only the newest are asked for, since a fresh process answers slowly; in the end all are.
    const int Newest = 3;
    readonly Random chance = new(seed);
    readonly List<(string What, Func<Task<bool>> Holds)> remembered = [];
    double usual = 200; // milliseconds that the first request of a fresh process takes

    public int Kills { get; private set; }
    public List<string> Diary { get; } = [];

    public override async Task<Answer> Carry(Traveller who, HttpMethod method, string path, object? body)
    {
        await who.Renew(); // no accident there: a renewal has no key
        var key = Guid.CreateVersion7().ToString();
        var (midway, delay) = (chance.Next(3) > 0, chance.NextDouble() * usual);
        var sending = who.Send(method, path, body, key);
        if (midway) await Task.Delay(TimeSpan.FromMilliseconds(delay));
        else await sending;
        await Kill();
        var answer = await AnswerOf(sending);
        await Restart();

        var watch = Stopwatch.StartNew();
        var again = await who.Send(method, path, body, key);
        if (!again.IsRepeated) usual = (usual + watch.Elapsed.TotalMilliseconds) / 2;
        Note(who, method, path, midway ? delay : null, answer, again);
        return again;
    }

    static async Task<Answer?> AnswerOf(Task<Answer> sending)
    {
        try { return await sending; }
        catch (Exception e) when (e is HttpRequestException or IOException) { return null; }
    }

    void Note(Traveller who, HttpMethod method, string path, double? delay, Answer? answer, Answer again)
    {
        var when = delay is { } ms ? $"after {ms:0} ms" : "once answered";
        var what = (answer, again.IsRepeated) switch
        {
            (not null, true) => "it had been answered", (null, true) => "done, but its answer was lost",
            (null, false) => "nothing had been done", _ => "ACKNOWLEDGED AND LOST",
        };
        Diary.Add($"{who.Name} {method} {path}: killed {when}; {what}");
        if (answer is not null && (!again.IsRepeated || answer.Text != again.Text || answer.Status != again.Status))
            throw new Broken($"{Diary[^1]}\nfirst: {answer.Status} {answer.Text}\nthen: {again.Status} {again.Text}");
    }

    public override async Task Meanwhile()
    {
        var delay = chance.Next(0, 400);
        await Task.Delay(delay);
        await Kill();
        await Restart();
        Diary.Add($"killed {delay} ms into the work in the background");
    }

    async Task Kill()
    {
        await site.Kill();
        Kills++;
    }

    async Task Restart()
    {
        await site.Start();
        await Recall(remembered.TakeLast(Newest));
    }

    public override Task Recall() => Recall(remembered);

    async Task Recall(IEnumerable<(string What, Func<Task<bool>> Holds)> promises)
    {
        foreach (var (what, holds) in promises)
            if (!await holds()) throw new Broken($"Lost after kill {Kills}: {what}\n{string.Join('\n', Diary)}");
    }

    public override void Remember(string what, Func<Task<bool>> holds) => remembered.Add((what, holds));
}

/// <summary>A promise of the site did not hold.</summary>
sealed class Broken(string words) : Exception(words);
