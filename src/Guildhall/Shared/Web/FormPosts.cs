namespace Guildhall.Shared.Web;

public static class FormPosts
{
    /// <summary>The fields of a form post; empty for anything else.</summary>
    public static async Task<IFormCollection> ReadForm(this HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType) return FormCollection.Empty;
        try { return await request.ReadFormAsync(ct); }
        catch (InvalidDataException e)
        {
            throw new BadHttpRequestException("the form is not as a browser sends it", e);
        }
    }
}
