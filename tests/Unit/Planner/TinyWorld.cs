using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Tests.Unit.Register;

namespace Trunkline.Tests.Unit.Planner;

/// <summary>A dataset and a study small enough to work by hand. The first is data/studies/01, the two nodes that docs/formulation.md speaks of.</summary>
public sealed record TinyWorld(Dataset Dataset, Study Study)
{
    private static readonly Lazy<TinyWorld> First = new(() => Read("01-one-source-one-hub"));

    /// <summary>Source A of 1 Mt/y, formation F with room for three projects of 0.5 Mt/y, 100 km between them; 2026-30 and 2031-35; nothing discounted.</summary>
    public static TinyWorld TwoNodes => First.Value;

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ShippedRegister.Folder, "..", ".."));

    /// <summary>The two nodes with a direct air capture train D of 1 Mt/y beside F and an oil field U beside A; 2 Mt/y are wanted from 2031.</summary>
    public static TinyWorld WithAirAndUse
    {
        get
        {
            Dataset two = TwoNodes.Dataset;
            CandidateNode a = two.Network!.Nodes[0], f = two.Network.Nodes[1];
            return TwoNodes.With(d => d with
            {
                DacSites = [new DacSite("D", "Air", "ND", f.Place, new(1e6), 1, new CaptureCost(new(930e6), new(0), new(20), 0.2, 5, "Round numbers", Confidence.C))],
                Uses = [new CarbonUse("U", "Oil field", "ND", a.Place, "eor", Demand(0.4e6, 0.6e6), true, new(20), "Round numbers", Confidence.C)],
                Network = two.Network with { Nodes = [a with { Hosts = ["A", "U"] }, f with { Hosts = ["D"] }] },
            }).WithTarget(0, 2);
        }
    }

    public IncentiveSchedule Incentives => PlanMaker.Incentives(Study, Dataset, Law);

    /// <summary>The register that the study reads; the shipped one without storage fees, which are proved on figures of their own, unless said otherwise.</summary>
    public PolicyRegister Register { get; init; } = FeeLaw.None;

    /// <summary>The register on the study's day, with a memory of its own.</summary>
    public RegisterView Law => Study.Policy.Of(Register).OrThrow();

    /// <summary>The case, written down for solving.</summary>
    public PlanningCase Case => CaseBuilder.Build(Study, Dataset, Incentives).OrThrow();

    /// <summary>The best plan by the exact route.</summary>
    public Plan Plan => Assert.IsType<PlanOutcome.Planned>(Make(SolverRoute.Exact)).Plan;

    /// <summary>A study of data/studies with its dataset.</summary>
    public static TinyWorld Read(string folder)
    {
        Study study = StudyReader.Read(Path.Combine(Root, "data", "studies", folder)).OrThrow();
        return new TinyWorld(DatasetReader.Read(study.DatasetFolder).OrThrow(), study);
    }

    /// <summary>Demand of the first five years, and of the next five.</summary>
    public static IReadOnlyDictionary<int, TonnesPerYear> Demand(double first, double then) =>
        Enumerable.Range(2026, 10).ToDictionary(y => y, y => new TonnesPerYear(y < 2031 ? first : then));

    public TinyWorld With(Func<Dataset, Dataset> change) => this with { Dataset = change(Dataset) };

    public TinyWorld With(Func<Study, Study> change) => this with { Study = change(Study) };

    /// <summary>Another figure for a parameter of the dataset.</summary>
    public TinyWorld WithParameter(string id, double value) =>
        With(d => d with { Parameters = [.. d.Parameters.Select(p => p.Id == id ? p with { Value = value } : p)] });

    /// <summary>A target in Mt/y by period.</summary>
    public TinyWorld WithTarget(params double[] megatonnes) =>
        With(s => s with { Goal = new Goal.CaptureTarget([.. megatonnes.Select(TonnesPerYear.FromMegatonnes)], LowerWhenUnreachable: false) });

    public TinyWorld WithPrice(params double[] usdPerTonne) =>
        With(s => s with { Goal = new Goal.CarbonPrice([.. usdPerTonne.Select(UsdPerTonne.Of)]) });

    public TinyWorld WithLimits(double? yearlyBuild, params InjectionLimit[] injection) =>
        With(s => s with { Limits = new Limits(injection, yearlyBuild is { } pace ? TonnesPerYear.FromMegatonnes(pace) : null) });

    /// <summary>What the planner answers by a route.</summary>
    public PlanOutcome Make(SolverRoute route)
    {
        Study asked = Study with { Solver = Study.Solver with { Route = route } };
        return new PlanMaker(new HighsSolver(), new ScalableDesignSolver(), new ExactDesignSolver())
            .Make(asked, Dataset, Law, null, TestContext.Current.CancellationToken).OrThrow();
    }

    public AuditedPlan Beside(Plan plan) => new(plan, Study, Dataset, Incentives);

    public PlanAuditResult Audit(Plan plan) => PlanAudit.Of(Beside(plan));
}
