using System.Diagnostics;

namespace Trunkline.NetworkDesign;

/// <summary>One run of the scalable route: the clock, the best design, the ladder of bounds, and which work is done when.</summary>
internal sealed class ScalableRun
{
    private const int AscentSteps = 140;
    private const int MostForExact = 4000;
    // A target price this far above a likely one smells of a target that cannot be met.
    private const double DearTimes = 8;
    private const int FirstRounds = 3;
    private const int LaterRounds = 6;
    private const int RefineRounds = 3;

    // Arcs scanned in one round of rebuilding.
    private const long RebuildWork = 6_000_000;

    // Rounds in which the bound is raised by shares while a design follows what it learnt in the round before; the first answers worth following
    // take some steps.
    private const int ShareRounds = 40;
    private const int FirstShareSteps = 150;
    private const int ShareStepsARound = 50;
    private const int ShareStepsBeside = 20;
    private const int AnswersARound = 3;
    private const int FollowRounds = 2;
    private const int FollowRefineRounds = 2;

    // Less than this share of the cost in a round is no progress.
    private const double WorthARound = 2e-4;

    // A bound that rises by less of the cost in a round leaves its thread to a second design.
    private const double WorthRaising = 1e-4;

    // So many rounds without progress end the run.
    private const int MostIdle = 8;

    // Small problems are cheap to begin several times, from dear to cheap unused arcs.
    private static readonly double[] SmallStarts = [0.3, 1, 4, 20];

    private readonly DesignInstance instance;
    private readonly DesignOptions options;
    private readonly IProgress<DesignProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly BoundLadder ladder = new();
    private readonly DraftCost pricing;
    private readonly Draft best;
    private readonly Lock news = new();
    private readonly bool mayFinishExactly;
    private CostedDesign? cheapest;
    private double[] multipliers = [];
    private double[] shape = [];
    private bool found;
    private double scale;
    private bool looksImpossible;
    private IReadOnlyList<Shortfall> nearest = [];
    private double nearestAmount = double.PositiveInfinity;

    public ScalableRun(
        DesignProblem problem, DesignOptions options, bool mayFinishExactly, IProgress<DesignProgress>? progress, CancellationToken cancellation)
    {
        this.mayFinishExactly = mayFinishExactly;
        this.options = options;
        this.progress = progress;
        this.cancellation = cancellation;
        instance = new DesignInstance(problem);
        pricing = new DraftCost(instance);
        best = new Draft(instance);
    }

    private bool IsOver => cancellation.IsCancellationRequested || clock.Elapsed.TotalSeconds > 0.95 * options.TimeLimitSeconds;

    private bool IsLate => cancellation.IsCancellationRequested || clock.Elapsed.TotalSeconds > 0.9 * options.TimeLimitSeconds;

    public DesignResult Solve()
    {
        ParcelDesigner designer = Designer();
        Consider(Design(designer), designer, "first design");
        ShapeRents(designer);
        (DualSpace space, double[] rentPrices) = Raise();
        if (!found && looksImpossible && Impossible() is { } proved)
        {
            return proved;
        }

        if (options.Start is { } start)
        {
            designer.PriceSinks(Scarcity(space, rentPrices));
            TryOut(start, designer);
        }

        bool sharesCosts = instance.Problem.Trends.Length > 0;
        foreach (double unused in IsSmall ? SmallStarts : found && sharesCosts ? [] : [1])
        {
            designer.PriceSinks(Scarcity(space, rentPrices));
            Improve(designer, unused, options.Seed);
        }

        if (found && !IsProved && sharesCosts)
        {
            CloseIn(designer, space, rentPrices);
        }

        DesignResult result = Result();
        return mayFinishExactly && result.Status != DesignStatus.Proved && IsSmall && !IsLate ? ExactFinish(result) : result;
    }

    private DesignResult? Impossible() => SupplyCeiling.Shortfalls(instance.Problem, cancellation) is { Count: > 0 } shortfalls
        ? new DesignResult(DesignStatus.Infeasible, null, double.NaN, double.PositiveInfinity, "ceiling", shortfalls)
        : null;

