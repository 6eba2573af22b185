using Guildhall.Shared;

namespace Guildhall.Talent.Files;

/// <summary>A file somebody sends for everybody to see, checked by what it is rather than by what it is
/// called.</summary>
public sealed record Upload(string Name, byte[] Content, string ContentType, int Width, int Height)
{
    public const int LargestAvatar = 5 * 1024 * 1024;
    public const int LargestFile = 10 * 1024 * 1024;

    // Text is taken only when it can be nothing but text to whoever opens it.
    static readonly string[] PlainText = [".txt", ".md", ".csv"];

    public bool IsPicture => Width > 0;

    /// <summary>A picture for a person's name.</summary>
    public static async Task<Upload> Avatar(IFormFile file, CancellationToken ct)
    {
        var upload = await Read(file, LargestAvatar, "Photo", ct);
        return upload.IsPicture ? upload : throw new Refused(
            $"{upload.Name} is not a picture. Send a PNG, JPEG, WebP or GIF file.", "not_a_picture", "Photo");
    }

    /// <summary>A file of a piece of work.</summary>
    public static Task<Upload> Work(IFormFile file, CancellationToken ct) => Read(file, LargestFile, "Files", ct);

    static async Task<Upload> Read(IFormFile file, int largest, string field, CancellationToken ct)
    {
        var name = FileTypes.SafeName(file.FileName);
        if (file.Length > largest)
            throw new Refused($"{name} is larger than {largest / 1024 / 1024} MB.", "file_too_large", field);
        if (file.Length == 0) throw new Refused($"{name} is empty.", "file_empty", field);
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, ct);
        return Checked(name, memory.ToArray(), field);
    }

    static Upload Checked(string name, byte[] content, string field)
    {
        var type = FileTypes.Of(content, name);
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (type is null || type == "text/plain" && !PlainText.Contains(extension))
            throw new Refused(
                $"{name} is not a kind of file that is shown here. Send pictures, PDF, office documents, video or ZIP.",
                "file_type", field);
        if (!type.StartsWith("image/")) return new(name, content, type, 0, 0);
        if (PictureSize.Of(content) is not { } size)
            throw new Refused($"{name} begins like a picture but cannot be read as one.", "picture_broken", field);
        if (!PictureSize.IsReasonable(size))
            throw new Refused(
                $"{name} is {size.Width} by {size.Height} pixels. Send at most {PictureSize.LargestSide} on a side.",
                "picture_too_large", field);
        return new(name, type == "image/jpeg" ? JpegPrivacy.WithoutNotes(content) : content, type, size.Width,
            size.Height);
    }
}
