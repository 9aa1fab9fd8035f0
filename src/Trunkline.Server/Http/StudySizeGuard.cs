using Microsoft.AspNetCore.Http.Features;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Server.Http;

/// <summary>A body that carries a study, a question about one or a sweep, and is far too large for it, is refused before anything is made of it.</summary>
internal sealed class StudySizeGuard(RequestDelegate next, ServeOptions options)
{
    private static readonly Bilingual TooLarge = new("The study is too large for this server.", "该研究超出本服务器的大小限制。");

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StudyCarried>() is null)
        {
            await next(context);
            return;
        }

        // The study stands one deeper than in a file of its own.
        StudySize most = options.StudySize with { Depth = options.StudySize.Depth + 1 };
        using MemoryStream body = new();
        bool mayBeRead = context.Request.ContentLength is not { } promised || promised <= most.Bytes, isWhole;
        try
        {
            isWhole = mayBeRead && await Take(context, body, most.Bytes);
        }
        catch (IOException gone) when (gone is not BadHttpRequestException)
        {
            // Whoever sent it is not there any more.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if ((isWhole ? most.Passed(body.GetBuffer().AsSpan(0, (int)body.Length)) : most.TooManyBytes()) is { } excess)
        {
            await Refuse(context, excess.Limit == "depth" ? excess with { Most = options.StudySize.Depth } : excess);
            return;
        }

        body.Position = 0;
        context.Request.Body = body;
        await next(context);
    }

    /// <summary>Takes up a body; false, and the rest left where it is, where there is more of it than is allowed.</summary>
    private static async Task<bool> Take(HttpContext context, MemoryStream body, int most)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } general)
        {
            // Counted here: the limit of a study may be above that of other bodies.
            general.MaxRequestBodySize = null;
        }

        byte[] piece = new byte[16 * 1024];
        for (int count; (count = await context.Request.Body.ReadAsync(piece, context.RequestAborted)) > 0;)
        {
            if (body.Length + count > most)
            {
                return false;
            }

            body.Write(piece, 0, count);
        }

        return true;
    }

    private static Task Refuse(HttpContext context, StudyExcess excess)
    {
        const int Status = StatusCodes.Status413PayloadTooLarge;
        string setting = $"limits.study{char.ToUpperInvariant(excess.Limit[0])}{excess.Limit[1..]}";
        Problem problem = excess.AsProblem("body", $" Whoever keeps the server may set {setting}.");
        context.Response.StatusCode = Status;
        return context.Response.WriteAsJsonAsync(
            Problems.Details(Status, "study-too-large", TooLarge, [Problems.Seen(problem)]), options: null, "application/problem+json", context.RequestAborted);
    }
}
