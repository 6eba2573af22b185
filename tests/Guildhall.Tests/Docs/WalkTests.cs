using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Docs;

/// <summary>The commands of docs/api/main-job.md, typed one after the other against a site of their own.</summary>
public partial class WalkTests
{
    [Fact]
    [Trait("speed", "slow")]
    public async Task The_main_job_can_be_done_with_curl_as_the_guide_says()
    {
        var folder = Directory.CreateTempSubdirectory("guildhall-walk");
        var address = $"http://127.0.0.1:{FreePort()}";
        using var site = Start("dotnet", folder.FullName, [typeof(Program).Assembly.Location, "--urls", address],
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("GUILDHALL__DATA", folder.FullName), ("GUILDHALL__DB", ""),
            ("GUILDHALL__DEMO", "false"), ("GUILDHALL__PUBLICURL", address), ("GUILDHALL__PAYMENTS__BANKSECONDS", "1"));
        try
        {
            await Answers($"{address}/readyz");
            using var walk = Start("bash", folder.FullName, ["-euo", "pipefail", "-c", Script()], ("SITE", address));
            var (said, errors) = (walk.StandardOutput.ReadToEndAsync(), walk.StandardError.ReadToEndAsync());
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            await walk.WaitForExitAsync(limit.Token);
            Assert.True(walk.ExitCode == 0, $"{await said}\n{await errors}");
            Assert.Contains("The job is completed.", await said);
        }
        finally
        {
            site.Kill(entireProcessTree: true);
            await site.WaitForExitAsync(TestContext.Current.CancellationToken);
            folder.Delete(recursive: true);
        }
    }

    static string Script() => string.Join('\n',
        Blocks().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/api/main-job.md")))
            .Select(m => m.Groups[1].Value).Where(b => !b.StartsWith("SITE=", StringComparison.Ordinal)));

    static Process Start(string program, string folder, string[] arguments, params (string, string)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
            { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var process = Process.Start(start)!;
        if (program != "dotnet") return process;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    static async Task Answers(string address)
    {
        using var http = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                if ((await http.GetAsync(address)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (tries < 600) { }
            await Task.Delay(100);
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
