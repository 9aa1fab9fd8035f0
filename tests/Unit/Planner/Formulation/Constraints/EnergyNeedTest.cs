using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>A needs 0.1 MWh for each tonne, the air train D 0.2 MWh and 5 GJ: whole, they need 0.3 TWh and 5 PJ a year.</remarks>
public sealed class EnergyNeedTest : RuleTest<EnergyNeed>
{
    protected override TinyWorld World => TinyWorld.WithAirAndUse.With(s => s with
    {
        Limits = s.Limits with { Energy = [new EnergyLimit(EnergyKind.Electricity, [1e5, 3e5]), new EnergyLimit(EnergyKind.Heat, [0, 6e6])] },
    });

    protected override IEnumerable<Plan> Spoiled(Plan right) => [right.Capture(c => c with { Rate = PlanEdits.Rates(0, 1.2e6) })];
}
