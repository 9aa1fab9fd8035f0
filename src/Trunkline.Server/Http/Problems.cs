using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Trunkline.Domain;

namespace Trunkline.Server.Http;

/// <summary>One thing wrong with what was sent.</summary>
/// <param name="Pointer">JSON pointer into the body, or null where it is not about a place in it.</param>
/// <param name="Where">The same for people: file, place, row.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Fix">What would be right.</param>
internal sealed record ProblemSeen(string? Pointer, string Where, string What, string Fix);

/// <summary>How the API says that something went wrong: <c>application/problem+json</c>, all that is wrong at once.</summary>
internal static partial class Problems
{
    private const string Kind = "urn:trunkline:problem:";

    public static ProblemHttpResult WrongInput(IEnumerable<Problem> problems, string prefix = "") =>
        Of(StatusCodes.Status400BadRequest, "wrong-input", "What was sent is not right.", "发送的内容有误。", [.. problems.Select(p => Seen(p, prefix))]);

    public static ProblemHttpResult NotFound(string what) =>
        Of(StatusCodes.Status404NotFound, "not-found", $"There is no {what}.", $"找不到：{what}。", []);

    public static ProblemHttpResult NotOffered(string what) =>
        Of(StatusCodes.Status404NotFound, "not-offered", $"This version does not offer {what} yet.", $"本版本尚未提供 {what}。", []);

    public static ProblemHttpResult ChangedMeanwhile() => Of(
        StatusCodes.Status412PreconditionFailed, "changed-meanwhile", "It was changed by somebody else since it was read.", "读取之后已被他人修改。", []);

    public static ProblemHttpResult VersionRequired() => Of(
        StatusCodes.Status428PreconditionRequired, "version-required", "Say which version you read: send its ETag as If-Match.", "请以 If-Match 发送所读版本的 ETag。", []);

    public static ProblemHttpResult Taken(string id) =>
        Of(StatusCodes.Status409Conflict, "taken", $"The name '{id}' is taken.", $"名称 '{id}' 已被使用。", []);

    public static ProblemHttpResult Of(int status, string type, string en, string zh, IReadOnlyList<ProblemSeen> problems) =>
        TypedResults.Problem(Details(status, type, new Bilingual(en, zh), problems));

    public static ProblemDetails Details(int status, string type, Bilingual text, IReadOnlyList<ProblemSeen> problems) => new()
    {
        Type = Kind + type,
        Status = status,
        Title = text.En,
        Detail = problems.Count == 0 ? null : $"{problems.Count} problem{(problems.Count == 1 ? "" : "s")}.",
        Extensions = { ["text"] = text, ["problems"] = problems },
    };

    /// <summary>A problem as the API shows it.</summary>
    /// <param name="prefix">What stands before the pointer in the body, for example <c>/study</c>.</param>
    public static ProblemSeen Seen(Problem problem, string prefix = "")
    {
        Match pointer = Pointer().Match(problem.Where);
        return new ProblemSeen(
            pointer.Success ? prefix + (pointer.Value.Trim() is "/" ? "" : pointer.Value.Trim()) : null,
            OnlyItsName(problem.Where),
            problem.What,
            problem.Fix);
    }

    // Where the server keeps its files is nobody's business.
    private static string OnlyItsName(string where) => Folder().Replace(where, "");

    [GeneratedRegex(@" /[A-Za-z0-9$/_-]*$")]
    private static partial Regex Pointer();

    [GeneratedRegex(@"(?<![\w.])(?:[A-Za-z]:)?[/\\](?:[^/\\\s]+[/\\])+(?=[^/\\\s]+\.(?:json|csv|geojson|asc|txt))")]
    private static partial Regex Folder();
}
