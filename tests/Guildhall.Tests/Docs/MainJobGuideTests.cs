using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Docs;

/// <summary>docs/api/main-job.md, typed as a reader types it, against the real program on a real port.</summary>
[Trait("speed", "slow")]
public sealed partial class MainJobGuideTests : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    readonly int port = FreePort();
    Process? site;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_guide_leads_from_two_accounts_to_two_reviews(bool keepsMailInTheOutbox)
    {
        await using var database = await TestDatabase.Create();
        site = await Open(database, keepsMailInTheOutbox);

        var (exit, said) = await Type(Commands());

        Assert.True(exit == 0, said);
        Assert.Contains("The job is completed.", said);
        Assert.Contains("\"available\"", said);
        Assert.DoesNotContain("curl:", said);
    }

    [Fact]
    public async Task A_step_that_is_refused_stops_with_the_words_of_the_refusal()
    {
        await using var database = await TestDatabase.Create();
        site = await Open(database, keepsMailInTheOutbox: false);

        var (exit, said) = await Type(Commands().Split("JOB=")[0] + """
            JOB=$(call POST /api/v1/jobs "$FREELANCER" '{}' | member id)
            echo "never here"
            """);

        Assert.NotEqual(0, exit);
        Assert.Contains("\"code\":", said);
        Assert.DoesNotContain("never here", said);
    }

    string Commands() => string.Join('\n', Blocks().Matches(
            File.ReadAllText(Path.Combine(Repository.Root, "docs/api/main-job.md")))
        .Select(m => m.Groups[1].Value)).Replace("SITE=http://localhost:5000", $"SITE=http://127.0.0.1:{port}");

    [GeneratedRegex("^```sh\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();

    static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    async Task<Process> Open(TestDatabase database, bool keepsMailInTheOutbox)
    {
        var start = Binary.With(database, "--urls", $"http://127.0.0.1:{port}");
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment["GUILDHALL__DEMO"] = "false";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = keepsMailInTheOutbox ? "Development" : "Production";
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            Assert.True(waited.Elapsed < Patience && !process.HasExited, "The site did not start.");
            try
            {
                if ((await http.GetAsync($"http://127.0.0.1:{port}/readyz")).IsSuccessStatusCode) return process;
            }
            catch (HttpRequestException) { } // not listening yet
        }
    }

    static async Task<(int Exit, string Said)> Type(string commands)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail"])
            { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var shell = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var said = Task.WhenAll(
            shell.StandardOutput.ReadToEndAsync(patience.Token), shell.StandardError.ReadToEndAsync(patience.Token));
        await shell.StandardInput.WriteAsync(commands);
        shell.StandardInput.Close();
        await shell.WaitForExitAsync(patience.Token);
        return (shell.ExitCode, string.Join('\n', await said));
    }

    public async ValueTask DisposeAsync()
    {
        if (site is null) return;
        site.Kill(entireProcessTree: true);
        await site.WaitForExitAsync();
        site.Dispose();
    }
}
