using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>Who earns what.</summary>
/// <param name="Basis">In which dollars, at which rates.</param>
/// <param name="Projects">One a capture unit, by net present value, the best first.</param>
/// <param name="Hubs">One a hub, in the order of the hubs.</param>
public sealed record MoneyPillar(MoneyBasis Basis, IReadOnlyList<ProjectMoney> Projects, IReadOnlyList<HubMoney> Hubs)
{
    internal static MoneyPillar Of(PillarInput input, PlanFlows flows, IReadOnlyList<Hub> hubs)
    {
        var chains = new ProjectChains(input, flows, hubs);
        IReadOnlyList<ProjectMoney> projects =
        [
            .. chains.All.Select(chain => ProjectMoney.Of(chain, chains, input.Study.Finance)).OrderByDescending(p => p.NpvUsd).ThenBy(p => p.StreamId, StringComparer.Ordinal),
        ];
        return new MoneyPillar(MoneyBasis.Of(input), projects, [.. hubs.Select(h => HubMoney.Of(input, h, chains))]);
    }
}

/// <summary>What the dollars of the money pillar are.</summary>
/// <param name="DollarYear">All money is real, in dollars of this year, unless its name says nominal.</param>
/// <param name="DiscountRate">Real, a year: net present values and levelised costs.</param>
/// <param name="Inflation">Turns real into nominal: interest and debt service are nominal in contract and shown real.</param>
/// <param name="Finance">The study's terms with their source; null where it gives none, and then all figures of equity and debt are unknown.</param>
public sealed record MoneyBasis(int DollarYear, double DiscountRate, double Inflation, DateOnly FirstDay, Finance? Finance)
{
    internal static MoneyBasis Of(PillarInput input) => new(
        input.Study.DollarYear, input.Study.DiscountRate.Value, input.Study.Inflation.Value, input.Study.Periods[0].FirstDay, input.Study.Finance);
}
