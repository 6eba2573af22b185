using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Guildhall.Bench.Search;

/// <summary>
/// Asks a site over two connections, one question at a time on each, for so many seconds. Reads every answer to its end
/// and counts what is in it, with as little work as that takes: the site's machine is also this one's.
/// </summary>
static class Ask
{
    /// <param name="Paths">Asked in any order.</param>
    /// <param name="List">The list in each answer.</param>
    /// <param name="Length">How many are in it.</param>
    sealed record Task(string Base, string Token, string[] Paths, string List, int Length, int Warm, double Seconds,
        int? Pid);

    /// <summary>The task is read as JSON from the input, the figures are written.</summary>
    public static void Run()
    {
        var task = JsonSerializer.Deserialize<Task>(Console.In.ReadToEnd(), JsonSerializerOptions.Web)!;
        Both(task, () => false, task.Warm / 2);
        var (spent, own, began) = (Cpu(task.Pid), Cpu(Environment.ProcessId), Stopwatch.GetTimestamp());
        var times = Both(task, () => Stopwatch.GetElapsedTime(began).TotalSeconds >= task.Seconds, int.MaxValue);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        (spent, own) = (Cpu(task.Pid) - spent, Cpu(Environment.ProcessId) - own);
        times.Sort();
        double At(double share) => times[(int)(times.Count * share)];
        Console.WriteLine($"p50 {At(0.5):0.0} p90 {At(0.9):0.0} p99 {At(0.99):0.0} max {times[^1]:0.0} ms, "
            + $"{times.Count / took:0} requests/s"
            + (task.Pid is null ? "" : $", {spent / times.Count:0.00} ms of the site's processor each")
            + $", {own / times.Count:0.00} of the driver's");
    }

    static List<double> Both(Task task, Func<bool> isOver, int most)
    {
        List<double>[] times = [[], []];
        var threads = times.Select((mine, i) => new Thread(() => Ask.Each(task, new Random(i), isOver, most, mine)))
            .ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        return [.. times[0], .. times[1]];
    }

    static void Each(Task task, Random dice, Func<bool> isOver, int most, List<double> times)
    {
        var site = new Uri(task.Base);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(new DnsEndPoint(site.Host, site.Port));
        var questions = task.Paths.Select(path => Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {site.Authority}\r\nAuthorization: Bearer {task.Token}\r\n\r\n")).ToArray();
        var answer = new Answer(socket);
        while (times.Count < most && !isOver())
        {
            var asked = dice.Next(questions.Length);
            var began = Stopwatch.GetTimestamp();
            socket.Send(questions[asked]);
            var body = answer.Read();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (Count(body, task.List) is var count && count != task.Length)
                throw new InvalidOperationException($"{task.Paths[asked]}: {count} instead of {task.Length}");
        }
    }

    static int Count(ReadOnlySpan<byte> json, string list)
    {
        var reader = new Utf8JsonReader(json);
        var (count, inside) = (0, false);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
                inside = reader.ValueTextEquals(list);
            if (inside && reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.StartObject) count++;
        }
        return count;
    }

    // Milliseconds of processor time of all threads together; the system counts in hundredths of a second.
    static double Cpu(int? pid)
    {
        if (pid is null) return 0;
        var fields = File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].Split(' ');
        return (long.Parse(fields[11]) + long.Parse(fields[12])) * 10.0;
    }

    /// <summary>Reads one answer after the other: the head, then a body of known length or in chunks.</summary>
    sealed class Answer(Socket socket)
    {
        byte[] buffer = new byte[256 * 1024];
        readonly byte[] body = new byte[1024 * 1024];
        int from, to;

        public ReadOnlySpan<byte> Read()
        {
            if (!Line().StartsWith("HTTP/1.1 200 "u8)) throw new InvalidOperationException("Not answered with 200.");
            var (length, chunked) = (0, false);
            for (var line = Line(); line.Length > 0; line = Line())
            {
                if (Starts(line, "content-length: "u8)) Utf8Parser.TryParse(line[16..], out length, out _);
                if (Starts(line, "transfer-encoding: chunked"u8)) chunked = true;
            }
            if (!chunked) return Take(length, 0);
            var filled = 0;
            while (true)
            {
                if (!Utf8Parser.TryParse(Line(), out int size, out _, 'x'))
                    throw new InvalidOperationException("A chunk has no size.");
                Take(size, filled);
                filled += size;
                Line();
                if (size == 0) return body.AsSpan(0, filled);
            }
        }

        static bool Starts(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
            line.Length >= name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name);

        ReadOnlySpan<byte> Line()
        {
            int end;
            while ((end = buffer.AsSpan(from, to - from).IndexOf("\r\n"u8)) < 0) More();
            var line = buffer.AsSpan(from, end);
            from += end + 2;
            return line;
        }

        ReadOnlySpan<byte> Take(int size, int at)
        {
            while (to - from < size) More();
            buffer.AsSpan(from, size).CopyTo(body.AsSpan(at));
            from += size;
            return body.AsSpan(0, at + size);
        }

        void More()
        {
            if (from > 0)
            {
                buffer.AsSpan(from, to - from).CopyTo(buffer);
                (from, to) = (0, to - from);
            }
            if (to == buffer.Length) Array.Resize(ref buffer, 2 * to);
            var read = socket.Receive(buffer.AsSpan(to));
            if (read == 0) throw new InvalidOperationException("The connection was closed.");
            to += read;
        }
    }
}
