using Trunkline.Domain;

namespace Trunkline.Pillars;

/// <summary>What a choice over all use cases costs and brings, in expectation.</summary>
/// <param name="PublicUsd">Public money spent.</param>
/// <param name="PrivateUsd">Owners' share of the funded projects.</param>
/// <param name="DrawnUsd">Private money drawn: that share, and the capital of plants that are built and would not be without the money.</param>
/// <param name="DrawnPerPublicUsd">The same for each public dollar; null where none is spent.</param>
/// <param name="MtPerYear">Expected capture by period.</param>
/// <param name="Mt2035">Expected capture in the period of 2035, Mt/y; null where the plan does not reach it.</param>
/// <param name="Mt2050">The same of 2050.</param>
/// <param name="CumulativeMt">Expected tonnes over the plan, Mt.</param>
/// <param name="SavedUsdPerYear">Capital saved by learning over every stream of the use cases in the last period.</param>
public sealed record FundingScenario(
    double PublicUsd,
    double PrivateUsd,
    double DrawnUsd,
    double? DrawnPerPublicUsd,
    IReadOnlyList<double> MtPerYear,
    double? Mt2035,
    double? Mt2050,
    double CumulativeMt,
    double SavedUsdPerYear,
    IReadOnlyList<FundedUseCase> UseCases)
{
    internal static FundingScenario Of(IReadOnlyList<FundingOutcome> outcomes, FundingScenario? none, IReadOnlyList<Period> periods)
    {
        double spent = outcomes.Sum(o => o.PublicUsd), owners = outcomes.Sum(o => o.PrivateUsd);
        FundedUseCase[] cases = [.. outcomes.Select(o => FundedUseCase.Of(o, periods))];
        double grants = outcomes.SelectMany(o => o.Projects).Where(p => p.Stage == FundingStage.Deployment).Sum(p => p.PublicUsd + p.PrivateUsd);
        double built = none is null ? 0 : cases.Zip(none.UseCases).Sum(pair => Math.Max(0, pair.First.PlantCapitalUsd - pair.Second.PlantCapitalUsd)) - grants;
        double[] rate = [.. periods.Select((_, t) => outcomes.Sum(o => o.Rate[t]) / 1e6)];
        double drawn = owners + Math.Max(0, built);
        return new FundingScenario(
            spent, owners, drawn, spent > 0 ? drawn / spent : null, rate, In(2035, rate, periods), In(2050, rate, periods),
            outcomes.Sum(o => o.Tonnes(periods)) / 1e6, outcomes.Sum(o => o.Saved), cases);
    }

    private static double? In(int year, double[] rate, IReadOnlyList<Period> periods)
    {
        int period = Enumerable.Range(0, periods.Count).FirstOrDefault(t => periods[t].From <= year && year <= periods[t].To, -1);
        return period < 0 ? null : rate[period];
    }
}

/// <summary>One use case in a choice.</summary>
/// <param name="Chance">That the technology passes every stage that is still needed by these projects; 1 where none is needed.</param>
/// <param name="OpensIn">First year of commercial building where it does.</param>
/// <param name="MtPerYear">Expected capture by period.</param>
/// <param name="CapitalMultiplier">Expected: capital cost in the last period over the dataset's.</param>
/// <param name="PlantCapitalUsd">Expected overnight capital of plants built, at today's cost.</param>
public sealed record FundedUseCase(
    string Id,
    Bilingual Title,
    double Co2MtPerYear,
    IReadOnlyList<FundedProject> Projects,
    double PublicUsd,
    double Chance,
    int? OpensIn,
    IReadOnlyList<double> MtPerYear,
    double CapitalMultiplier,
    double PlantCapitalUsd)
{
    internal static FundedUseCase Of(FundingOutcome outcome, IReadOnlyList<Period> periods) => new(
        outcome.Case.UseCase.Id,
        outcome.Case.UseCase.Title,
        outcome.Case.Supply.Co2 / 1e6,
        outcome.Projects,
        outcome.PublicUsd,
        outcome.Chance,
        outcome.OpensIn,
        [.. periods.Select((_, t) => outcome.Rate[t] / 1e6)],
        outcome.Multiplier,
        outcome.Capital);
}
