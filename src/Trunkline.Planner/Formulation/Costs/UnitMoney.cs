using Trunkline.Atlas;

namespace Trunkline.Planner;

/// <summary>What capture units of any track cost, for the two costs that differ only in the track.</summary>
internal static class UnitMoney
{
    public static void Price(PlanningCase planning, Decisions x, Func<CaseSupply, bool> counts)
    {
        for (int i = 0; i < planning.Supplies.Count; i++)
        {
            if (counts(planning.Supplies[i]))
            {
                Price(planning.Supplies[i], i, planning, x);
            }
        }
    }

    public static IEnumerable<Payment> Payments(AuditedPlan audited, Func<PlannedCapture, bool> counts) =>
        audited.Plan.Captures.Where(counts).SelectMany(c => PaymentsFor(audited, c));

    public static IEnumerable<Payment> PaymentsFor(AuditedPlan audited, PlannedCapture capture)
    {
        CaptureCost cost = audited.CostOf(capture)
            ?? throw new InvalidOperationException($"The plan captures '{capture.StreamId}', whose cost the dataset does not know.");
        double learned = audited.Numbers.Learned(audited.ProcessOf(capture), audited.Periods[capture.FirstPeriod].From);
        double variable = audited.Numbers.VariableCost(cost).Value;
        bool isDac = audited.StreamOf(capture) is null;
        IEnumerable<Payment> capital = audited.Capital(
            cost.Capex.Value * learned, capture.FirstPeriod, capture.LastPeriod, isDac ? audited.Numbers.DacLife : audited.Numbers.CaptureLife);
        IEnumerable<Payment> yearly = audited.CalendarYears
            .Where(y => y.Period >= capture.FirstPeriod && y.Period <= capture.LastPeriod)
            .Select(y => new Payment(audited.Middle(y.Year), cost.FixedOm.Value + (variable * capture.Rate[y.Period].Value)));
        return capital.Concat(yearly);
    }

    private static void Price(CaseSupply supply, int i, PlanningCase planning, Decisions x)
    {
        for (int o = 0; o < supply.Options.Count; o++)
        {
            x.Model.AddCost(x.Open(i, o), supply.Options[o].OpeningCost);
            foreach (int t in planning.PeriodIndices.Where(supply.Options[o].RunsIn))
            {
                x.Model.AddCost(x.Captured(i, o, t), supply.Options[o].UnitCost[t]);
            }
        }
    }
}
