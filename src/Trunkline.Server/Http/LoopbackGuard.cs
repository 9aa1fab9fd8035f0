using System.Net;
using Trunkline.Domain;

namespace Trunkline.Server.Http;

/// <summary>
/// Lets in only who is meant: a request whose Host is a loopback name, or one that the server was told to answer to, sent by nobody's page or by one of ours. A page of another site that reaches for this server by
/// address, or by a name that it has pointed here, is refused, for reading too.
/// </summary>
internal sealed class LoopbackGuard(RequestDelegate next, ServeOptions options)
{
    private static readonly Bilingual FromElsewhere = new("This server answers only pages of its own, on this machine.", "本服务器只应答本机上自己的页面。");

    public Task InvokeAsync(HttpContext context) => IsOurs(context.Request) ? next(context) : Refuse(context);

    /// <summary>True for <c>127.0.0.1</c>, <c>[::1]</c> and <c>localhost</c>.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    private bool IsOurs(HttpRequest request) =>
        request.Host.HasValue
        && (IsNamed(request.Host.Host) || (IsLoopback(request.Host.Host) && (request.Host.Port ?? 80) == request.HttpContext.Connection.LocalPort))
        && IsOwnOrigin(request)
        && IsOwnFetch(request);

    // Where whoever ends the encryption passes requests on, the port is that of another.
    private bool IsNamed(string host) => options.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private bool IsOwnOrigin(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        return origin is null
            || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || (IsNamed(request.Host.Host) && string.Equals(origin, $"https://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }

    // Browsers say where a request comes from even where there is no Origin; 'none' is a person who typed the address.
    private static bool IsOwnFetch(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        return site is null or "same-origin" or "none" || (request.Headers["Sec-Fetch-Mode"] == "navigate" && HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api"));
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsJsonAsync(
            Problems.Details(StatusCodes.Status403Forbidden, "not-from-here", FromElsewhere, []), options: null, "application/problem+json", context.RequestAborted);
    }
}
