using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>Every table of a plan, by subject.</summary>
public static class PlanTables
{
    /// <summary>All of them, in the order a reader wants them.</summary>
    public static IReadOnlyList<PlanTable> All(Plan plan) =>
        [Periods(plan), Captures(plan), Pipes(plan), Storage(plan), InjectionPoints(plan), Uncaptured(plan), Bibliography(plan), Receipt(plan)];

    public static PlanTable Periods(Plan plan) => PlanTable.Of("periods", plan.Periods,
    [
        Cells.Whole<PlanPeriod>("from_year", p => p.From),
        Cells.Whole<PlanPeriod>("to_year", p => p.To),
        Cells.Number<PlanPeriod>("captured_mt_per_y", p => p.CapturedMtPerYear),
        Cells.Number<PlanPeriod>("dac_mt_per_y", p => p.DacMtPerYear),
        Cells.Number<PlanPeriod>("biogenic_mt_per_y", p => p.BiogenicMtPerYear),
        Cells.Number<PlanPeriod>("stored_mt_per_y", p => p.StoredMtPerYear),
        Cells.Number<PlanPeriod>("used_mt_per_y", p => p.UsedMtPerYear),
        Cells.Number<PlanPeriod>("credits_usd", p => p.CreditsUsd.Value),
        Cells.Number<PlanPeriod>("capture_usd", p => p.CaptureUsd.Value),
        Cells.Number<PlanPeriod>("dac_usd", p => p.DacUsd.Value),
        Cells.Number<PlanPeriod>("transport_usd", p => p.TransportUsd.Value),
        Cells.Number<PlanPeriod>("storage_usd", p => p.StorageUsd.Value),
        Cells.Number<PlanPeriod>("storage_fees_usd", p => p.StorageFeesUsd.Value),
        Cells.Number<PlanPeriod>("new_pipe_km", p => p.NewPipeKm),
        Cells.Number<PlanPeriod>("pipe_km", p => p.PipeKm),
        Cells.Whole<PlanPeriod>("capturing_sites", p => p.CapturingSites),
        Cells.Number<PlanPeriod>("electricity_twh_per_y", p => p.ElectricityTwhPerYear),
        Cells.Number<PlanPeriod>("heat_pj_per_y", p => p.HeatPjPerYear),
    ]);

    public static PlanTable Captures(Plan plan) => PlanTable.Of<PlannedCapture>("captures", plan.Captures,
    [
        Cells.Text<PlannedCapture>("stream_id", c => c.StreamId),
        Cells.Text<PlannedCapture>("site_id", c => c.SiteId),
        Cells.Text<PlannedCapture>("site_name", c => c.SiteName),
        Cells.Text<PlannedCapture>("state", c => c.State),
        Cells.Text<PlannedCapture>("sector", c => c.Sector),
        Cells.Text<PlannedCapture>("process", c => c.Process),
        Cells.Text<PlannedCapture>("track", c => c.Track),
        Cells.Text<PlannedCapture>("node", c => c.Node),
        Cells.Number<PlannedCapture>("longitude_deg", c => c.Place.Longitude),
        Cells.Number<PlannedCapture>("latitude_deg", c => c.Place.Latitude),
        Cells.Number<PlannedCapture>("capacity_t_per_y", c => c.Capacity.Value),
        Cells.Whole<PlannedCapture>("start_year", c => plan.Periods[c.FirstPeriod].From),
        Cells.Whole<PlannedCapture>("last_year", c => plan.Periods[c.LastPeriod].To),
        Cells.Flag<PlannedCapture>("stops_at_credit_end", c => c.StopsAtCreditEnd),
        .. Cells.ByPeriod<PlannedCapture>(plan, "rate", "t_per_y", (c, t) => c.Rate[t].Value),
        .. Cells.ByPeriod<PlannedCapture>(plan, "credit", "usd", (c, t) => c.CreditUsd[t].Value),
        Cells.Number<PlannedCapture>("capture_cost_usd_per_t", c => c.CostPerTonne.Value),
        Cells.Text<PlannedCapture>("credit_reason", c => c.CreditReason),
        Cells.Text<PlannedCapture>("cost_confidence", c => c.SourceConfidence.ToString()),
    ]);

    public static PlanTable Pipes(Plan plan) => PlanTable.Of<PlannedPipe>("pipelines", plan.Pipes,
    [
        Cells.Text<PlannedPipe>("edge_id", p => p.EdgeId),
        Cells.Text<PlannedPipe>("from_node", p => p.From),
        Cells.Text<PlannedPipe>("to_node", p => p.To),
        Cells.Number<PlannedPipe>("length_km", p => p.Length.Value),
        Cells.Number<PlannedPipe>("terrain_weighted_length_km", p => p.WeightedLength.Value),
        Cells.Number<PlannedPipe>("existing_capacity_t_per_y", p => p.ExistingCapacity.Value),
        .. Cells.ByPeriod<PlannedPipe>(plan, "flow", "t_per_y", (p, t) => p.Flow[t].Value),
        .. Cells.ByPeriod<PlannedPipe>(plan, "bought", "t_per_y", (p, t) => p.Bought[t].Value),
        .. Cells.ByPeriod<PlannedPipe>(plan, "diameter", "in", (p, t) => p.NominalInches[t]),
        Cells.Number<PlannedPipe>("capex_usd", p => p.CapexUsd.Value),
    ]);

