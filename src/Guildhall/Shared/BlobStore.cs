using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Shared;

/// <summary>A stored file: its name as the owner gave it, its type as its content showed.</summary>
public sealed class Blob
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OwnerId { get; init; }
    public required string FileName { get; init; }
    public required string ContentType { get; init; }
    public required long Bytes { get; init; }
    public required string Sha256 { get; init; }
    public required DateTime At { get; init; }
    /// <summary>Public files (portfolio, avatars) are served to anyone; others only where a module says so.</summary>
    public bool IsPublic { get; init; }
}

sealed class BlobTable : IEntityTypeConfiguration<Blob>
{
    public void Configure(EntityTypeBuilder<Blob> table)
    {
        table.ToTable("shared_blobs");
        table.HasIndex(b => b.OwnerId);
    }
}

/// <summary>Files in a folder beside the database. What a file is, its first bytes decide, not its name.</summary>
public sealed class BlobStore(Db db, Settings settings, TimeProvider clock)
{
    public const long Largest = 25 * 1024 * 1024;

    /// <summary>A body of several files together, or of one and its form.</summary>
    public const long LargestRequest = 2 * Largest;

    /// <summary>Stores the content and adds its row to the caller's unit of work.</summary>
    public async Task<Blob> Save(Guid owner, string fileName, Stream content, bool isPublic, CancellationToken ct)
    {
        var bytes = await ReadAll(content, ct);
        var type = FileTypes.Of(bytes, fileName)
            ?? throw new
                Refused($"{fileName} is not a kind of file we take. Send PDF, images, text, office documents or ZIP.",
                "file_type", "files");
        var blob = new Blob
        {
            OwnerId = owner, FileName = FileTypes.SafeName(fileName), ContentType = type, Bytes = bytes.Length,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
            At = clock.Now(), IsPublic = isPublic,
        };
        var path = PathOf(blob.Id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, bytes, ct);
        db.Add(blob);
        return blob;
    }

    /// <summary>
    /// A private file as an answer, to save and never to show inside the site: what people upload could be anything.
    /// </summary>
    public IResult Download(HttpResponse response, Guid id, string contentType, string fileName)
    {
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-store";
        return Results.File(Open(id), contentType, fileName, enableRangeProcessing: true);
    }

    public Stream Open(Guid id) => File.Exists(PathOf(id)) ? File.OpenRead(PathOf(id)) : throw new Missing("file");

    /// <summary>Forgets files in the caller's unit of work; their content goes once that has committed.</summary>
    public async Task Remove(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return;
        db.RemoveRange(await db.Set<Blob>().Where(b => ids.Contains(b.Id)).ToListAsync(ct));
        db.AfterCommit(() =>
        {
            foreach (var path in ids.Select(PathOf).Where(File.Exists)) File.Delete(path);
            return Task.CompletedTask;
        });
    }

    string PathOf(Guid id) => Path.Combine(settings.Data, "blobs", id.ToString("N")[^2..], id.ToString("N"));

    static async Task<byte[]> ReadAll(Stream content, CancellationToken ct)
    {
        using var all = new MemoryStream();
        var chunk = new byte[81920];
        for (int read; (read = await content.ReadAsync(chunk, ct)) > 0;)
        {
            if (all.Length + read > Largest) throw new Refused($"A file may have at most {Largest / 1024 / 1024} MB.",
                "file_too_large", "files");
            all.Write(chunk, 0, read);
        }
        return all.Length > 0 ? all.ToArray() : throw new Refused($"The file is empty.", "file_empty", "files");
    }
}

static class FileTypes
{
    static readonly (byte[] Start, string Type)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "application/pdf"), ([0x89, 0x50, 0x4E, 0x47], "image/png"),
            ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF8"u8.ToArray(), "image/gif"), ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
    ];

    static readonly Dictionary<string, string> InsideZip = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
    };

    public static string? Of(ReadOnlySpan<byte> bytes, string fileName)
    {
        foreach (var (start, type) in Signatures)
            if (bytes.StartsWith(start))
                return type == "application/zip" ? InsideZip.GetValueOrDefault(Path.GetExtension(fileName), type)
                    : type;
        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return "image/webp";
        if (bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8)) return "video/mp4";
        return IsText(bytes) ? "text/plain" : null;
    }

    static bool IsText(ReadOnlySpan<byte> bytes) => !bytes.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(bytes);

    public static string SafeName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean =
            new string([.. last.Where(c =>
            !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format
            && !"<>:\"|?*".Contains(c))]).Trim('.', ' ');
        return clean.Length == 0 ? "file" : clean.Length <= 120 ? clean : clean[..100] + Path.GetExtension(clean);
    }
}
