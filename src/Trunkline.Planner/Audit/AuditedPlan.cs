using System.Runtime.InteropServices;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>
/// A finished plan beside the figures and the law it must obey: dataset, study, incentives. It knows nothing of solvers, columns or
/// discounted coefficients; whatever it says is worked out from the plan and the sources alone.
/// </summary>
public sealed class AuditedPlan
{
    private readonly Dictionary<string, CaptureStream> streams;
    private readonly Dictionary<string, DacSite> dacSites;
    private readonly Dictionary<string, Site> sites;
    private readonly Dictionary<string, Formation> formations;
    private readonly Dictionary<string, CarbonUse> uses;
    private readonly Dictionary<string, PipeTrend> trends;
    private readonly Dictionary<(bool, bool, int), CreditWindow> windows = [];
    private readonly Dictionary<string, IReadOnlyList<Payment>> payments = [];
    private readonly IncentiveSchedule incentives;

    public AuditedPlan(Plan plan, Study study, Dataset dataset, IncentiveSchedule incentives)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        (Plan, Study, Network, this.incentives) = (plan, study, dataset.Network, incentives);
        Numbers = new Coefficients(dataset, study.Periods[0].From);
        streams = dataset.Streams.ToDictionary(s => s.Id);
        dacSites = dataset.DacSites.ToDictionary(d => d.Id);
        formations = dataset.Formations.ToDictionary(f => f.Id);
        uses = dataset.Uses.ToDictionary(u => u.Id);
        trends = dataset.PipeTrends.ToDictionary(t => t.Id);
        sites = dataset.Sites.ToDictionary(s => s.Id);
        Communities = CommunityShares.Of(study, dataset, incentives.View);
        Slack = SlackOf(plan);
    }

    // Beside the same sources; nothing that was worked out of the other plan is kept.
    private AuditedPlan(Plan plan, AuditedPlan beside)
    {
        (Plan, Study, Network, incentives) = (plan, beside.Study, beside.Network, beside.incentives);
        (Numbers, Communities, windows) = (beside.Numbers, beside.Communities, beside.windows);
        (streams, dacSites, sites, formations, uses, trends) = (beside.streams, beside.dacSites, beside.sites, beside.formations, beside.uses, beside.trends);
        Slack = SlackOf(plan);
    }

    public Plan Plan { get; }

    public Study Study { get; }

    /// <summary>The candidate network that the dataset brings or that was routed on it; null where neither is at hand.</summary>
    public CandidateNetwork? Network { get; }

    /// <summary>What is asked for disadvantaged communities; null where nothing is.</summary>
    public CommunityShares? Communities { get; }

    /// <summary>Prices, lives and rates of the dataset.</summary>
    public Coefficients Numbers { get; }

    /// <summary>Rounding that is forgiven: 1 t/y and a millionth of all that is captured.</summary>
    public double Slack { get; }

    /// <summary>Another plan beside the same dataset, study and incentives.</summary>
    public AuditedPlan With(Plan plan) => new(plan, this);

    /// <summary>The payments of a cost, worked out when they are first asked for.</summary>
    public IReadOnlyList<Payment> PaymentsOf(ICost cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        if (!payments.TryGetValue(cost.Name, out IReadOnlyList<Payment>? known))
        {
            known = [.. cost.Payments(this)];
            payments.Add(cost.Name, known);
        }

        return known;
    }

    public IReadOnlyList<Period> Periods => Study.Periods;

    public IEnumerable<int> PeriodIndices => Enumerable.Range(0, Study.Periods.Count);

    public int LastPeriod => Study.Periods.Count - 1;

    public int FirstYear => Study.Periods[0].From;

    /// <summary>Years from the first day of the plan to the last.</summary>
    public int Years => Study.Periods.Sum(p => p.Length);

    /// <summary>Every calendar year with its period.</summary>
    public IEnumerable<(int Year, int Period)> CalendarYears =>
        PeriodIndices.SelectMany(t => Periods[t].CalendarYears.Select(y => (y, t)));

    /// <summary>Years from the first day of the plan to the middle of a calendar year.</summary>
    public double Middle(int year) => year - FirstYear + 0.5;

    /// <summary>Years from the first day of the plan to the first day of a period.</summary>
    public double StartOf(int period) => Periods[period].From - FirstYear;

    /// <summary>The stream, or null for a DAC train.</summary>
    public CaptureStream? StreamOf(PlannedCapture capture) => streams.GetValueOrDefault(capture.StreamId);

    /// <summary>The DAC site of a train; null for a stream.</summary>
    public DacSite? DacOf(PlannedCapture capture) => dacSites.GetValueOrDefault(capture.StreamId.Split('#')[0]);

    /// <summary>The share of the unit's capital that counts for disadvantaged communities.</summary>
    /// <exception cref="InvalidOperationException">Nothing is asked for communities.</exception>
    public double CommunityWeight(PlannedCapture capture)
    {
        CommunityShares shares = Communities ?? throw new InvalidOperationException("The study asks nothing for communities.");
        return sites.TryGetValue(capture.SiteId, out Site? site) ? shares.WeightOf(site) : DacOf(capture) is { } dac ? shares.WeightOf(dac) : 0;
    }

    /// <summary>Most that the unit can capture, t/y; zero where the dataset does not know it.</summary>
    public double CapacityOf(PlannedCapture capture) =>
        StreamOf(capture) is { } stream ? stream.Co2.Value * stream.CaptureRate.Value : DacOf(capture)?.TrainRate.Value ?? 0;

    /// <summary>What the unit costs; null where the dataset does not know.</summary>
    public CaptureCost? CostOf(PlannedCapture capture) => StreamOf(capture)?.Cost ?? DacOf(capture)?.TrainCost;

    /// <summary>Process name for learning.</summary>
    public string ProcessOf(PlannedCapture capture) => StreamOf(capture)?.Process ?? "dac";

    /// <summary>The credit that the law gives this unit, or null where it gives none.</summary>
    public CreditWindow? CreditOf(PlannedCapture capture)
    {
        bool isDac = StreamOf(capture) is null, isPower = StreamOf(capture)?.IsPower ?? false;
        CreditWindow window = Window(isDac, isPower, capture.FirstPeriod);
        Fraction rate = StreamOf(capture)?.CaptureRate ?? new Fraction(1);
        return window.WhyNotFor(new TonnesPerYear(CapacityOf(capture)), rate) is null ? window : null;
    }

    /// <summary>Last period with a year of credit, -1 where none.</summary>
    public int LastPeriodWithCredit(PlannedCapture capture) =>
        CreditOf(capture) is { } window
            ? PeriodIndices.LastOrDefault(t => Periods[t].CalendarYears.Any(window.DedicatedByYear.ContainsKey), -1)
            : -1;

    /// <summary>Credit that a tonne loses in a year by going to a use instead of dedicated storage.</summary>
    public UsdPerTonne UseLoss(CarbonUse use, int year) => LossBy(use, UseLossWindow(use, year)).GetValueOrDefault(year);

    /// <summary>The credit of a point-source unit that loses most in a year by going to a use.</summary>
    public CreditWindow UseLossWindow(CarbonUse use, int year) =>
        PeriodIndices.Select(v => Window(false, false, v)).MaxBy(w => LossBy(use, w).GetValueOrDefault(year).Value)!;

    /// <summary>A tonne that goes abroad loses the whole credit, unless the law pays there; another the difference between dedicated storage and use.</summary>
    private IReadOnlyDictionary<int, UsdPerTonne> LossBy(CarbonUse use, CreditWindow window) =>
        use.IsAbroad && incentives.DisposalAbroad is not { Words: "eligible" } ? window.DedicatedByYear : window.UseShortfallByYear;

    /// <summary>What the state of a formation charges for a tonne stored in a calendar year.</summary>
    public StorageFee StorageFeeIn(string state, int year) => incentives.StorageFeeIn(state, year);

    /// <summary>Storage fees of a state that the register does not know in some year of the plan.</summary>
    public IEnumerable<UnknownFee> UnknownStorageFees(string state) =>
        CalendarYears.SelectMany(y => StorageFeeIn(state, y.Year).Unknown).DistinctBy(u => u.ParameterId);

    /// <summary>What the register says of a permit to inject in a state: the authority, then its months.</summary>
    public IReadOnlyList<Reading> PermittingReadings(string state) => incentives.PermittingReadings(state);

    /// <summary>Largest pipe of a trend, zero where the trend is not known.</summary>
    public double TrendCapacity(string? trend) => trend is not null && trends.TryGetValue(trend, out PipeTrend? t) ? t.Capacity.Value : 0;

    /// <summary>The trend, which the dataset must know.</summary>
    public PipeTrend Trend(string id) => trends[id];

    /// <summary>The formation, or null for a use.</summary>
    public Formation? FormationOf(PlannedStorage storage) => formations.GetValueOrDefault(storage.SinkId);

    /// <summary>The use, or null for a formation.</summary>
    public CarbonUse? UseOf(PlannedStorage storage) => uses.GetValueOrDefault(storage.SinkId);

    /// <summary>Most that a sink may take in a period, t/y.</summary>
    public double MostInjected(PlannedStorage storage, int period) =>
        FormationOf(storage) is { } formation
            ? storage.Projects.Take(period + 1).Sum() * formation.ProjectRate.Value
            : UseOf(storage) is { } use
                ? Periods[period].CalendarYears.Average(y => use.DemandByYear.GetValueOrDefault(y).Value)
                : 0;

    /// <summary>First moment, as a calendar year, at which a new project may inject.</summary>
    public double ReadyYear(PlannedStorage storage) =>
        FirstYear + incentives.PermittingLead(storage.State).Value + Numbers.StorageBuildYears.Value + Study.Limits.DelayOf(storage.SinkId).Value;

    /// <summary>What is captured and arrives less what leaves and is stored, by node, t/y; zero everywhere in a right plan.</summary>
    public IEnumerable<(string Node, double Surplus)> Balances(int period)
    {
        var surplus = new Dictionary<string, double>(StringComparer.Ordinal);
        void Add(string node, double rate) => CollectionsMarshal.GetValueRefOrAddDefault(surplus, node, out _) += rate;
        foreach (PlannedCapture capture in Plan.Captures)
        {
            Add(capture.Node, capture.Rate[period].Value);
        }

        foreach (PlannedPipe pipe in Plan.Pipes)
        {
            Add(pipe.From, -pipe.Flow[period].Value);
            Add(pipe.To, pipe.Flow[period].Value);
        }

        foreach (PlannedStorage storage in Plan.Storages)
        {
            foreach (StorageEntry entry in storage.Entries)
            {
                Add(entry.Node, -entry.Rate[period].Value);
            }

            Add($"sink {storage.SinkId}", storage.Entries.Sum(e => e.Rate[period].Value) - storage.Rate[period].Value);
        }

        return surplus.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value));
    }

    /// <summary>Capital bought on the first day of a period, renewed at the end of each life, with what is left at the horizon given back.</summary>
    public IEnumerable<Payment> Capital(double amount, int first, int last, Years life)
    {
        double end = StartOf(last) + Periods[last].Length;
        double bought = StartOf(first);
        yield return new Payment(bought, amount);
        for (double age = end - bought; age > life.Value + 1e-9; age -= life.Value)
        {
            bought += life.Value;
            yield return new Payment(bought, amount);
        }

        if (last == LastPeriod)
        {
            yield return new Payment(Years, -amount * (1 - ((end - bought) / life.Value)));
        }
    }

    private double SlackOf(Plan plan) => 1 + (1e-6 * PeriodIndices.Max(t => plan.Captures.Sum(c => c.Rate[t].Value)));

    private CreditWindow Window(bool isDac, bool isPower, int period)
    {
        if (!windows.TryGetValue((isDac, isPower, period), out CreditWindow? window))
        {
            window = incentives.CreditFor(isDac, isPower, Periods[period].FirstDay, Numbers.CaptureBuildYears);
            windows[(isDac, isPower, period)] = window;
        }

        return window;
    }
}
