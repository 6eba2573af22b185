namespace Guildhall.Shared.Web;

/// <summary>
/// Where modules hang their endpoints: <c>Api</c> is /api/v1, <c>Alias</c> takes the seeds' exact paths.
/// </summary>
public sealed record Routes(IEndpointRouteBuilder Api, IEndpointRouteBuilder Alias, IEndpointRouteBuilder Site);
