using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Server.Http;

namespace Trunkline.Server.Register;

/// <summary>What is known of one criterion in one jurisdiction on one day.</summary>
/// <param name="Says">Null where nobody has looked.</param>
internal sealed record CellSeen(string Criterion, string Jurisdiction, DateOnly AsOf, CellState State, Bilingual? Says, string? Record, IReadOnlyList<ClaimSeen> Evidence)
{
    public static CellSeen Of(MatrixReading r, PolicyRegister register) => new(
        r.Criterion.Id, r.Jurisdiction, r.Day, r.State, r.Cell?.Says, r.Cell?.Record, [.. r.Evidence.Select(e => ClaimSeen.Of(e, RecordOf(e, register)))]);

    private static string RecordOf(Evidence evidence, PolicyRegister register) =>
        register.Records.First(r => r.Sources.Any(s => s.Id == evidence.Source.Id)).Id;
}

/// <summary>Two readings of one criterion that differ.</summary>
internal sealed record CellDifference(CellSeen Before, CellSeen After)
{
    public static CellDifference Of(MatrixDifference d, PolicyRegister register) => new(CellSeen.Of(d.Before, register), CellSeen.Of(d.After, register));
}

/// <summary>How much of a jurisdiction's column is known.</summary>
internal sealed record FillSeen(string Jurisdiction, int Filled, int Asked, double? Share);

/// <summary>The regulatory matrix on a day.</summary>
internal sealed record MatrixSeen(DateOnly AsOf, IReadOnlyList<string> Jurisdictions, IReadOnlyList<MatrixCriterion> Criteria, IReadOnlyList<CellSeen> Cells, IReadOnlyList<FillSeen> Fill);

/// <summary>Two columns of the matrix side by side.</summary>
internal sealed record MatrixComparison(
    string A, string B, DateOnly AsOfA, DateOnly AsOfB, IReadOnlyList<MatrixCriterion> Criteria, IReadOnlyList<CellSeen> ColumnA, IReadOnlyList<CellSeen> ColumnB, IReadOnlyList<CellDifference> Differences);

/// <summary>What is regulated where.</summary>
internal static class MatrixEndpoints
{
    public static void MapMatrix(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder register = api.MapGroup("/register/matrix").WithTags("Register");
        register.MapGet("", Matrix).WithName("getMatrix");
        register.MapGet("compare", Compare).WithName("compareMatrix");
    }

    /// <summary>Criteria by jurisdiction on a day.</summary>
    /// <param name="asOf">The day; today where left out.</param>
    /// <param name="jurisdiction">Some of them; all where left out.</param>
    internal static Ok<MatrixSeen> Matrix(Law law, DateOnly? asOf, string[]? jurisdiction)
    {
        RegulatoryMatrix matrix = law.Register.Matrix;
        DateOnly day = asOf ?? law.Today;
        string[] places = [.. matrix.Jurisdictions.Where(j => jurisdiction is not { Length: > 0 } || jurisdiction.Contains(j))];
        return TypedResults.Ok(new MatrixSeen(
            day,
            places,
            matrix.Criteria,
            [.. places.SelectMany(p => matrix.Column(p, day)).Select(r => CellSeen.Of(r, law.Register))],
            [.. places.Select(p => Fill(p, RegulatoryMatrix.FillOf(matrix.Column(p, day))))]));
    }

    /// <summary>Two jurisdictions on a day, or one on two days, side by side.</summary>
    /// <param name="a">A jurisdiction.</param>
    /// <param name="b">Another, or the same.</param>
    /// <param name="asOf">The day of the first; today where left out.</param>
    /// <param name="asOfB">The day of the second; that of the first where left out.</param>
    internal static Results<Ok<MatrixComparison>, ProblemHttpResult> Compare(Law law, string a, string b, DateOnly? asOf, DateOnly? asOfB)
    {
        RegulatoryMatrix matrix = law.Register.Matrix;
        if (new[] { a, b }.FirstOrDefault(j => !matrix.Jurisdictions.Contains(j)) is { } unknown)
        {
            return Problems.NotFound($"jurisdiction '{unknown}' in the matrix; known are {string.Join(", ", matrix.Jurisdictions)}");
        }

        DateOnly first = asOf ?? law.Today, second = asOfB ?? first;
        CellSeen[] one = [.. matrix.Column(a, first).Select(r => CellSeen.Of(r, law.Register))], other = [.. matrix.Column(b, second).Select(r => CellSeen.Of(r, law.Register))];
        CellDifference[] differing = [.. one.Zip(other, (x, y) => new CellDifference(x, y)).Where(d => d.Before.State != d.After.State || d.Before.Says != d.After.Says)];
        return TypedResults.Ok(new MatrixComparison(a, b, first, second, matrix.Criteria, one, other, differing));
    }

    private static FillSeen Fill(string place, FillRate rate) => new(place, rate.Filled, rate.Asked, rate.Share);
}
