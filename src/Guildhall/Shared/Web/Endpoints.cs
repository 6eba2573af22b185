namespace Guildhall.Shared.Web;

/// <summary>
/// The only way an API endpoint is registered: path, who, how often, what kind of data, then the handler.
/// </summary>
public static class Endpoints
{
    public static RouteHandlerBuilder Get(
        this IEndpointRouteBuilder api, string path, Who who, Rate rate, DataClass data, Delegate handler) =>
        api.Add("GET", path, who, rate, data, handler);

    public static RouteHandlerBuilder Post(
        this IEndpointRouteBuilder api, string path, Who who, Rate rate, DataClass data, Delegate handler) =>
        api.Add("POST", path, who, rate, data, handler);

    public static RouteHandlerBuilder Put(
        this IEndpointRouteBuilder api, string path, Who who, Rate rate, DataClass data, Delegate handler) =>
        api.Add("PUT", path, who, rate, data, handler);

    public static RouteHandlerBuilder Delete(
        this IEndpointRouteBuilder api, string path, Who who, Rate rate, DataClass data, Delegate handler) =>
        api.Add("DELETE", path, who, rate, data, handler);

    static RouteHandlerBuilder Add(
        this IEndpointRouteBuilder api, string method, string path, Who who, Rate rate, DataClass data,
            Delegate handler)
    {
        return RouteHandlerServices
            .Map(api, path, handler, [method], RequestDelegateFactory.InferMetadata, Late)
            .WithMetadata(new AccessAttribute(who, rate, data))
            .WithTags(ModuleOf(handler));
    }

    // The OpenAPI lists operations by module: "Guildhall.Contracts.Pages" is of Contracts.
    static string ModuleOf(Delegate handler) => handler.Method.DeclaringType!.Namespace!.Split('.')[1];

    // Reading the request is generated code: for all endpoints at once it cost a third of the start.
    static RequestDelegateResult Late(
        Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? inferred)
    {
        var made = new Lazy<RequestDelegate>(
            () => RequestDelegateFactory.Create(handler, options, inferred).RequestDelegate);
        return new(http => made.Value(http), []);
    }
}
