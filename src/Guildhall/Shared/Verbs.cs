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
        var verbs = services.GetServices<Verb>().OrderBy(v => v.Name).ToArray();
        if (words is ["help"] || args is ["--help" or "-h"])
        {
            Tell(Console.Out, verbs);
            return 0;
        }
        if (words.Length == 0 || words is ["run"]) return null;
        var verb = verbs.Where(v => string.Join(' ', words).StartsWith(v.Name, StringComparison.Ordinal))
            .MaxBy(v => v.Name.Length);
        if (verb is not null) return await verb.Run(services, args[verb.Name.Split(' ').Length..]);
        Console.Error.WriteLine($"guildhall does not know '{string.Join(' ', words)}'.");
        Tell(Console.Error, verbs);
        return 2;
    }

    static void Tell(TextWriter to, IEnumerable<Verb> verbs)
    {
        to.WriteLine("guildhall [command] [--urls http://127.0.0.1:5000]");
        to.WriteLine($"  {"run",-24} Serve the site (the default)");
        foreach (var known in verbs) to.WriteLine($"  {known.Name,-24} {known.Help}");
    }
}
