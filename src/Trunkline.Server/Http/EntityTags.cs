using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Trunkline.Server.Http;

/// <summary>Gives each answer of the API to a GET its ETag, and answers 304 where the asker has it already.</summary>
/// <remarks>An answer that streams, or that has set its own tag, is left as it is.</remarks>
internal sealed class EntityTags(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !context.Request.Path.StartsWithSegments("/api") || IsStream(context.Request.Path))
        {
            await next(context);
            return;
        }

        Stream body = context.Response.Body;
        using HeldBody held = new();
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        await Send(context, held);
    }

    /// <summary>A tag that is compared byte by byte.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => OfHash(SHA256.HashData(bytes));

    /// <summary>The tag of something with a version.</summary>
    public static string Of(string id, long version) => Of(System.Text.Encoding.UTF8.GetBytes($"{id}|{version}"));

    private static string OfHash(byte[] hash) => $"\"{Convert.ToHexStringLower(hash)[..20]}\"";

    private static bool IsStream(PathString path) => path.Value!.EndsWith("/events", StringComparison.Ordinal);

    private static async Task Send(HttpContext context, HeldBody held)
    {
        HttpResponse response = context.Response;
        if (response.StatusCode != StatusCodes.Status200OK)
        {
            await held.SendTo(response.Body, context.RequestAborted);
            return;
        }

        response.Headers.ETag = response.Headers.ETag is { Count: > 0 } own ? own : OfHash(held.Hash());
        if (!response.Headers.ContainsKey(HeaderNames.CacheControl))
        {
            response.Headers.CacheControl = "private, no-cache";
        }

        if (Has(context.Request.Headers.IfNoneMatch, response.Headers.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentLength = null;
            response.Headers.ContentType = default;
            return;
        }

        response.ContentLength = held.Length;
        await held.SendTo(response.Body, context.RequestAborted);
    }

    private static bool Has(string? asked, string? tag) =>
        asked is not null && tag is not null && asked.Split(',', StringSplitOptions.TrimEntries).Any(t => t == "*" || t == tag || t == $"W/{tag}");
}
