using System.Net;
using Guildhall.Shared.Web;

namespace Guildhall.Tests.Security;

enum Caller { Anonymous, Client, Freelancer, OtherTenant, Admin, Suspended }

/// <summary>What the registration of a door promises a caller, compared with what the door did.</summary>
static class Verdict
{
    public static bool May(Caller caller, Who who) => who switch
    {
        Who.Anyone => true,
        Who.SignedIn => caller != Caller.Anonymous,
        Who.Member => caller is not (Caller.Anonymous or Caller.Suspended),
        Who.Client => caller is Caller.Client or Caller.OtherTenant,
        Who.Freelancer => caller is Caller.Freelancer or Caller.OtherTenant,
        Who.Admin => caller == Caller.Admin,
        _ => false,
    };

    /// <summary>Null when the door kept its promise, else what it did instead.</summary>
    public static string? On(Door door, Caller caller, HttpStatusCode status, string? location)
    {
        var answer = $"{door} as {caller}: {(int)status}{(location is null ? "" : $" to {location}")}";
        if ((int)status >= 500) return $"{answer}, a fault";
        var toSignIn = status == HttpStatusCode.Redirect && location?.Contains("/sign-in") == true;
        if (!May(caller, door.Access!.Who))
            return (caller, door.IsPage) switch
            {
                (Caller.Anonymous, true) => toSignIn ? null : $"{answer}, but the sign-in page was due",
                (Caller.Anonymous, false) =>
                    status == HttpStatusCode.Unauthorized ? null : $"{answer}, but 401 was due",
                _ => status == HttpStatusCode.Forbidden ? null : $"{answer}, but 403 was due",
            };
        if (status is HttpStatusCode.Forbidden || toSignIn && caller != Caller.Anonymous)
            return $"{answer}, but {door.Access.Who} may";
        return door.Parameters.Count > 0 && IsOthers(door, caller) ? OnForeign(door, status, answer) : null;
    }

    static bool IsOthers(Door door, Caller caller) =>
        door.Access!.Data is DataClass.Private or DataClass.Own && caller != Caller.Admin && door.Access.Who !=
            Who.Anyone;

    // Input is read before anything is looked up, so a body that does not fit may be refused first.
    static string? OnForeign(Door door, HttpStatusCode status, string answer) => (status, door.Method) switch
    {
        (HttpStatusCode.NotFound, _) => null,
        (HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.UnsupportedMediaType,
            not "GET") => null,
        _ => $"{answer}, but for somebody else's {string.Join(", ", door.Parameters)} 404 was due",
    };
}
