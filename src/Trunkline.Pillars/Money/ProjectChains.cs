using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>
/// A capture unit with its way to storage as one business: it pays for itself, for lines of its own and, at the hub's tariff, for all that it shares. Over all units the parts add
/// up to the plan.
/// </summary>
/// <param name="Capture">Outlays of the unit, positive; salvage negative.</param>
/// <param name="Service">What it pays for lines and storage, spread over its tonnes; positive.</param>
/// <param name="Credit">What the law pays; positive.</param>
/// <param name="Income">What the study's price pays; positive.</param>
/// <param name="Tonnes">t/y by period.</param>
/// <param name="StoredTonnes">The part that ends in dedicated storage, t/y by period.</param>
/// <param name="HubId">Hub that takes most of it; null where it sends nothing.</param>
internal sealed record ProjectChain(
    PlannedCapture Unit,
    IReadOnlyList<Payment> Capture,
    IReadOnlyList<Payment> Service,
    IReadOnlyList<Payment> Credit,
    IReadOnlyList<Payment> Income,
    IReadOnlyList<double> Tonnes,
    IReadOnlyList<double> StoredTonnes,
    string? HubId)
{
    /// <summary>Receipts positive, outlays negative.</summary>
    public IReadOnlyList<Payment> Flows(bool withCredit) =>
    [
        .. Capture.Concat(Service).Select(p => p with { Amount = -p.Amount }),
        .. withCredit ? Credit : [],
        .. Income,
    ];
}

/// <summary>Makes the chains of a plan.</summary>
internal sealed class ProjectChains
{
    private readonly PillarInput input;
    private readonly AuditedPlan audited;
    private readonly PlanMoney money;
    private readonly PlanFlows flows;
    private readonly IReadOnlyList<Hub> hubs;
    private readonly Dictionary<string, int> hubOf;
    private readonly double[] spur;
    private readonly double[][] toHub;
    private readonly double[][] toRock;

    public ProjectChains(PillarInput input, PlanFlows flows, IReadOnlyList<Hub> hubs)
    {
        (this.input, this.hubs) = (input, hubs);
        audited = input.Audited();
        money = new PlanMoney(audited, input.Study.DiscountRate.Value);
        this.flows = flows;
        hubOf = hubs.Index().SelectMany(h => h.Item.Storage.Select(s => (s.SinkId, h.Index))).ToDictionary(p => p.SinkId, p => p.Index, StringComparer.Ordinal);
        int units = input.Plan.Captures.Count;
        spur = new double[units];
        toHub = [.. Enumerable.Range(0, units).Select(_ => new double[hubs.Count])];
        toRock = [.. Enumerable.Range(0, units).Select(_ => new double[input.Plan.Periods.Count])];
        Deliver();
        Spurs();
        All = [.. Enumerable.Range(0, units).Select(Chain)];
    }

    public AuditedPlan Audited => audited;

    public PlanMoney Money => money;

    /// <summary>One a unit, in the plan's order.</summary>
    public IReadOnlyList<ProjectChain> All { get; }

    /// <summary>Discounted tonnes of each unit by hub, and what ends in rock by period.</summary>
    private void Deliver()
    {
        for (int t = 0; t < input.Plan.Periods.Count; t++)
        {
            double annuity = money.Annuity(t);
            foreach ((int s, PlannedStorage storage) in input.Plan.Storages.Index())
            {
                bool isRock = audited.FormationOf(storage) is not null;
                foreach ((int unit, double rate) in flows.Into(s, t))
                {
                    toHub[unit][hubOf[storage.SinkId]] += rate * annuity;
                    toRock[unit][t] += isRock ? rate : 0;
                }
            }
        }
    }

    /// <summary>Cost of the lines of one site, by its units' discounted tonnes.</summary>
    private void Spurs()
    {
        foreach ((int p, PlannedPipe pipe) in input.Plan.Pipes.Index())
        {
            double[] through = new double[spur.Length];
            for (int t = 0; t < input.Plan.Periods.Count; t++)
            {
                foreach ((int unit, double rate) in flows.Through(p, t))
                {
                    through[unit] += rate * money.Annuity(t);
                }
            }

            double whole = through.Sum();
            int[] users = [.. Enumerable.Range(0, through.Length).Where(u => through[u] > 0)];
            if (whole > 0 && !IsTrunk(p))
            {
                double cost = money.Of(pipe);
                Array.ForEach(users, u => spur[u] += cost * through[u] / whole);
            }
        }
    }

    private bool IsTrunk(int pipe) => HubLines.SitesThrough(input.Plan, flows, pipe) > 1;

    private ProjectChain Chain(int unit)
    {
        PlannedCapture capture = input.Plan.Captures[unit];
        double[] tonnes = [.. capture.Rate.Select(r => r.Value)];
        double discounted = money.Tonnes(t => tonnes[t]);
        double service = spur[unit] + hubs.Index().Sum(h => toHub[unit][h.Index] * h.Item.Tariff.UsdPerTonne);
        double perTonne = discounted > 0 ? service / discounted : 0;
        int main = hubs.Count == 0 ? -1 : Enumerable.Range(0, hubs.Count).MaxBy(h => toHub[unit][h]);
        return new ProjectChain(
            capture,
            [.. CaptureCosts.PaymentsFor(audited, capture)],
            [.. Yearly(tonnes, _ => perTonne)],
            [.. CarbonCredits.EarnedBy(audited, capture)],
            [.. Yearly(tonnes, Price)],
            tonnes,
            toRock[unit],
            main >= 0 && toHub[unit][main] > 0 ? hubs[main].Id : null);
    }

    private double Price(int period) => input.Study.Goal is Goal.CarbonPrice price ? price.Prices[period].Value : 0;

    private IEnumerable<Payment> Yearly(double[] tonnes, Func<int, double> perTonne) =>
        audited.CalendarYears.Select(y => new Payment(audited.Middle(y.Year), tonnes[y.Period] * perTonne(y.Period))).Where(p => p.Amount != 0);
}
