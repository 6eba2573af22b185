using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Guildhall.Browser;

public enum Database { Sqlite, Postgres }

/// <summary>
/// The published build as an operator would start it: its own folder, its own port, and nothing configured.
/// </summary>
public sealed class PublishedSite : IAsyncDisposable
{
    static readonly string Build = Environment.GetEnvironmentVariable("GUILDHALL_PUBLISHED")
        ?? throw new
            InvalidOperationException("Run scripts/test-browser: GUILDHALL_PUBLISHED names the published build.");

    readonly Dictionary<string, string> settings;
    Process? process;

    public string Folder { get; } = Directory.CreateTempSubdirectory("guildhall-browser-").FullName;
    public string Url { get; } = $"http://127.0.0.1:{FreePort()}";
    public List<string> Log { get; } = [];

    /// <summary>The end of the log, for the words of a failed test.</summary>
    public string LastWords
    {
        get
        {
            lock (Log) return string.Join('\n', Log.TakeLast(60));
        }
    }

    PublishedSite(Dictionary<string, string> settings) => this.settings = settings;

    /// <summary>A new, empty site on a database of its own.</summary>
    public static Task<PublishedSite> Start(Database database, Dictionary<string, string>? settings = null)
    {
        settings = new(settings ?? []);
        if (database == Database.Postgres) settings["GUILDHALL__DB"] = NewPostgres();
        return Start(settings);
    }

    // The site creates it when it is not there.
    static string NewPostgres() => (Environment.GetEnvironmentVariable("GUILDHALL_TEST_DB")
        ?? throw new InvalidOperationException("Run scripts/test-browser: GUILDHALL_TEST_DB names a PostgreSQL."))
        .Replace("Database=postgres", $"Database=browser_{Guid.CreateVersion7():N}", StringComparison.Ordinal);

    public static async Task<PublishedSite> Start(Dictionary<string, string>? settings = null)
    {
        var site = new PublishedSite(settings ?? []);
        try
        {
            await site.Start();
            return site;
        }
        catch
        {
            await site.DisposeAsync(); // nobody else would end the process
            throw;
        }
    }

    public async Task Start()
    {
        process?.Dispose();
        process = Process.Start(Command("--urls", Url))!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Ready();
    }

    /// <summary>One of the binary's verbs on the same data, beside the site or without it.</summary>
    public async Task<(int Exit, string Words)> Run(params string[] arguments)
    {
        using var verb = Process.Start(Command(arguments))!;
        var (words, errors) = (verb.StandardOutput.ReadToEndAsync(), verb.StandardError.ReadToEndAsync());
        await verb.WaitForExitAsync();
        return (verb.ExitCode, await words + await errors);
    }

    ProcessStartInfo Command(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Build, "guildhall"), arguments)
        {
            WorkingDirectory = Build, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["GUILDHALL__DATA"] = Folder;
        start.Environment["GUILDHALL__PUBLICURL"] = Url;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return start;
    }

    void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not { } text) return;
        lock (Log) Log.Add(text);
    }

    async Task Ready()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(180);)
        {
            if (process!.HasExited) throw new InvalidOperationException($"The site stopped:\n{string.Join('\n', Log)}");
            try
            {
                if ((await http.GetAsync($"{Url}/readyz")).StatusCode == HttpStatusCode.OK) return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
        throw new TimeoutException($"The site did not answer:\n{string.Join('\n', Log)}");
    }

    /// <summary>As a power cut would: no warning, no clean-up.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await Kill();
        process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
