using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

/// <summary>What a move says it saves, against the cost of the whole design counted anew.</summary>
public sealed class ParcelMovesTest
{
    private readonly DesignProblem problem = SeededDesigns.National(seed: 11, side: 16, supplies: 150, sinks: 10);
    private readonly DesignInstance instance;
    private readonly Selection selection;
    private readonly ParcelNetwork network;
    private readonly ParcelSearch search;
    private readonly ParcelPlacer placer;

    public ParcelMovesTest()
    {
        instance = new DesignInstance(problem);
        DualSpace space = new(instance);
        selection = new Selection(instance, space, DualStart.For(instance, space), DualStart.Stretch(instance, space), seed: 1);
        network = new ParcelNetwork(instance, selection.Activity);
        search = new ParcelSearch(instance, network);
        placer = new ParcelPlacer(instance, selection, network, search);
        double[] way = new double[instance.SupplyCount * instance.Periods];
        Array.Fill(way, 30);
        selection.Choose(way);
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            Assert.True(placer.Place(k), $"supply {k} finds no room");
        }
    }

    [Fact]
    public void A_trial_taken_back_leaves_no_trace()
    {
        double[] flow = Flows();
        double cost = network.Cost;
        Parcel[] parcels = [.. network.Parcels.SelectMany(p => p)];
        network.Mark();
        foreach (Parcel parcel in parcels.Where((_, i) => i % 3 == 0))
        {
            network.AddAlong(parcel.Way, parcel.Rate, -1, settle: false);
            network.AddAt(parcel.Sink, parcel.Rate, -1);
        }

        network.Settle();
        Assert.True(network.Cost < cost);
        network.Rollback();
        Assert.Equal(cost, network.Cost);
        Assert.Equal(flow, Flows());
    }

    [Fact]
    public void Rerouting_a_trunk_saves_what_it_says()
    {
        search.LookAround();
        TrunkMoves trunks = new(instance, selection, network, search);
        trunks.Learn();
        int moved = 0;
        for (int arc = 0; arc < instance.ArcCount; arc++)
        {
            double before = Counted();
            double saved = network.IsUsed(arc) ? trunks.Reroute(arc) + trunks.Reroute(~arc) : 0;
            moved += saved > 0 ? 1 : 0;
            Assert.Equal(before - saved, Counted(), 1e-9 * Math.Abs(before));
        }

        Assert.True(moved > 2, $"only {moved} trunks moved");
        AssertWaysAreWays();
    }

    [Fact]
    public void Rebuilding_a_neighbourhood_saves_what_it_says_with_soft_targets()
    {
        selection.Soften();
        search.LookAround();
        RegionRebuild region = new(instance, selection, network, search, placer, new Random(5));
        int better = 0;
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            double before = Counted() + selection.TargetCost();
            double saved = region.Try(k, size: 8);
            better += saved > 0 ? 1 : 0;
            Assert.Equal(before - saved, Counted() + selection.TargetCost(), 1e-9 * Math.Abs(before));
        }

        Assert.True(better > 5, $"only {better} neighbourhoods got better");
        AssertWaysAreWays();
    }

    // The price has doubled where the largest supply L is missing. Price 5: missing half of L costs L/2 x (5 + 5/2 / 2) = 3.125 L, and half of L too much
    // earns L/2 x (5 - 5/2 / 2) = 1.875 L.
    [Fact]
    public void A_soft_target_costs_what_it_costs_by_hand()
    {
        double[] upper = [1, 1, 1, 1, 1];
        TargetPenalty penalty = new(instance, upper);
        penalty.Harden([5, 5, 5, 5, 5]);
        double target = problem.Target[3];
        Assert.Equal(0.05 * target, penalty.Cost(3, 0.99 * target), 1e-6 * target);
        Assert.Equal(0, penalty.Cost(3, 1.01 * target));
        penalty.Soften([5, 5, 5, 5, 5], least: 1);
        double largest = problem.Supplies.SelectMany(s => s.Options).Where(o => o.FirstPeriod <= 3 && o.LastPeriod >= 3).Max(o => o.Maximum[3]);
        Assert.Equal(3.125 * largest, penalty.Cost(3, target - (0.5 * largest)), 1e-6 * largest);
        Assert.Equal(-1.875 * largest, penalty.Cost(3, target + (0.5 * largest)), 1e-6 * largest);
        // From one largest supply too much on a unit more earns nothing.
        Assert.Equal(penalty.Cost(3, target + largest), penalty.Cost(3, target + (3 * largest)), 1e-6 * largest);
    }

    private double[] Flows() => [.. Enumerable.Range(0, instance.ArcCount).SelectMany(a => network.FlowOn(a).ToArray())];

    // Network and supplies, counted by the class that prices finished designs.
    private double Counted()
    {
        Draft draft = new(instance);
        selection.Option.CopyTo(draft.Option, 0);
        selection.Rate.CopyTo(draft.Rate, 0);
        foreach (Parcel parcel in network.Parcels.SelectMany(p => p))
        {
            for (int t = 0; t < instance.Periods; t++)
            {
                draft.Absorbed[(parcel.Sink * instance.Periods) + t] += parcel.Rate[t];
                foreach (int step in parcel.Way)
                {
                    draft.Flow[((step < 0 ? ~step : step) * instance.Periods) + t] += step < 0 ? -parcel.Rate[t] : parcel.Rate[t];
                }
            }
        }

        new DraftCost(instance).Evaluate(draft);
        return draft.Cost;
    }

    private void AssertWaysAreWays()
    {
        foreach (Parcel parcel in network.Parcels.SelectMany(p => p))
        {
            int at = problem.Supplies[parcel.Supply].Node;
            HashSet<int> passed = [at];
            foreach (int step in parcel.Way)
            {
                DesignArc arc = problem.Arcs[step < 0 ? ~step : step];
                Assert.Equal(at, step < 0 ? arc.To : arc.From);
                at = step < 0 ? arc.From : arc.To;
                Assert.True(passed.Add(at), "goes round");
            }

            Assert.Equal(problem.Sinks[parcel.Sink].Node, at);
        }
    }
}
