using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner;

/// <summary>A search on other corridors that also tries a plan of the first ones.</summary>
public sealed class EarlierPlanTest
{
    private const double Share = 0.4;
    private const double Near = 0.002;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every corridor cut in two, under other names: the plan fits as it was and costs what it cost, but for corridors that have a shorter way round them.</summary>
    [Fact]
    public void A_plan_is_carried_over_to_corridors_that_are_cut_in_two()
    {
        TinyWorld world = TinyWorld.Read("07-north-dakota");
        Study study = world.Study with { Solver = world.Study.Solver with { Route = SolverRoute.Scalable } };
        Dataset plain = world.Dataset with { Network = CandidateNetworkBuilder.Build(StudyCandidates.Request(study, world.Dataset, world.Dataset.Surface!), Token).OrThrow() };
        PlanOutcome.Planned before = Planned(Maker().Make(study, plain, world.Law, null, Token));
        Tried tried = new();
        PlanOutcome.Planned after = Planned(Maker().MakeBeginning(before.Memory!, study, plain with { Network = Cut(plain.Network!) }, world.Law, tried, Token));
        double cost = before.Plan.Totals.Cost.Value;
        Assert.NotNull(tried.First);
        Assert.InRange(tried.First.Value, before.Plan.Totals.Net.Value - (Near * cost), before.Plan.Totals.Net.Value + (Near * cost));
        Assert.True(after.Plan.Totals.Net.Value <= before.Plan.Totals.Net.Value + (1e-6 * cost));
        Assert.True(after.Plan.Audit.Passed, string.Join("; ", after.Plan.Audit.Violations));
    }

    private static CandidateNetwork Cut(CandidateNetwork network)
    {
        List<CandidateNode> nodes = [.. network.Nodes];
        List<CandidateEdge> edges = [];
        foreach (CandidateEdge edge in network.Edges)
        {
            GeoPoint middle = edge.Route[edge.Route.Count / 2];
            nodes.Add(new CandidateNode($"cut:{edge.Id}", middle, []));
            edges.Add(edge with { Id = $"{edge.Id}:a", To = nodes.Count - 1, Length = edge.Length * Share, WeightedLength = edge.WeightedLength * Share });
            // The second half the other way round, so that it is gone backwards.
            edges.Add(edge with { Id = $"{edge.Id}:b", From = edge.To, To = nodes.Count - 1, Length = edge.Length * (1 - Share), WeightedLength = edge.WeightedLength * (1 - Share) });
        }

        return network with { Nodes = nodes, Edges = edges };
    }

    private static PlanOutcome.Planned Planned(Checked<PlanOutcome> made) => Assert.IsType<PlanOutcome.Planned>(made.OrThrow());

    private static PlanMaker Maker() => new(new HighsSolver(), new ScalableDesignSolver(mayFinishExactly: false), new ScalableDesignSolver());

    private sealed class Tried : IProgress<PlanProgress>
    {
        /// <summary>Net of the earlier plan as it was taken over; null where it was never better than what was there.</summary>
        public double? First { get; private set; }

        public void Report(PlanProgress value) => First ??= value.Stage == "an earlier plan" ? value.BestNet : null;
    }
}
