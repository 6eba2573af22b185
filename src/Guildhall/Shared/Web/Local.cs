namespace Guildhall.Shared.Web;

public static class Local
{
    /// <summary>The asked path when it stays on this site, else the other one. Never a way to another host.</summary>
    public static string Path(string? asked, string otherwise) =>
        asked is ['/', ..] && asked is not (['/', '/', ..] or ['/', '\\', ..]) && !asked.Any(char.IsControl) ? asked
            : otherwise;
}
