namespace Guildhall.Shared;

/// <summary>A command of the binary: <c>guildhall ledger verify</c>. Returns the exit code.</summary>
public sealed record Verb(string Name, string Help, Func<IServiceProvider, string[], Task<int>> Run);

static class Verbs
{
    public static IServiceCollection AddVerb(
        this IServiceCollection services, string name, string help, Func<IServiceProvider, string[], Task<int>> run) =>
        services.AddSingleton(new Verb(name, help, run));

    /// <summary>The verb that the arguments name, and what follows it; null when the site should run.</summary>
    public static async Task<int?> TryRun(IServiceProvider services, string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith('-')).ToArray();
        if (words.Length == 0 || words is ["run"]) return null;
        var verbs = services.GetServices<Verb>().ToArray();
        var verb = verbs.Where(v => string.Join(' ', words).StartsWith(v.Name, StringComparison.Ordinal))
            .MaxBy(v => v.Name.Length);
        if (verb is not null) return await verb.Run(services, args[verb.Name.Split(' ').Length..]);
        Console.Error.WriteLine($"guildhall does not know '{string.Join(' ', words)}'. It knows:");
        Console.Error.WriteLine($"  {"run",-24} Serve the site (the default)");
        foreach (var known in verbs.OrderBy(v => v.Name)) Console.Error.WriteLine($"  {known.Name,-24} {known.Help}");
        return 2;
    }
}
