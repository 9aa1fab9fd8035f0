using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trunkline.Domain;

namespace Trunkline.Server.Http;

/// <summary>What no endpoint caught becomes a problem: what was sent wrongly by its place, a broken promise of ours without its inside.</summary>
internal sealed partial class FaultsAsProblems(ILogger<FaultsAsProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        ProblemDetails details = Details(exception);
        if (details.Status >= StatusCodes.Status500InternalServerError)
        {
            Broken(logger, exception, httpContext.Request.Path);
        }

        httpContext.Response.StatusCode = details.Status!.Value;
        await httpContext.Response.WriteAsJsonAsync(details, options: null, "application/problem+json", cancellationToken);
        return true;
    }

    private static ProblemDetails Details(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.Details(
            StatusCodes.Status413PayloadTooLarge, "too-large", new Bilingual("What was sent is too large.", "发送的内容过大。"), []),
        BadHttpRequestException { InnerException: JsonException json } => Wrong(new ProblemSeen(
            Pointer(json.Path), "body", WithoutPlace(json.Message), "See /openapi/v1.json for the shape.")),
        // A choice between kinds that names none.
        NotSupportedException kind when PathIn(kind.Message) is { } path => Wrong(new ProblemSeen(Pointer(path), "body", WithoutPlace(kind.Message), "See /openapi/v1.json for the shape.")),
        BadHttpRequestException bad => Problems.Details(
            bad.StatusCode, "wrong-input", new Bilingual("What was sent is not right.", "发送的内容有误。"), [new ProblemSeen(null, "request", bad.Message, "See /openapi/v1.json for the shape.")]),
        _ when IsOfTheStore(exception) => Problems.Details(
            StatusCodes.Status503ServiceUnavailable,
            "store-unavailable",
            new Bilingual("The store cannot be read or written just now; nothing was changed. Try again.", "数据库暂时无法读写；未作任何更改。请重试。"),
            []),
        _ => Problems.Details(
            StatusCodes.Status500InternalServerError, "broken", new Bilingual("This is a fault of Trunkline; please report it.", "这是 Trunkline 的错误，请报告。"), []),
    };

    private static ProblemDetails Wrong(ProblemSeen problem) =>
        Problems.Details(StatusCodes.Status400BadRequest, "wrong-input", new Bilingual("What was sent is not right.", "发送的内容有误。"), [problem]);

    /// <summary><c>$.changes[0].kind</c> as a JSON pointer.</summary>
    private static string Pointer(string? path) => path is null or "$" ? "" : Index().Replace(path[1..], "/$1").Replace('.', '/');

    /// <summary>True where the store could not be reached or written; a passing failure comes wrapped.</summary>
    public static bool IsOfTheStore(Exception exception) => exception is DbException or DbUpdateException or InvalidOperationException { InnerException: DbException };

    private static string? PathIn(string message) => message.Split(" Path: ") is [_, var rest] ? rest.Split(" | ")[0] : null;

    // The names of our types are of no use to whoever wrote the body.
    private static string WithoutPlace(string message) => OwnType().Replace(message.Split(" Path: ")[0], "what is asked for");

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"'?Trunkline\.[\w.+`\[\],]+'?")]
    private static partial Regex OwnType();

    [LoggerMessage(Level = LogLevel.Error, Message = "A request to {Path} broke.")]
    private static partial void Broken(ILogger logger, Exception exception, string path);
}
