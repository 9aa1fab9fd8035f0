using System.Diagnostics;

namespace Trunkline.NetworkDesign;

/// <summary>One warm answer: take over, mend, improve, bound.</summary>
internal sealed class WarmRun
{
    private const int MostRounds = 4;

    // What found no room is made up for by others, some of which may find none.
    private const int MostMends = 3;

    // An answer may take so many times its time rather than be none, or one that nothing has been made of.
    private const double Patience = 4;

    private readonly DesignInstance instance;
    private readonly DesignMemory memory;
    private readonly Recollection recollection;
    private readonly DesignOptions options;
    private readonly CancellationToken cancellation;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly DualSpace space;
    private readonly double[] multipliers;
    private readonly double[] stretch;
    private readonly Draft best;
    private DesignerState? bestState;
    private bool isTakenUp;
    private IReadOnlyList<Shortfall> nearest = [];

    public WarmRun(DesignInstance changed, DesignMemory memory, DesignLink link, DesignOptions options, CancellationToken cancellation)
    {
        this.memory = memory;
        this.options = options;
        this.cancellation = cancellation;
        instance = changed;
        for (int a = 0; a < instance.ArcCount; a++)
        {
            instance.Rents.Shape(a, memory.Totals);
        }

        recollection = new Recollection(changed.Problem, memory, link);
        space = new DualSpace(instance);
        multipliers = recollection.Multipliers(instance, space);
        stretch = DualStart.Stretch(instance, space);
        best = new Draft(instance);
    }

    private bool IsOver => cancellation.IsCancellationRequested
        || clock.Elapsed.TotalSeconds > (isTakenUp && bestState is not null ? 1 : Patience) * options.TimeLimitSeconds;

    // Neither reads what the other writes, so the answer does not depend on which is faster.
    public DesignResult Solve()
    {
        double bound = double.NegativeInfinity;
        ParcelDesigner designer = Designer();
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads) },
            () => bound = Bound(),
            () => Improve(designer));
        return bestState is null
            ? new DesignResult(DesignStatus.NothingFound, null, double.NaN, bound, BoundLadder.Rents, nearest)
            : Judge(bound);
    }

    // Target and row prices suit the changed problem; everything else is as remembered.
    private double Bound()
    {
        DualFunction function = new(instance, space, options.Threads);
        double before = function.Evaluate(multipliers);
        double[] remembered = [.. multipliers];
        DualStart.PriceTargets(instance, space, stretch, function, multipliers);
        double after = function.Evaluate(multipliers);
        if (after < before)
        {
            remembered.CopyTo(multipliers, 0);
        }

        return Math.Max(before, after);
    }

    private ParcelDesigner Designer()
    {
        Selection selection = new(instance, space, [.. multipliers], stretch, options.Seed);
        ParcelDesigner designer = new(instance, selection, DualStart.TypicalPrice(instance.Problem), 1, () => IsOver);
        designer.Network.CountModules(divisible: false);
        designer.PriceSinks(multipliers[space.SinkAt..space.ExistingAt]);
        return designer;
    }

    private void Improve(ParcelDesigner designer)
    {
        int[] order = [.. Enumerable.Range(0, instance.SupplyCount)];
        Random random = new(options.Seed);
        random.Shuffle(order);
        designer.Resume(recollection.Design());
        Consider(designer);
        int again = 0;
        do
        {
            TakeUp(designer);
            Consider(designer);
        }
        while (bestState is null && again++ < MostMends && !IsOver);

        isTakenUp = true;
        if (bestState is not null)
        {
            // Moves that keep every limit come first: what is left of the time may be too short to meet a target again.
            designer.Return(bestState);
            MoveTrunks(designer, order, random);
        }

        for (int round = 0; round < MostRounds && !IsOver; round++)
        {
            double before = best.Cost;
            designer.Meet(order);
            Consider(designer);
            if (bestState is null)
            {
                designer.Choose(instance.LikelyFlow);
                Consider(designer);
                continue;
            }

            MoveTrunks(designer, order, random);
            if (round > 0 && bestState is not null && before - best.Cost <= 1e-5 * Math.Abs(best.Cost))
            {
                break;
            }
        }
    }

    private void MoveTrunks(ParcelDesigner designer, int[] order, Random random)
    {
        designer.Reroute(random);
        designer.Sweep(order);
        Consider(designer);
    }

    // Targets are met by few changes. A side row that is broken asks for other supplies: mended one at a time they would come on top of those that
    // run, so all are chosen anew at the prices of what is asked now; those that stay keep their ways.
    private void TakeUp(ParcelDesigner designer)
    {
        HashSet<string> rows = [.. instance.Problem.SideRows.Select(r => r.Name)];
        if (bestState is null && nearest.Any(s => rows.Contains(s.Limit)))
        {
            designer.Choose(instance.LikelyFlow, besideScarce: true);
        }
        else
        {
            designer.Mend(besideScarce: true);
        }
    }

    private void Consider(ParcelDesigner designer)
    {
        Draft draft = designer.Evaluate();
        if (draft.Shortfalls.Count > 0)
        {
            nearest = [.. draft.Shortfalls];
        }
        else if (bestState is null || draft.Cost < best.Cost)
        {
            draft.CopyTo(best);
            bestState = designer.Remember();
        }
    }

    private DesignResult Judge(double bound)
    {
        DesignSolution solution = new DraftCost(instance).Write(best);
        double scale = Math.Max(1e-9, options.GapScale?.Invoke(solution) ?? Math.Abs(best.Cost));
        double proved = Math.Min(bound, best.Cost);
        return new DesignResult(
            (best.Cost - proved) / scale <= options.RelativeGap ? DesignStatus.Proved : DesignStatus.Found,
            solution,
            best.Cost,
            proved,
            BoundLadder.Rents,
            [])
        {
            Memory = new DesignMemory(instance.Problem, bestState!, multipliers, memory.Totals),
        };
    }
}