    // Few enough arcs and options that the whole problem as one model is worth its time.
    private bool IsSmall =>
        instance.Problem.Supplies.Sum(s => s.Options.Length) + (2 * instance.ArcCount) <= MostForExact;

    private DesignResult ExactFinish(DesignResult sofar)
    {
        DesignOptions rest = options with { TimeLimitSeconds = Math.Max(1, options.TimeLimitSeconds - clock.Elapsed.TotalSeconds) };
        DesignResult exact = new ExactDesignSolver().Solve(instance.Problem, rest, sofar.Solution, new Relay(this), cancellation);
        if (exact.Status == DesignStatus.Infeasible)
        {
            return exact;
        }

        Offer(BoundLadder.ExactFinish, exact.Bound);
        bool better = exact.Solution is not null && (sofar.Solution is null || exact.Objective < sofar.Objective);
        return (better ? exact : sofar).Solution is { } solution ? Judge(solution, better ? exact.Objective : sofar.Objective) : sofar;
    }

    private ParcelDesigner Designer()
    {
        DualSpace space = new(instance);
        double[] stretch = DualStart.Stretch(instance, space);
        double[] multipliers = DualStart.For(instance, space);
        DualStart.PriceTargets(instance, space, stretch, new DualFunction(instance, space, options.Threads), multipliers);
        double price = DualStart.TypicalPrice(instance.Problem);
        Selection selection = new(instance, space, multipliers, stretch, options.Seed);
        ParcelDesigner designer = new(instance, selection, price, options.Threads, () => IsOver);
        designer.Network.CountModules(divisible: true);
        return designer;
    }

    // What an earlier design chose and where it led are kept as far as they are here; what is missing then is met by few changes.
    private void TryOut(DesignStart start, ParcelDesigner designer)
    {
        Random random = new(options.Seed);
        int[] order = Shuffled(random);
        designer.Network.CountModules(divisible: false);
        designer.Resume(new Recollection(instance.Problem, start.Memory, start.Link).Design());
        Draft taken = designer.Evaluate();
        Consider(taken, designer, "an earlier plan");
        if (taken.Shortfalls.Count > 0)
        {
            designer.Meet(order);
        }

        designer.Reroute(random);
        designer.Sweep(order);
        Consider(designer.Evaluate(), designer, "an earlier plan");
        Refine(designer, random, RefineRounds);
        designer.Network.CountModules(divisible: true);
    }

    // Rents suit the periods in which the first design fills its capacity.
    private void ShapeRents(ParcelDesigner designer)
    {
        shape = designer.Totals();
        for (int a = 0; a < instance.ArcCount; a++)
        {
            instance.Rents.Shape(a, shape);
        }
    }

    // The bound by rents; gives the scarcity prices of sinks that prove it.
    private (DualSpace Space, double[] Multipliers) Raise()
    {
        DualSpace space = new(instance);
        double[] stretch = DualStart.Stretch(instance, space);
        DualFunction function = new(instance, space, options.Threads);
        double[] start = DualStart.For(instance, space);
        DualStart.PriceTargets(instance, space, stretch, function, start);
        ColumnAscent ascent = new(instance, space, function, start, stretch);
        Offer(BoundLadder.Rents, ascent.Bound);
        for (int step = 0; step < AscentSteps && !IsLate && ascent.Promise > 1e-6 * Math.Abs(ascent.Bound); step++)
        {
            ascent.Step();
            Offer(BoundLadder.Rents, ascent.Bound);
        }

        looksImpossible = ascent.Best.Take(instance.Periods).Any(price => price > DearTimes * DualStart.TypicalPrice(instance.Problem));
        multipliers = ascent.Best;
        return (space, ascent.Best);
    }

