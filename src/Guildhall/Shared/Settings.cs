namespace Guildhall.Shared;

/// <summary>What the host needs before anything else. Read from <c>GUILDHALL__*</c> environment variables.</summary>
public sealed record Settings
{
    /// <summary>Folder of the database, the files and the keys. Default: <c>./data</c>.</summary>
    public string Data { get; init; } = "data";

    /// <summary>A PostgreSQL connection string. Empty: SQLite in the data folder.</summary>
    public string? Db { get; init; }

    /// <summary>Name of this node in job leases and logs. Default: machine and process.</summary>
    public string Node { get; init; } = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>Whether this process runs background work. Default: true.</summary>
    public bool Work { get; init; } = true;

    /// <summary>Seed the demo marketplace when the database is new. Default: true in development.</summary>
    public bool Demo { get; init; }

    /// <summary>The address people reach the site at, for links in mail. Default: http://localhost:5000.</summary>
    public string PublicUrl { get; init; } = "http://localhost:5000";

    public string SqliteFile => Path.Combine(Data, "guildhall.db");

    /// <summary>
    /// Reads and checks the section; an unknown key is refused so that a typing error does not pass in silence.
    /// </summary>
    public static Settings Read(IConfiguration configuration, IReadOnlyCollection<string> modules, bool demo = false)
    {
        var section = configuration.GetSection("Guildhall");
        var known = typeof(Settings).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Concat(modules)
            .ToArray();
        foreach (var child in section.GetChildren())
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                throw new InvalidOperationException(
                    $"Unknown setting GUILDHALL__{child.Key.ToUpperInvariant()}. Known: {string.Join(", ", known)}.");
        var settings = section.Get<Settings>() ?? new();
        return settings with
        {
            Data = Path.GetFullPath(settings.Data),
            Demo = section["Demo"] is null ? demo : settings.Demo,
            Db = string.IsNullOrWhiteSpace(settings.Db) ? null : settings.Db,
        };
    }
}
