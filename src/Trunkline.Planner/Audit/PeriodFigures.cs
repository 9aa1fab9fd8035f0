namespace Trunkline.Planner;

/// <summary>Checks the figures that a plan states of each period against its decisions and the law: what a reader sees first must follow from the rest.</summary>
internal static class PeriodFigures
{
    private const string Name = "period-figures";

    public static IEnumerable<Violation> Audit(AuditedPlan audited)
    {
        if (audited.Plan.Periods.Count != audited.Study.Periods.Count)
        {
            return [new Violation(Name, "periods", $"the plan has {audited.Plan.Periods.Count} periods, the study {audited.Study.Periods.Count}")];
        }

        return audited.PeriodIndices.SelectMany(t => Of(audited, t));
    }

    private static IEnumerable<Violation> Of(AuditedPlan audited, int t)
    {
        PlanPeriod stated = audited.Plan.Periods[t];
        (string What, double Stated, double Follows, double Slack)[] figures =
        [
            ("captured Mt/y", stated.CapturedMtPerYear, Captured(audited, t, _ => true), audited.Slack / 1e6),
            ("DAC Mt/y", stated.DacMtPerYear, Captured(audited, t, c => audited.StreamOf(c) is null), audited.Slack / 1e6),
            ("stored Mt/y", stated.StoredMtPerYear, Kept(audited, t, s => audited.FormationOf(s) is not null), audited.Slack / 1e6),
            ("used Mt/y", stated.UsedMtPerYear, Kept(audited, t, s => audited.FormationOf(s) is null), audited.Slack / 1e6),
            ("electricity, TWh/y", stated.ElectricityTwhPerYear, EnergyNeed.Needed(audited, EnergyKind.Electricity, t) / EnergyNeed.PerLargeUnit, EnergySlack(stated.ElectricityTwhPerYear)),
            ("heat, PJ/y", stated.HeatPjPerYear, EnergyNeed.Needed(audited, EnergyKind.Heat, t) / EnergyNeed.PerLargeUnit, EnergySlack(stated.HeatPjPerYear)),
            ("storage fees, $", stated.StorageFeesUsd.Value, Fees(audited, t), 1e-6 * Math.Max(1e6, Math.Abs(stated.StorageFeesUsd.Value))),
            ("credits, $", stated.CreditsUsd.Value, Credits(audited, t), 1e-6 * Math.Max(1e6, Math.Abs(stated.CreditsUsd.Value))),
        ];
        return figures.Where(f => !(Math.Abs(f.Stated - f.Follows) <= f.Slack))
            .Select(f => new Violation(Name, audited.Periods[t].ToString(), $"{f.What}: the plan says {f.Stated:0.######}, its decisions give {f.Follows:0.######}"));
    }

    private static double EnergySlack(double stated) => 1e-6 * (1 + Math.Abs(stated));

    private static double Captured(AuditedPlan audited, int t, Func<PlannedCapture, bool> which) =>
        audited.Plan.Captures.Where(which).Sum(c => c.Rate[t].Megatonnes);

    private static double Kept(AuditedPlan audited, int t, Func<PlannedStorage, bool> which) =>
        audited.Plan.Storages.Where(which).Sum(s => s.Rate[t].Megatonnes);

    private static double Credits(AuditedPlan audited, int t) => -Paid(audited, new CarbonCredits(), t);

    private static double Fees(AuditedPlan audited, int t) => Paid(audited, new StorageFees(), t);

    private static double Paid(AuditedPlan audited, ICost cost, int t) =>
        audited.PaymentsOf(cost)
            .Where(p => p.After >= audited.StartOf(t) && p.After < audited.StartOf(t) + audited.Periods[t].Length).Sum(p => p.Amount);
}
