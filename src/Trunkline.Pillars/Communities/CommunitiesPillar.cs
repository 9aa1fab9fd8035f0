using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>Pillar 4, communities: who gets what a plan builds, and who lives beside it. Shown as a distribution; a share that passes a number is called nothing.</summary>
/// <param name="Method">Who counts as disadvantaged, in a sentence.</param>
/// <param name="Asked">The share that the study asks for, 0 to 1; null where it asks none.</param>
/// <param name="LawsShare">The share that the register knows on the study's day; null where it knows none in force.</param>
/// <param name="LawSays">Where that stands in law on that day.</param>
/// <param name="Shares">What goes to disadvantaged communities, benefit by benefit and burden by burden.</param>
/// <param name="Distribution">The same over quarters of the vulnerability index.</param>
/// <param name="Counties">Every county in which something is built, in order of code.</param>
/// <param name="UnplacedUsd">Investments that could be booked to no county.</param>
/// <param name="NotKnown">What is not known, and why.</param>
/// <param name="Frontier">Cost against share; null where it was not asked for.</param>
public sealed record CommunitiesPillar(
    Bilingual Method,
    double? Asked,
    double? LawsShare,
    Bilingual LawSays,
    IReadOnlyList<CommunityFigure> Shares,
    IReadOnlyList<VulnerabilityQuarter> Distribution,
    IReadOnlyList<CountyOutcome> Counties,
    Usd UnplacedUsd,
    IReadOnlyList<Bilingual> NotKnown,
    IReadOnlyList<FrontierPoint>? Frontier = null)
{
    /// <summary>Where a study names no percentile, counties in the upper quarter are shown: an assumption of this report, told in <see cref="Method"/>.</summary>
    internal static readonly Fraction UpperQuarter = new(0.75);

    private static readonly Bilingual[] Unknowns =
    [
        new("Co-pollutants cut (SO2, PM, NOx) are not known: no base emissions are imported.", "共减排污染物（SO2、PM、NOx）未知：没有导入基准排放数据。"),
        new(
            "Ammonia that solvents let through is not known: units that may add it are counted. A study of the Gulf coast found that it can outweigh the local benefit at gas plants and most industry.",
            "溶剂逸散的氨未知：只统计可能增加氨排放的机组。一项墨西哥湾沿岸研究发现，在燃气电厂和多数工业设施，其危害可能超过当地收益。"),
        new("Jobs are counted for air capture and power plants, whose figures are cited; for the rest they are not known.", "就业仅统计有引用数字的直接空气捕集与电厂，其余未知。"),
    ];

    private static readonly Bilingual NoOutlines = new(
        "The dataset has no outlines of counties: pipes and wells are booked to the county whose centre is nearest; near a county line that may be the neighbour.",
        "数据集没有县界：管道与井归入中心最近的县；县界附近可能归入邻县。");

    internal static CommunitiesPillar Of(PillarInput input)
    {
        DisadvantagedCounties disadvantaged = MethodOf(input);
        CountyLedger ledger = CountyLedger.Of(input, disadvantaged);
        Answer law = input.Law.Answer(new Question(IncentiveParameters.CommunityShare, Question.NoDims));
        return new CommunitiesPillar(
            disadvantaged.Method,
            CommunityShares.Of(input.Study, input.Dataset, input.Law)?.LeastShare,
            (law as Reading)?.Value,
            Law(law, input.Law.AsOf),
            CommunityFigure.Of(ledger.Counties),
            VulnerabilityQuarter.Of(ledger.Counties, input.Dataset.Counties),
            ledger.Counties,
            ledger.Unplaced,
            input.Dataset.CountyOutlines.Count > 0 ? Unknowns : [.. Unknowns, NoOutlines]);
    }

    private static DisadvantagedCounties MethodOf(PillarInput input) =>
        input.Study.Limits.Communities is { } limit ? DisadvantagedCounties.Of(input.Dataset, limit)
        : input.Dataset.CountyCommunities.Count > 0 ? DisadvantagedCounties.ByTracts(input.Dataset)
        : DisadvantagedCounties.ByIndex(input.Dataset, UpperQuarter);

    private static Bilingual Law(Answer law, DateOnly day) => law is Reading reading
        ? new Bilingual(
            $"On {day:yyyy-MM-dd} the register has a share of {reading.Value:0.##} for covered federal investments ({reading.ParameterId} {reading.EntryId}).",
            $"{day:yyyy-MM-dd} 登记册载有联邦相关投资 {reading.Value:0.##} 的份额（{reading.ParameterId} {reading.EntryId}）。")
        : new Bilingual(
            $"On {day:yyyy-MM-dd} no share is in force ({IncentiveParameters.CommunityShare}); whatever is reported here is voluntary.",
            $"{day:yyyy-MM-dd} 没有有效的份额要求（{IncentiveParameters.CommunityShare}）；此处所报均属自愿。");
}
