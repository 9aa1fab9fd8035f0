using System.Text.Json;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>The twelve-point test: would a tonne stored in one jurisdiction count in another on a day? From the regulatory matrix and the register's numbers, with evidence.</summary>
/// <param name="Storing">Where the CO2 is stored, for example <c>us-nd</c>.</param>
/// <param name="Claiming">Where the tonne is claimed, for example <c>eu</c>.</param>
/// <param name="FromOilRecovery">True where it is stored in oil recovery.</param>
/// <param name="Outcome">Not met where a point is not met, unknown where one is unknown, met where all are; otherwise partial.</param>
public sealed record Recognition(string Storing, string Claiming, DateOnly Day, bool FromOilRecovery, RecognitionOutcome Outcome, IReadOnlyList<RecognitionPoint> Points)
{
    private static readonly (Bilingual Titles, string[] Criteria)[] Test =
    [
        (new("Permanence", "永久性"), ["permanence", "liability-period"]),
        (new("Monitoring standard", "监测核算标准"), ["mrv-standard"]),
        (new("Approved plan, independent verifier", "经批准的计划与独立核查"), ["monitoring-verification"]),
        (new("Leakage", "泄漏核算"), ["leakage-accounting"]),
        (new("Oil recovery", "驱油资格"), ["eor-eligibility"]),
        (new("Purity of the stream", "CO2 流纯度"), ["stream-purity"]),
        (new("Financial security", "财务担保"), ["financial-assurance"]),
        (new("Transfer of responsibility", "责任移交"), ["liability-transfer"]),
        (new("Crossing the border", "跨境文书"), ["cross-border-rules"]),
        (new("No double claim", "不重复主张"), ["double-claiming"]),
        (new("Life-cycle boundary", "生命周期边界"), ["life-cycle-boundary"]),
        (new("Public data", "数据公开"), ["public-data"]),
    ];

    private const int Permanence = 1, OilRecovery = 5, Border = 9;

    /// <summary>The test between two jurisdictions under a law.</summary>
    public static Recognition Of(RegisterView law, string storing, string claiming, bool fromOilRecovery = false)
    {
        ArgumentNullException.ThrowIfNull(law);
        RecognitionPoint[] points = [.. Test.Select((p, i) => Point(law, i + 1, p.Titles, p.Criteria, storing, claiming, fromOilRecovery))];
        return new Recognition(storing, claiming, law.AsOf, fromOilRecovery, Worst(points.Select(p => p.Outcome)), points);
    }

    private static RecognitionOutcome Worst(IEnumerable<RecognitionOutcome> outcomes)
    {
        HashSet<RecognitionOutcome> seen = [.. outcomes];
        return seen.Contains(RecognitionOutcome.NotMet) ? RecognitionOutcome.NotMet
            : seen.Contains(RecognitionOutcome.Unknown) ? RecognitionOutcome.Unknown
            : seen.Contains(RecognitionOutcome.Partial) ? RecognitionOutcome.Partial
            : RecognitionOutcome.Met;
    }

    private static RecognitionPoint Point(RegisterView law, int number, Bilingual titles, string[] criteria, string storing, string claiming, bool fromOilRecovery)
    {
        MatrixReading[] there = [.. criteria.Select(c => Read(law, c, storing))], here = [.. criteria.Select(c => Read(law, c, claiming))];
        (RecognitionOutcome outcome, Bilingual why) = number switch
        {
            _ when Jurisdictions.Root(storing) == Jurisdictions.Root(claiming) =>
                (RecognitionOutcome.Met, new Bilingual("The store lies under the claiming jurisdiction's own law.", "封存地适用主张方自身的法律。")),
            OilRecovery when !fromOilRecovery => (RecognitionOutcome.Met, new Bilingual("Dedicated storage; no oil is recovered.", "专用封存，不涉及驱油。")),
            Border => BorderRule.Of(law, storing, claiming),
            Permanence when YearsOf(law, storing) is { } given && YearsOf(law, claiming) is { } asked => Years(given, asked),
            _ => Compare(there, here),
        };
        return new RecognitionPoint(number, titles, outcome, why, [.. there.Select(Shown)], [.. here.Select(Shown)]);
    }

    /// <summary>The member's own cell, or its union's where the member has none with an answer.</summary>
    private static MatrixReading Read(RegisterView law, string criterion, string jurisdiction)
    {
        MatrixReading[] readings = [.. Jurisdictions.Chain(jurisdiction).Select(j => law.Register.Matrix.On(criterion, j, law.AsOf))];
        return readings.FirstOrDefault(r => r.IsFilled) ?? readings[0];
    }

    private static (RecognitionOutcome Outcome, Bilingual Why) Compare(MatrixReading[] there, MatrixReading[] here)
    {
        RecognitionOutcome outcome = Worst(there.Zip(here).Select(pair => One(pair.First, pair.Second)));
        return (outcome, outcome switch
        {
            RecognitionOutcome.Met => new Bilingual("The claiming jurisdiction asks nothing here.", "主张方对此没有要求。"),
            RecognitionOutcome.Partial => new Bilingual("Both have a rule; whether they are equal is not computed.", "双方均有规则；是否等同未作计算。"),
            RecognitionOutcome.NotMet => new Bilingual("The claiming jurisdiction has a rule, the storing one says that it has none.", "主张方有规则，封存方明确没有。"),
            _ => new Bilingual("Not known in one of the two, or only proposed.", "至少一方情况未知或仅为提案。"),
        });
    }

    private static RecognitionOutcome One(MatrixReading there, MatrixReading here) =>
        here.State is CellState.NotApplicable || (here.IsFilled && here.State == CellState.Absent) ? RecognitionOutcome.Met
        : !here.IsFilled || !there.IsFilled ? RecognitionOutcome.Unknown
        : there.State == CellState.Absent ? RecognitionOutcome.NotMet
        : RecognitionOutcome.Partial;

    private static (RecognitionOutcome Outcome, Bilingual Why) Years(double given, double asked) => given >= asked
        ? (RecognitionOutcome.Met, new Bilingual($"The operator answers for {given:0} years after closure; {asked:0} are asked.", $"关闭后运营者负责 {given:0} 年；要求 {asked:0} 年。"))
        : (RecognitionOutcome.Partial, new Bilingual($"The operator answers for {given:0} years after closure, fewer than the {asked:0} asked.", $"关闭后运营者负责 {given:0} 年，少于所要求的 {asked:0} 年。"));

    /// <summary>Years until responsibility may pass on, where the jurisdiction's own record has that number.</summary>
    private static double? YearsOf(RegisterView law, string jurisdiction)
    {
        var named = from id in law.Register.ParameterIds
                    where Jurisdictions.Chain(jurisdiction).Any(j => id.StartsWith($"{j}.", StringComparison.Ordinal))
                    where id.EndsWith(".transfer-years", StringComparison.Ordinal) || id.EndsWith(".transfer-period", StringComparison.Ordinal)
                    select law.Answer(new Question(id, Question.NoDims)) as Reading;
        return named.FirstOrDefault(r => r is not null)?.Value;
    }

    private static ShownCell Shown(MatrixReading reading) => new(
        reading.Jurisdiction, reading.Criterion.Id, JsonNamingPolicy.KebabCaseLower.ConvertName(reading.State.ToString()), reading.Cell?.Says, [.. reading.Evidence.Select(e => e.Claim.Id)]);
}
