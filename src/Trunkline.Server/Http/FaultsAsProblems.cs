using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Trunkline.Domain;

namespace Trunkline.Server.Http;

/// <summary>What no endpoint caught becomes a problem: what was sent wrongly by its place, a broken promise of ours without its inside.</summary>
internal sealed partial class FaultsAsProblems(ILogger<FaultsAsProblems> logger) : IExceptionHandler
{
    private const int SqliteFull = 13;
    private const string PostgresFull = "53100";
    // As .NET tells them: errno on Unix, an HRESULT on Windows.
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        ProblemDetails details = Details(exception);
        if (details.Status >= StatusCodes.Status500InternalServerError)
        {
            // The way, not the path: names that people give stand in paths.
            Endpoint? endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
            Broken(logger, exception, (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "no way that is known");
        }

        httpContext.Response.StatusCode = details.Status!.Value;
        try
        {
            await httpContext.Response.WriteAsJsonAsync(details, options: null, "application/problem+json", cancellationToken);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Whoever broke off half-way is gone by the time we answer.
        }

        return true;
    }

    private static ProblemDetails Details(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } large => Problems.Details(
            StatusCodes.Status413PayloadTooLarge,
            "too-large",
            new Bilingual("What was sent is too large.", "发送的内容过大。"),
            [new ProblemSeen(null, "body", large.Message, "Send less at once; GET /api/v1/ names all limits.")]),
        BadHttpRequestException { InnerException: JsonException json } => Wrong(new ProblemSeen(
            Pointer(json.Path), "body", WithoutPlace(json.Message), "See /openapi/v1.json for the shape.")),
        // A choice between kinds that names none.
        NotSupportedException kind when PathIn(kind.Message) is { } path => Wrong(new ProblemSeen(Pointer(path), "body", WithoutPlace(kind.Message), "See /openapi/v1.json for the shape.")),
        BadHttpRequestException bad => Problems.Details(
            bad.StatusCode, "wrong-input", new Bilingual("What was sent is not right.", "发送的内容有误。"), [new ProblemSeen(null, "request", bad.Message, "See /openapi/v1.json for the shape.")]),
        _ when IsOfAFullDisk(exception) => Problems.Details(
            StatusCodes.Status507InsufficientStorage,
            "store-full",
            new Bilingual("The server's disk is full; nothing was changed. Whoever keeps the server must make room.", "服务器磁盘已满；未作任何更改。请管理员腾出空间。"),
            []),
        _ when IsOfTheStore(exception) => Problems.Details(
            StatusCodes.Status503ServiceUnavailable,
            "store-unavailable",
            new Bilingual(
                "The store cannot be read or written just now. Try again; whether a change still went through shows when it is back.", "数据库暂时无法读写。请重试；更改是否已生效，待其恢复后可见。"),
            []),
        _ => Problems.Details(
            StatusCodes.Status500InternalServerError, "broken", new Bilingual("This is a fault of Trunkline; please report it.", "这是 Trunkline 的错误，请报告。"), []),
    };

    private static ProblemDetails Wrong(ProblemSeen problem) =>
        Problems.Details(StatusCodes.Status400BadRequest, "wrong-input", new Bilingual("What was sent is not right.", "发送的内容有误。"), [problem]);

    /// <summary><c>$.changes[0].kind</c> as a JSON pointer.</summary>
    private static string Pointer(string? path) => path is null or "$" ? "" : Index().Replace(path[1..], "/$1").Replace('.', '/');

    /// <summary>True where the store could not be reached or written; a passing failure comes wrapped.</summary>
    public static bool IsOfTheStore(Exception exception) => exception is DbException or DbUpdateException || (exception is InvalidOperationException { InnerException: { } inner } && IsOfTheStore(inner));

    /// <summary>True where there was no room to write: SQLite, PostgreSQL and the file system each have a word for it.</summary>
    private static bool IsOfAFullDisk(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteFull,
        DbException other => other.SqlState == PostgresFull,
        IOException file => file.HResult is NoSpace or WindowsDiskFull or QuotaExceeded,
        _ => exception.InnerException is { } inner && IsOfAFullDisk(inner),
    };

    private static string? PathIn(string message) => message.Split(" Path: ") is [_, var rest] ? rest.Split(" | ")[0] : null;

    // The names of our types are of no use to whoever wrote the body.
    private static string WithoutPlace(string message) => OwnType().Replace(message.Split(" Path: ")[0], "what is asked for");

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"'?Trunkline\.[\w.+`\[\],]+'?")]
    private static partial Regex OwnType();

    [LoggerMessage(Level = LogLevel.Error, Message = "A request to {Route} broke.")]
    private static partial void Broken(ILogger logger, Exception exception, string route);
}
