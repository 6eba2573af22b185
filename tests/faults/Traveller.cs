using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Guildhall.Faults;

/// <summary>What the site answered, and whether it was the answer given before.</summary>
sealed record Answer(int Status, string Text, bool IsRepeated)
{
    public JsonNode this[string name] => JsonNode.Parse(Text)![name]!;
}

/// <summary>One person's program: it has a token, and it names every attempt by a key it keeps for retries.</summary>
sealed class Traveller(string name, string url) : IDisposable
{
    // A new connection each time: a kept one would break with the process it led to.
    readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero })
    {
        BaseAddress = new(url), Timeout = TimeSpan.FromSeconds(60),
    };

    string? renewal;
    Stopwatch age = new();

    public string Name => name;
    public Guid Id { get; private set; }
    public string Token => http.DefaultRequestHeaders.Authorization!.Parameter!;

    /// <summary>Asks for an account and opens it with the mailed link.</summary>
    public async Task Register(string role, Stored stored)
    {
        const string password = "violet anchor 7 meadow";
        var email = $"{name.ToLowerInvariant()}@faults.example";
        await Send(HttpMethod.Post, "/api/v1/auth/register",
            new { email, password, firstName = name, lastName = "Journey", role }, key: null);
        var token = await MailedToken(email, stored);
        var entered = await Send(HttpMethod.Post, "/api/v1/auth/confirm", new { token, password }, key: null);
        Id = (Guid)entered["accountId"];
        Use(entered);
    }

    void Use(Answer tokens)
    {
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string?)tokens["accessToken"]);
        (renewal, age) = ((string?)tokens["refreshToken"], Stopwatch.StartNew());
    }

    /// <summary>
    /// A token lives ten minutes; on a machine with much to do a journey of many restarts takes longer.
    /// </summary>
    public async Task Renew()
    {
        if (renewal is null || age.Elapsed < TimeSpan.FromMinutes(5)) return;
        var refreshToken = renewal;
        renewal = null;
        Use(await Send(HttpMethod.Post, "/api/v1/auth/refresh", new { refreshToken }, key: null));
    }

    static async Task<string> MailedToken(string email, Stored stored)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed.TotalSeconds < 60; await Task.Delay(100))
            if (await stored.Rows($"""SELECT "Text" FROM accounts_mails WHERE "To" = '{email}'""") is [var text, ..])
                return text[(text.IndexOf("/register/", StringComparison.Ordinal) + 10)..].Split((char[]?)null)[0];
        throw new Broken($"No mail reached {email}.");
    }

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path, null, null);

    public async Task<Answer> Send(HttpMethod method, string path, object? body, string? key)
    {
        await Renew();
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body, options: JsonSerializerOptions.Web);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new Refusal((int)answer.StatusCode, $"{method} {path} as {name}: {(int)answer.StatusCode} {text}");
        return new((int)answer.StatusCode, text, answer.Headers.Contains("Idempotency-Hit"));
    }

    public void Dispose() => http.Dispose();
}

/// <summary>The site answered, but not as the journey needs.</summary>
sealed class Refusal(int status, string words) : Exception(words)
{
    public int Status => status;
}
