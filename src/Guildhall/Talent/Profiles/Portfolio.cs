using Guildhall.Shared;

namespace Guildhall.Talent.Profiles;

/// <summary>Something done before, here or elsewhere. Months are dates on the first.</summary>
public sealed class Experience
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Role { get; init; }
    public required string Place { get; init; }
    public required DateOnly From { get; init; }
    /// <summary>Null: until now.</summary>
    public DateOnly? Until { get; init; }
    public string Summary { get; init; } = "";
}

/// <summary>A piece of work shown.</summary>
public sealed class PortfolioItem
{
    public const int MostFiles = 6;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    /// <summary>http or https.</summary>
    public string? Link { get; private set; }
    public List<int> SkillIds { get; private set; } = [];
    public List<PortfolioFile> Files { get; private set; } = [];
    public required DateTime At { get; init; }

    public PortfolioFile? Cover => Files.FirstOrDefault(f => f.IsPicture);

    public void Describe(string? title, string? summary, string? link, IReadOnlyList<int> skillIds)
    {
        new Check().Text(title, "Title", max: 120, min: 3).Text(summary, "Summary", max: 2_000, min: 0)
            .That(string.IsNullOrWhiteSpace(link) || IsWebAddress(link.Trim()), "Link",
                $"Write a full web address that begins with https:// or http://.")
            .That(skillIds.Count <= 10, "Skills", $"Name at most {10} skills.")
            .ThrowIfAny();
        (Title, Summary, SkillIds) = (title!.Trim(), summary?.Trim() ?? "", [.. skillIds.Distinct()]);
        Link = string.IsNullOrWhiteSpace(link) ? null : new Uri(link.Trim()).AbsoluteUri;
    }

    public void RefuseMoreThan(int further)
    {
        if (Files.Count + further > MostFiles)
            throw new Refused($"A piece of work has at most {MostFiles} files.", "too_many_files", "Files");
    }

    public void Attach(PortfolioFile file)
    {
        RefuseMoreThan(1);
        Files = [.. Files, file];
    }

    /// <summary>Takes these files off; returns those that were there.</summary>
    public IReadOnlyCollection<Guid> Detach(IReadOnlyCollection<Guid> blobIds)
    {
        Guid[] gone = [.. Files.Select(f => f.BlobId).Where(blobIds.Contains)];
        Files = [.. Files.Where(f => !gone.Contains(f.BlobId))];
        return gone;
    }

    static bool IsWebAddress(string link) =>
        link.Length <= 500 && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri.UserInfo.Length == 0 && uri.Host.Contains('.');
}

/// <summary>A public file of a portfolio item; pictures have a size and are shown, others are handed out.</summary>
public sealed record PortfolioFile(Guid BlobId, string Name, string ContentType, long Bytes, int Width, int Height)
{
    public bool IsPicture => Width > 0;
}
