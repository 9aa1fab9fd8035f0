using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Server.Http;

namespace Trunkline.Server.Register;

/// <summary>A parameter in a list, with what a question to it must say.</summary>
/// <param name="Clocks">Which of <c>inService</c>, <c>beginConstruction</c> and <c>year</c> its entries look at.</param>
internal sealed record ParameterItem(
    string Id, string Record, Bilingual RecordTitles, Bilingual Titles, string Unit, bool Money, IReadOnlyDictionary<string, IReadOnlyList<string>> Dims, IReadOnlyList<string> Clocks, int Entries);

/// <summary>One factor of an answer: which entry said what.</summary>
internal sealed record PartSeen(string Parameter, string Entry, PolicyValue Value, bool Projected, ReviewState State, string? Overlay);

/// <summary>What the register says to a question, and why.</summary>
/// <param name="Answer"><c>value</c> or <c>none</c>.</param>
/// <param name="Reason">Why there is none: <c>no-value-in-force</c>, <c>vintage-required</c> and so on; null where there is one.</param>
internal sealed record AnswerSeen(
    string Answer,
    string Parameter,
    string Circumstances,
    DateOnly AsOf,
    PolicyValue? Value,
    string? Unit,
    string? Entry,
    string? Record,
    ReviewState? State,
    Confidence? Confidence,
    bool Projected,
    double? Low,
    double? High,
    IReadOnlyList<PartSeen> Parts,
    IReadOnlyList<ClaimSeen> Evidence,
    IReadOnlyList<SourceConflict> Conflicts,
    IReadOnlyList<UnmodelledClause> NotModelled,
    NoAnswerKind? Reason,
    string? Message)
{
    public static AnswerSeen Of(Answer answer, Question question, RegisterView view) => answer switch
    {
        Reading reading => Of(reading, question, view),
        NoAnswer none => new AnswerSeen(
            "none", question.ParameterId, question.Circumstances(), view.AsOf, null, null, null, null, null, null, false, null, null, [], [], [], [], none.Kind, none.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private static AnswerSeen Of(Reading r, Question question, RegisterView view)
    {
        PolicyRecord record = view.Register.Find(r.PolicyId)!;
        HashSet<string> claims = [.. r.Evidence.Select(e => e.Claim.Id)];
        IReadOnlyList<string> named = record.Parameters.FirstOrDefault(p => p.Id == r.ParameterId)?.NotModelled ?? [];
        return new AnswerSeen(
            "value",
            r.ParameterId,
            question.Circumstances(),
            view.AsOf,
            r.Content,
            r.Unit,
            r.EntryId,
            r.PolicyId,
            r.State,
            r.Confidence,
            r.Projected,
            r.Low,
            r.High,
            [.. r.Parts.Select(p => new PartSeen(p.ParameterId, p.EntryId, p.Content, p.Projected, p.State, p.Overlay))],
            [.. r.Evidence.Select(e => ClaimSeen.Of(e, r.PolicyId))],
            [.. record.Document.Conflicts.Where(c => c.Readings.SelectMany(x => x.Evidence).Any(claims.Contains))],
            [.. record.Document.NotModelled.Where(c => named.Contains(c.Id))],
            null,
            null);
    }
}

/// <summary>A point of a series: from here on the answer is this.</summary>
/// <param name="At">A day, or a year.</param>
internal sealed record SeriesPoint(string At, PolicyValue? Value, string? Entry, ReviewState? State, bool Projected, NoAnswerKind? Reason);

/// <summary>A parameter over one clock; the others stand still. A point where the answer changes, and the last.</summary>
internal sealed record SeriesSeen(string Parameter, string Unit, string Over, IReadOnlyList<SeriesPoint> Points);

/// <summary>Numbers of the law: ask for one, or for a whole line of them.</summary>
internal static class ParameterEndpoints
{
    private const int MostYears = 120;
    private const string DimPrefix = "dim.";

    public static void MapParameters(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder register = api.MapGroup("/register/parameters").WithTags("Register");
        register.MapGet("", List).WithName("listParameters");
        register.MapGet("{id}/ask", Ask).WithName("askParameter");
        register.MapGet("{id}/series", Series).WithName("getSeries");
    }

    /// <summary>All parameters, with what a question to each must say.</summary>
    internal static Ok<IReadOnlyList<ParameterItem>> List(Law law) => TypedResults.Ok<IReadOnlyList<ParameterItem>>(
    [
        .. from record in law.Register.Records
           from p in record.Parameters
           orderby p.Id
           select new ParameterItem(p.Id, record.Id, record.Document.Titles, p.Titles, p.Unit, p.Money, p.Dims, Clocks(p), p.Entries.Count),
    ]);

    /// <summary>One value and why: the entry, its index and multipliers, the evidence, conflicts, and what is not modelled. Dimensions are sent as <c>dim.source=point</c>.</summary>
    /// <param name="id">Id of the parameter.</param>
    /// <param name="asOf">The day whose law counts; today where left out.</param>
    /// <param name="inService">Day on which the asset enters service.</param>
    /// <param name="beginConstruction">Day on which its construction begins.</param>
    /// <param name="year">Year of the benefit.</param>
    /// <param name="inflation">Yearly growth used for index factors that are not published yet; 0.025 where left out.</param>
    /// <param name="overlay">Changes of the law to assume, by id, in order.</param>
    internal static Results<Ok<AnswerSeen>, ProblemHttpResult> Ask(
        string id, HttpRequest request, Law law, DateOnly? asOf, DateOnly? inService, DateOnly? beginConstruction, int? year, double? inflation, string[]? overlay)
    {
        Checked<PolicyRegister> register = law.With(overlay);
        if (!register.IsRight || Wrong(inflation) is not null)
        {
            return Problems.WrongInput([.. register.Problems, .. Wrong(inflation) is { } wrong ? new[] { wrong } : []]);
        }

        if (!register.Value.ParameterIds.Contains(id))
        {
            return Problems.NotFound($"parameter '{id}'");
        }

        RegisterView view = register.Value.AsOf(asOf ?? law.Today);
        Question question = new(id, Dims(request), inService, beginConstruction, year, inflation ?? UsualInflation);
        return TypedResults.Ok(AnswerSeen.Of(view.Answer(question), question, view));
    }

    /// <summary>The parameter along one clock, for a chart: a point wherever the answer changes. Days are looked at monthly, years yearly.</summary>
    /// <param name="id">Id of the parameter.</param>
    /// <param name="over">asOf, inService, beginConstruction or year.</param>
    /// <param name="from">First calendar year of the line.</param>
    /// <param name="to">Last calendar year of the line.</param>
    /// <param name="asOf">The day whose law counts, unless that is the clock.</param>
    /// <param name="inService">As in a question.</param>
    /// <param name="beginConstruction">As in a question.</param>
    /// <param name="year">As in a question.</param>
    /// <param name="inflation">As in a question.</param>
    internal static Results<Ok<SeriesSeen>, ProblemHttpResult> Series(
        string id, HttpRequest request, Law law, string over, int from, int to, DateOnly? asOf, DateOnly? inService, DateOnly? beginConstruction, int? year, double? inflation)
    {
        if (law.Register.Records.SelectMany(r => r.Parameters).FirstOrDefault(p => p.Id == id) is not { } parameter)
        {
            return Problems.NotFound($"parameter '{id}'");
        }

        Problem[] wrong = [.. WrongLine(over, from, to), .. Wrong(inflation) is { } w ? new[] { w } : []];
        if (wrong.Length > 0)
        {
            return Problems.WrongInput(wrong);
        }

        Question question = new(id, Dims(request), inService, beginConstruction, year, inflation ?? UsualInflation);
        return TypedResults.Ok(new SeriesSeen(id, parameter.Unit, over, Line(law.Register, asOf ?? law.Today, question, over, from, to)));
    }

    private const double UsualInflation = 0.025;

    private static Problem? Wrong(double? inflation) => inflation is null or (>= -0.05 and <= 0.25)
        ? null
        : new Problem("inflation", $"{inflation} is no yearly fraction.", "Give a fraction, for example 0.025.");

    private static IEnumerable<Problem> WrongLine(string over, int from, int to)
    {
        if (over is not ("asOf" or "inService" or "beginConstruction" or "year"))
        {
            yield return new Problem("over", $"'{over}' is not a clock.", "Give asOf, inService, beginConstruction or year.");
        }

        if (from is < 1900 or > 2200 || to < from || to - from > MostYears)
        {
            yield return new Problem("from", $"{from} to {to} is no line.", $"Give years of 1900 to 2200, at most {MostYears} of them.");
        }
    }

    private static Dictionary<string, string> Dims(HttpRequest request) => request.Query
        .Where(q => q.Key.StartsWith(DimPrefix, StringComparison.Ordinal) && q.Value.Count > 0)
        .ToDictionary(q => q.Key[DimPrefix.Length..], q => q.Value[0]!, StringComparer.Ordinal);

    private static string[] Clocks(PolicyParameter p) =>
    [
        .. p.Entries.Any(e => e.InService is not null) ? ["inService"] : Array.Empty<string>(),
        .. p.Entries.Any(e => e.BeginConstruction is not null) ? ["beginConstruction"] : Array.Empty<string>(),
        .. p.Entries.Any(e => e.Year is not null || e.Index is not null || e.Interpolate is not null) ? ["year"] : Array.Empty<string>(),
    ];

    private static List<SeriesPoint> Line(PolicyRegister register, DateOnly asOf, Question question, string over, int from, int to)
    {
        RegisterView fixedView = register.AsOf(asOf);
        List<SeriesPoint> points = [];
        foreach (DateOnly day in Days(over, from, to))
        {
            (RegisterView view, Question asked) = over switch
            {
                "asOf" => (register.AsOf(day), question),
                "inService" => (fixedView, question with { InService = day }),
                "beginConstruction" => (fixedView, question with { BeginConstruction = day }),
                _ => (fixedView, question with { Year = day.Year }),
            };
            SeriesPoint point = Point(view.Answer(asked), over == "year" ? $"{day.Year}" : $"{day:yyyy-MM-dd}");
            if (points.Count == 0 || points[^1] with { At = point.At } != point)
            {
                points.Add(point);
            }
        }

        return points;
    }

    private static IEnumerable<DateOnly> Days(string over, int from, int to)
    {
        int step = over == "year" ? 12 : 1;
        for (DateOnly day = new(from, 1, 1); day.Year <= to; day = day.AddMonths(step))
        {
            yield return day;
        }
    }

    private static SeriesPoint Point(Answer answer, string at) => answer switch
    {
        Reading r => new SeriesPoint(at, r.Content, r.EntryId, r.State, r.Projected, null),
        NoAnswer none => new SeriesPoint(at, null, null, null, false, none.Kind),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };
}