    // Bound and design in turns, at the same time where there are threads: each round of one uses what the other knew before the round, so
    // that answers do not depend on which was faster. Once the bound hardly rises, a second design follows part of its answers.
    private void CloseIn(ParcelDesigner designer, DualSpace space, double[] rentPrices)
    {
        ShareAscent ascent = new(instance, cheapest!.State.Parcels, rentPrices, DualStart.Stretch(instance, space), options.Threads);
        IReadOnlyList<DesignerState> answers = Raise(ascent, FirstShareSteps);
        ParcelDesigner? second = null;
        bool rises = true;
        int idle = 0;
        for (int round = 1; round <= ShareRounds && idle < MostIdle && !IsLate && !IsProved; round++)
        {
            (double cost, double bound) = (best.Cost, ladder.Best);
            double[] scarcity = Scarcity(space, ascent.Best);
            CostedDesign known = cheapest;
            DesignerState[] own = [.. answers.Where((_, i) => rises || i % 2 == 0)];
            DesignerState[] others = [.. answers.Where((_, i) => !rises && i % 2 == 1)];
            IReadOnlyList<DesignerState> next = [];
            int seed = options.Seed + round;
            Parallel.Invoke(
                new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads) },
                () => Follow(designer, known, scarcity, own, seed),
                () =>
                {
                    next = Raise(ascent, others.Length == 0 ? ShareStepsARound : ShareStepsBeside);
                    if (others.Length > 0)
                    {
                        Follow(second ??= Designer(), known, scarcity, others, seed + ShareRounds);
                    }
                });
            answers = next;
            rises = ladder.Best - bound > WorthRaising * scale;
            idle = Math.Max(cost - best.Cost, ladder.Best - bound) > WorthARound * scale ? 0 : idle + 1;
        }
    }

    // Gives the answers at the last means; steps are whole multiples of what lies between two.
    private List<DesignerState> Raise(ShareAscent ascent, int steps)
    {
        List<DesignerState> answers = [];
        for (int left = steps - 1; left >= 0 && !IsLate; left--)
        {
            ascent.Step();
            Offer(BoundLadder.Shares, ascent.Bound);
            if (left < AnswersARound * ShareAscent.MeanEach && left % ShareAscent.MeanEach == 0)
            {
                answers.Add(ascent.Answers());
            }
        }

        return answers;
    }

    // The answers that prove the bound break what was priced only a little, and agree on trunks: a design that follows them as far as it can begins
    // dear and ends, after exact moves, below designs that never saw them. Answers a few steps apart send whole clusters elsewhere or at other times; which of them suits
    // best shows at the beginning.
    private void Follow(ParcelDesigner designer, CostedDesign known, double[] scarcity, IReadOnlyList<DesignerState> answers, int seed)
    {
        designer.Cheapest = known;
        designer.PriceSinks(scarcity);
        Random random = new(seed);
        int[] order = Shuffled(random);
        designer.Network.CountModules(divisible: true);
        if (!designer.AdoptCheapest(answers))
        {
            return;
        }

        designer.Sweep(order);
        Consider(designer.Evaluate(), designer, "following the bound");
        Move(designer, order, random);
        designer.Network.CountModules(divisible: false);
        Move(designer, order, random);
        for (int round = 0; round < FollowRounds && !IsOver; round++)
        {
            designer.Meet(order);
            designer.Reroute(random);
            designer.Sweep(order);
            Consider(designer.Evaluate(), designer, "exact moves");
        }

        Refine(designer, random, FollowRefineRounds);
    }

    private double Move(ParcelDesigner designer, int[] order, Random random)
    {
        double saved = designer.Reroute(random);
        saved += designer.Reconsider(order);
        saved += designer.Sweep(order);
        Consider(designer.Evaluate(), designer, "exact moves");
        return saved;
    }

    private int[] Shuffled(Random random)
    {
        int[] order = [.. Enumerable.Range(0, instance.SupplyCount)];
        random.Shuffle(order);
        return order;
    }

    // What a sink's rate is worth by period: its own scarcity and its part in the side rows.
    private double[] Scarcity(DualSpace space, double[] multipliers)
    {
        double[] price = multipliers[space.SinkAt..space.ExistingAt];
        ReadOnlySpan<double> rows = multipliers.AsSpan(space.RowAt, instance.Rows.Count);
        for (int key = 0; key < price.Length; key++)
        {
            price[key] += instance.Rows.Absorbed.Priced(key, rows);
        }

        return price;
    }

    private Draft Design(ParcelDesigner designer, double unused = 1)
    {
        designer.Choose(unused * instance.LikelyFlow);
        return designer.Evaluate();
    }

    private void Improve(ParcelDesigner designer, double unused, int seed)
    {
        designer.Network.CountModules(divisible: true);
        int[] order = Shuffled(new Random(seed));
        for (int round = 0; round < FirstRounds && !IsOver; round++)
        {
            Consider(Design(designer, unused), designer, "choosing anew");
            designer.Sweep(order);
            Consider(designer.Evaluate(), designer, "placing anew");
        }

        designer.ReturnToCheapest();

        Random random = new(seed);
        for (int round = 0; round < LaterRounds && !IsOver; round++)
        {
            if (round == 2)
            {
                designer.Network.CountModules(divisible: false);
            }

            double saved = Move(designer, order, random);
            if (round > 2 && saved <= 1e-6 * Math.Abs(designer.Network.Cost))
            {
                break;
            }
        }

        Refine(designer, random, RefineRounds);
    }

    // Whole neighbourhoods and trunks at once, from the designer's best design.
    private void Refine(ParcelDesigner designer, Random random, int rounds)
    {
        int[] order = Shuffled(random);
        designer.ReturnToCheapest();

        for (int round = 0; round < rounds && !IsOver; round++)
        {
            designer.Rebuild(RebuildWork, random);
            designer.Reroute(random);
            designer.Meet(order);
            designer.Sweep(order);
            Consider(designer.Evaluate(), designer, "rebuilding");
        }
    }

    private void Consider(Draft draft, ParcelDesigner designer, string step)
    {
        lock (news)
        {
            Take(draft, designer, step);
        }
    }

    private void Take(Draft draft, ParcelDesigner designer, string step)
    {
        if (draft.Shortfalls.Count > 0)
        {
            double missing = draft.Shortfalls.Sum(s => s.Amount);
            if (missing < nearestAmount)
            {
                (nearest, nearestAmount) = ([.. draft.Shortfalls], missing);
            }

            return;
        }

        if (designer.Cheapest is null || draft.Cost < designer.Cheapest.Cost)
        {
            designer.Cheapest = new CostedDesign(draft.Cost, designer.Remember());
        }

        if (!found || draft.Cost < best.Cost)
        {
            draft.CopyTo(best);
            cheapest = designer.Cheapest;
            // Who listens to news of the gap measures it against the newest design.
            scale = Scale(pricing.Write(best), best.Cost);
            found = true;
            Report(step);
        }
    }

    private double Scale(DesignSolution solution, double objective) =>
        Math.Max(1e-9, options.GapScale?.Invoke(solution) ?? Math.Abs(objective));

    private bool IsProved => found && best.Cost - ladder.Best <= options.RelativeGap * scale;

    private void Offer(string step, double bound)
    {
        lock (news)
        {
            if (ladder.Offer(step, bound))
            {
                Report(step);
            }
        }
    }

    private void Report(string step) =>
        progress?.Report(new DesignProgress(step, found ? best.Cost : null, ladder.Best, clock.Elapsed.TotalSeconds));

    private DesignResult Result()
    {
        if (!found)
        {
            return new DesignResult(DesignStatus.NothingFound, null, double.NaN, ladder.Best, ladder.Step, nearest);
        }

        return Judge(pricing.Write(best), best.Cost) with { Memory = new DesignMemory(instance.Problem, cheapest!.State, multipliers, shape) };
    }

    private DesignResult Judge(DesignSolution solution, double objective)
    {
        double bound = Math.Min(ladder.Best, objective);
        DesignStatus status = (objective - bound) / Scale(solution, objective) <= options.RelativeGap ? DesignStatus.Proved : DesignStatus.Found;
        return new DesignResult(status, solution, objective, bound, ladder.Step, []);
    }

    private sealed class Relay(ScalableRun run) : IProgress<DesignProgress>
    {
        public void Report(DesignProgress value) => run.Offer(BoundLadder.ExactFinish, value.Bound);
    }
}