    public static PlanTable Storage(Plan plan) => PlanTable.Of<PlannedStorage>("storage", plan.Storages,
    [
        Cells.Text<PlannedStorage>("sink_id", s => s.SinkId),
        Cells.Text<PlannedStorage>("name", s => s.Name),
        Cells.Text<PlannedStorage>("kind", s => s.Kind),
        Cells.Text<PlannedStorage>("state", s => s.State),
        Cells.Number<PlannedStorage>("centre_longitude_deg", s => s.Centre.Longitude),
        Cells.Number<PlannedStorage>("centre_latitude_deg", s => s.Centre.Latitude),
        Cells.Number<PlannedStorage>("radius_km", s => s.RadiusKm),
        .. Cells.ByPeriod<PlannedStorage>(plan, "projects_opened", "count", (s, t) => s.Projects[t]),
        Cells.Whole<PlannedStorage>("projects_possible_count", s => s.MaxProjects),
        .. Cells.ByPeriod<PlannedStorage>(plan, "rate", "t_per_y", (s, t) => s.Rate[t].Value),
        Cells.Number<PlannedStorage>("stored_t", s => PlanFigures.Stored(plan, s).Value),
        Cells.Number<PlannedStorage>("capacity_t", s => s.Capacity?.Value),
        Cells.Whole<PlannedStorage>("ready_from_year", s => s.ReadyFrom),
    ]);

    public static PlanTable InjectionPoints(Plan plan) => PlanTable.Of<PlanFigures.InjectionPoint>("injection_points", PlanFigures.InjectionPoints(plan),
    [
        Cells.Text<PlanFigures.InjectionPoint>("sink_id", p => p.Storage.SinkId),
        Cells.Text<PlanFigures.InjectionPoint>("name", p => p.Storage.Name),
        Cells.Text<PlanFigures.InjectionPoint>("kind", p => p.Storage.Kind),
        Cells.Text<PlanFigures.InjectionPoint>("node", p => p.Entry.Node),
        Cells.Number<PlanFigures.InjectionPoint>("longitude_deg", p => p.Entry.Place.Longitude),
        Cells.Number<PlanFigures.InjectionPoint>("latitude_deg", p => p.Entry.Place.Latitude),
        .. Cells.ByPeriod<PlanFigures.InjectionPoint>(plan, "rate", "t_per_y", (p, t) => p.Entry.Rate[t].Value),
    ]);

    public static PlanTable Uncaptured(Plan plan) => PlanTable.Of<UncapturedStream>("uncaptured", plan.Uncaptured,
    [
        Cells.Text<UncapturedStream>("stream_id", u => u.StreamId),
        Cells.Text<UncapturedStream>("site_id", u => u.SiteId),
        Cells.Text<UncapturedStream>("site_name", u => u.SiteName),
        Cells.Text<UncapturedStream>("state", u => u.State),
        Cells.Text<UncapturedStream>("sector", u => u.Sector),
        Cells.Text<UncapturedStream>("process", u => u.Process),
        Cells.Number<UncapturedStream>("longitude_deg", u => u.Place.Longitude),
        Cells.Number<UncapturedStream>("latitude_deg", u => u.Place.Latitude),
        Cells.Number<UncapturedStream>("co2_t_per_y", u => u.Co2.Value),
        Cells.Text<UncapturedStream>("reason", u => u.Reason),
    ]);

    public static PlanTable Bibliography(Plan plan) => PlanTable.Of<Citation>("bibliography", plan.Bibliography,
    [
        Cells.Text<Citation>("key", c => c.Key),
        Cells.Text<Citation>("what", c => c.What),
        Cells.Text<Citation>("value_with_unit", c => c.Value),
        Cells.Text<Citation>("source", c => c.Source),
        Cells.Text<Citation>("url", c => c.Url),
        Cells.Text<Citation>("confidence", c => c.Confidence.ToString()),
        Cells.Text<Citation>("review_state", c => c.State),
    ]);

    /// <summary>One row an answer of the register.</summary>
    public static PlanTable Receipt(Plan plan) => PlanTable.Of<(PolicyCoefficient Entry, CoefficientValue Value)>(
        "receipt",
        plan.Receipt.Coefficients.SelectMany(c => c.Values.Select(v => (c, v))),
        [
            Cells.Text<(PolicyCoefficient Entry, CoefficientValue Value)>("rule", r => r.Entry.Rule),
            Cells.Text<(PolicyCoefficient Entry, CoefficientValue Value)>("parameter", r => r.Entry.Parameter),
            Cells.Text<(PolicyCoefficient Entry, CoefficientValue Value)>("entry", r => r.Entry.Entry),
            Cells.Text<(PolicyCoefficient Entry, CoefficientValue Value)>("circumstances", r => r.Value.Circumstances),
            Cells.Text<(PolicyCoefficient Entry, CoefficientValue Value)>("value", r => r.Value.Value),
            Cells.Text<(PolicyCoefficient Entry, CoefficientValue Value)>("unit", r => r.Entry.Unit),
            Cells.Flag<(PolicyCoefficient Entry, CoefficientValue Value)>("projected", r => r.Value.Projected),
            Cells.Text<(PolicyCoefficient Entry, CoefficientValue Value)>("review_state", r => r.Entry.State),
            Cells.Text<(PolicyCoefficient Entry, CoefficientValue Value)>("overlay", r => r.Entry.Overlay),
            Cells.Text<(PolicyCoefficient Entry, CoefficientValue Value)>("evidence", r => string.Join(' ', r.Entry.Evidence.Select(e => $"{e.Claim}@{e.Document}"))),
        ]);
}
