using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Trunkline.Domain;

namespace Trunkline.Server.Http;

/// <summary>An answer without a body, for a way that does not exist or a verb that is not offered, as a problem.</summary>
internal static class StatusAsProblem
{
    public static Task Write(StatusCodeContext context)
    {
        HttpContext http = context.HttpContext;
        (string type, Bilingual text) = http.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => ("who-asks", new Bilingual("Say who asks: send a token that counts as Authorization: Bearer.", "请表明身份：以 Authorization: Bearer 发送有效的令牌。")),
            StatusCodes.Status403Forbidden => ("not-allowed-to", new Bilingual("Whoever asks may not do this here.", "提问者在此无权进行此操作。")),
            StatusCodes.Status404NotFound => ("not-found", new Bilingual("There is nothing at this address.", "此地址没有内容。")),
            StatusCodes.Status405MethodNotAllowed => ("not-allowed", new Bilingual("This verb is not offered here.", "此处不支持该方法。")),
            StatusCodes.Status413PayloadTooLarge => ("too-large", new Bilingual("What was sent is too large.", "发送的内容过大。")),
            StatusCodes.Status429TooManyRequests => ("too-often", new Bilingual("Too much was asked in a minute; wait as long as Retry-After says.", "一分钟内请求过多；请按 Retry-After 等待。")),
            StatusCodes.Status415UnsupportedMediaType => ("not-json", new Bilingual("Send application/json.", "请发送 application/json。")),
            _ => ("refused", new Bilingual("The request was refused.", "请求被拒绝。")),
        };
        return http.Response.WriteAsJsonAsync(Problems.Details(http.Response.StatusCode, type, text, [.. Limit(http)]), options: null, "application/problem+json", http.RequestAborted);
    }

    private static IEnumerable<ProblemSeen> Limit(HttpContext http)
    {
        if (http.Response.StatusCode == StatusCodes.Status413PayloadTooLarge && http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most)
        {
            yield return new ProblemSeen(null, "body", $"It has more than {most.ToString("N0", CultureInfo.InvariantCulture)} bytes.", "Send less at once; GET /api/v1/ names all limits.");
        }
    }
}
