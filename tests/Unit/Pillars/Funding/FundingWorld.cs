using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Tests.Unit.Pillars.Funding;

/// <summary>Three periods of five years, one programme of demonstrations, cement and steel: small enough for paper and pencil.</summary>
internal static class FundingWorld
{
    public static IReadOnlyList<Period> Periods { get; } = [new(2026, 2030), new(2031, 2035), new(2036, 2040)];

    public const double Annuity = 0.1;

    /// <summary>A demonstration captures 0.1 Mt/y, costs 50 M$, half of it public, fails every other time, and takes five years.</summary>
    public static StageTerms Demonstration { get; } = new(
        FundingStage.Demonstration, new TonnesPerYear(1e5), new Usd(50e6), new Fraction(0.5), new Fraction(0.5), 5, "Chosen for this test", Confidence.C);

    public static FundingQuestion Question(FundingObjective objective = FundingObjective.Tonnes, params UseCase[] cases) => new(
        objective, "appropriated", [.. Periods.Select(_ => new UsdPerTonne(0))], "Chosen for this test", 3,
        [new FundingProgramme("demonstrations", new HashSet<FundingStage> { FundingStage.Demonstration }, null, 2026, 2026, new Usd(100e6))],
        new Dictionary<FundingStage, StageTerms> { [FundingStage.Demonstration] = Demonstration },
        cases);

    public static UseCase Sector(string id, double learning = 0, bool hard = false, FundingStage reached = FundingStage.Pilot, int? unaided = null) => new(
        id, new Bilingual(id, id), id, new Bilingual("solvent", "溶剂捕集"), reached, unaided, new TonnesPerYear(1e6), new Fraction(learning), hard, "Chosen for this test", Confidence.C);

    /// <summary>One plant whose transport and storage cost 60 $/t less than the credit pays, from 2031 on.</summary>
    public static CaptureSupply OnePlant(double megatonnes, double capture, double capitalShare = 0.5) =>
        new([new Plant("1", megatonnes * 1e6, capture, capitalShare, 200e6 * megatonnes, [null, -60, -60])], megatonnes * 1e6);

    public static FundingCase Case(UseCase useCase, CaptureSupply supply, FundingQuestion question) => new(useCase, supply, question, Periods, Annuity);

    public static Dictionary<string, double> Money(double usd) => new() { ["demonstrations"] = usd };
}
