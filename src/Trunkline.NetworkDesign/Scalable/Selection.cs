namespace Trunkline.NetworkDesign;

/// <summary>
/// Which option each supply takes, and its rates, when a unit from each supply has a known way price by period: target and row prices are
/// found first, then targets and rows are met exactly by one-supply changes under rising penalties.
/// </summary>
internal sealed class Selection
{
    private const int PriceSteps = 60;
    private const int PenaltyRounds = 26;
    private const double MostHardness = 1e5;
    private const int MostRaises = 50;
    private const double RaiseTimes = 1.01;
    private const double LeastRowPrice = 1e-5;

    private readonly DesignInstance instance;
    private readonly TargetPricing pricing;
    private readonly double[] way;
    private readonly double[] upper;
    private readonly double[] stretch;
    private readonly double[] total;
    private readonly double[] change;
    private readonly double[] totalBefore;
    private readonly double[] activityBefore;
    private readonly int[][] rowsOf;
    private readonly TargetPenalty targets;
    private readonly double[] penalty;
    private readonly double[] rowPenalty;
    private readonly double[] trial;
    private readonly double[] bestRates;
    private readonly int[] order;
    private readonly double[] hardnessOf;
    private double hardness = 0.5;

    public Selection(DesignInstance instance, DualSpace space, double[] multipliers, double[] stretch, int seed)
    {
        this.instance = instance;
        pricing = new TargetPricing(instance, space, multipliers, stretch);
        upper = pricing.Upper;
        int periods = instance.Periods;
        way = new double[instance.SupplyCount * periods];
        this.stretch = stretch[..space.SinkAt];
        total = new double[periods];
        Activity = new double[instance.Rows.Count];
        change = new double[instance.Rows.Count];
        totalBefore = new double[periods];
        activityBefore = new double[instance.Rows.Count];
        rowsOf = RowsOf(instance);
        targets = new TargetPenalty(instance, upper);
        hardnessOf = new double[periods + instance.Rows.Count];
        penalty = new double[periods];
        rowPenalty = new double[instance.Rows.Count];
        trial = new double[periods];
        bestRates = new double[periods];
        Option = new int[instance.SupplyCount];
        Array.Fill(Option, -1);
        Rate = new double[instance.SupplyCount * periods];
        order = [.. Enumerable.Range(0, instance.SupplyCount)];
        new Random(seed).Shuffle(order);
    }

    public int[] Option { get; }

    /// <summary>Rates, [supply, period].</summary>
    public double[] Rate { get; }

    /// <summary>Left-hand side of every side row, supplies and sinks together; the network keeps the sinks' part.</summary>
    public double[] Activity { get; }

    /// <summary>Target prices, then row prices.</summary>
    public double[] Prices => pricing.Prices;

    /// <summary>What sinks add to the rows, taken as given.</summary>
    public double[] AbsorbedActivity => pricing.AbsorbedActivity;

    /// <summary>Chooses anew for way prices [supply, period]; positive infinity where there is no way.</summary>
    /// <param name="besideScarce">
    /// Whether supplies that meet a target of nearly all there can be stay as they run, for others seldom find room in their place, and rows are met by their prices
    /// first. Meant for rows that a finished design breaks by far.
    /// </param>
    public void Choose(ReadOnlySpan<double> wayPrice, bool besideScarce = false)
    {
        wayPrice.CopyTo(way);
        bool[] kept = besideScarce ? MeetScarce() : new bool[instance.SupplyCount];
        CloseFull(kept);
        pricing.Find(way, PriceSteps, patient: besideScarce);
        Start(kept);
        for (int raise = 0; besideScarce && raise < MostRaises && RaiseBroken(); raise++)
        {
            Start(kept);
        }

        Repair();
    }

    /// <summary>Changes no more supplies than it takes to suit these way prices [supply, period].</summary>
    /// <param name="besideScarce">Whether nothing begins where the supplies that meet a target of nearly all there can be fill the room.</param>
    public void Mend(ReadOnlySpan<double> wayPrice, bool besideScarce = false)
    {
        wayPrice.CopyTo(way);
        CloseFull(besideScarce ? MeetScarce() : new bool[instance.SupplyCount]);
        pricing.Find(way, PriceSteps);
        Repair();
    }

    /// <summary>Finds target and row prices for these way prices [supply, period]; changes no supply.</summary>
    public void Reprice(ReadOnlySpan<double> wayPrice)
    {
        wayPrice.CopyTo(way);
        pricing.Find(way, PriceSteps);
    }

    /// <summary>Sets penalties well above the prices, so that exact moves do not trade a target or row away; higher each time one is unmet.</summary>
    public void Harden()
    {
        hardness = Met() ? hardness : Math.Min(MostHardness, 10 * hardness);
        Harden(hardness);
    }

    /// <summary>Prices targets both ways from now on, and rows as hard as they were.</summary>
    public void Soften()
    {
        Harden(hardness);
        targets.Soften(Prices, 0.05 * Typical);
    }

    /// <summary>Moves soft target prices by what is missing now.</summary>
    public void Follow(double step) => targets.Follow(total, step);

    /// <summary>What targets cost at the present totals, up to a constant.</summary>
    public double TargetCost()
    {
        double cost = 0;
        for (int t = 0; t < total.Length; t++)
        {
            cost += targets.Cost(t, total[t]);
        }

        return cost;
    }

    /// <summary>What a supply costs as it runs now, without its way.</summary>
    public double OwnCost(int supply)
    {
        double cost = 0;
        if (Option[supply] >= 0)
        {
            SupplyOption option = instance.Problem.Supplies[supply].Options[Option[supply]];
            cost = option.OpeningCost;
            for (int t = option.FirstPeriod; t <= option.LastPeriod; t++)
            {
                cost += Rate[(supply * instance.Periods) + t] * (option.UnitCost[t] - instance.Problem.Price[t]);
            }
        }

        return cost;
    }

    /// <summary>Notes totals and rows, so that <see cref="Rollback"/> comes back to them; supplies are the caller's to put back.</summary>
    public void Mark()
    {
        total.CopyTo(totalBefore, 0);
        Activity.CopyTo(activityBefore, 0);
    }

    /// <summary>Comes back to the totals and rows at <see cref="Mark"/>.</summary>
    public void Rollback()
    {
        totalBefore.CopyTo(total, 0);
        activityBefore.CopyTo(Activity, 0);
    }

    /// <summary>Sets penalties above the prices by a share.</summary>
    public void Harden(double by)
    {
        for (int i = 0; i < hardnessOf.Length; i++)
        {
            hardnessOf[i] = i < total.Length && targets.MaySoften(i) ? by : Math.Max(by, hardness);
        }

        SetPenalties();
    }

    /// <summary>Raises the penalties of what is not met. Returns whether anything is not.</summary>
    public bool HardenUnmet(double times)
    {
        bool any = false;
        for (int i = 0; i < hardnessOf.Length; i++)
        {
            bool met = i < total.Length ? IsTargetMet(i) : IsRowMet(i - total.Length);
            hardnessOf[i] = met ? hardnessOf[i] : Math.Min(MostHardness, times * hardnessOf[i]);
            any |= !met;
        }

        SetPenalties();
        return any;
    }

    /// <summary>
    /// The most promising other ways to run a supply, taking none included, by estimated merit; only those whose estimate stands within a
    /// share of their way cost of the present one.
    /// </summary>
    public List<(int Option, double[] Rates)> Rivals(int supply, int count, double share)
    {
        Lift(supply);
        ReadOnlySpan<double> present = Rate.AsSpan(supply * instance.Periods, instance.Periods);
        double stay = Merit(supply, Option[supply], present, out _);
        List<(double Merit, int Option, double[] Rates)> rivals = [];
        if (Option[supply] >= 0)
        {
            rivals.Add((Merit(supply, -1, present, out _) - (share * WayCost(supply, present)), -1, new double[instance.Periods]));
        }

        SupplyOption[] options = instance.Problem.Supplies[supply].Options;
        for (int o = 0; o < options.Length; o++)
        {
            SetRates(supply, options[o]);
            double merit = Merit(supply, o, trial, out bool possible) - (share * WayCost(supply, trial));
            if (possible && merit < stay && !(o == Option[supply] && present.SequenceEqual(trial)))
            {
                rivals.Add((merit, o, [.. trial]));
            }
        }

        PutBack(supply);
        return [.. rivals.OrderBy(r => r.Merit).Take(count).Select(r => (r.Option, r.Rates))];
    }

    /// <summary>Cost of an option with the target penalties it would leave, without its way and side rows; the supply must be lifted out.</summary>
    public double CostWithoutWay(int supply, int option, double[] rates) =>
        Merit(supply, option, rates, out _) - RowMerit(supply, option, rates) - (option < 0 ? 0 : WayCost(supply, rates));

    /// <summary>What all broken side rows cost at present penalties, as though the lifted supply ran so.</summary>
    public double RowPenalty(int supply, int option, double[] rates)
    {
        Span<double> none = stackalloc double[instance.Periods];
        Count(supply, option, rates, none, Activity, 1, 1);
        double penalties = RowPenalty();
        Count(supply, option, rates, none, Activity, 1, -1);
        return penalties;
    }

    /// <summary>What all broken side rows cost at present penalties.</summary>
    public double RowPenalty()
    {
        double penalties = 0;
        for (int r = 0; r < rowPenalty.Length; r++)
        {
            penalties += rowPenalty[r] * Math.Max(0, Activity[r] - instance.Rows.Limits[r]);
        }

        return penalties;
    }

    /// <summary>Takes a supply out of totals and rows.</summary>
    public void Lift(int supply) => Count(supply, Option[supply], Rate.AsSpan(supply * instance.Periods, instance.Periods), total, Activity, -1, -1);

    /// <summary>Counts a lifted supply again.</summary>
    public void PutBack(int supply) => Count(supply, Option[supply], Rate.AsSpan(supply * instance.Periods, instance.Periods), total, Activity, 1, 1);

    /// <summary>Changes what a lifted supply does.</summary>
    public void Change(int supply, int option, double[] rates)
    {
        Option[supply] = option;
        rates.CopyTo(Rate, supply * instance.Periods);
    }

    private double WayCost(int supply, ReadOnlySpan<double> rates)
    {
        double cost = 0;
        for (int t = 0; t < rates.Length; t++)
        {
            cost += rates[t] == 0 ? 0 : rates[t] * way[(supply * instance.Periods) + t];
        }

        return cost;
    }

    private void Count(int supply, int option, ReadOnlySpan<double> rates, Span<double> totals, Span<double> rows, double sign, double rowSign)
    {
        if (option < 0)
        {
            return;
        }

        SupplyOption taken = instance.Problem.Supplies[supply].Options[option];
        instance.Rows.Opened.AddTo(rows, (supply * instance.Periods) + taken.FirstPeriod, rowSign);
        for (int t = taken.FirstPeriod; t <= taken.LastPeriod; t++)
        {
            totals[t] += sign * rates[t];
            instance.Rows.Supplied.AddTo(rows, (supply * instance.Periods) + t, rowSign * rates[t]);
        }
    }

    private void Start(bool[] kept)
    {
        Array.Clear(total);
        AbsorbedActivity.CopyTo(Activity, 0);
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            if (!kept[k])
            {
                (Option[k], double[] rates) = pricing.Best(k);
                rates.CopyTo(Rate, k * instance.Periods);
            }

            PutBack(k);
        }
    }

    // A target that is missed a little takes a few supplies more. A row that speaks of all of them, met by one supply at a time, takes whichever helps, at any cost: so it
    // is met before, by its price.
    private bool RaiseBroken()
    {
        bool any = false;
        for (int r = 0; r < Activity.Length; r++)
        {
            if (!IsRowMet(r))
            {
                int at = instance.Periods + r;
                Prices[at] = RaiseTimes * Math.Max(Prices[at], LeastRowPrice * LikelyRowPrice(r));
                any = true;
            }
        }

        return any;
    }

    private bool[] MeetScarce() => [.. Enumerable.Range(0, instance.SupplyCount).Select(MeetsScarce)];

    // What meets a target of nearly all there can be fills the room then: a supply that would begin beside it would find none.
    private void CloseFull(bool[] kept)
    {
        for (int t = 0; t < instance.Periods; t++)
        {
            double met = 0;
            for (int k = 0; k < kept.Length; k++)
            {
                met += kept[k] ? Rate[(k * instance.Periods) + t] : 0;
            }

            if (!IsScarce(t) || met == 0)
            {
                continue;
            }

            bool isMet = met >= instance.Problem.Target[t] * (1 - 1e-9);
            for (int k = 0; k < kept.Length; k++)
            {
                if (!kept[k] && (isMet || DesignInstance.MostSupplied(instance.Problem.Supplies[k], t) > instance.LargestFlow[t] - met))
                {
                    way[(k * instance.Periods) + t] = double.PositiveInfinity;
                }
            }
        }
    }

    private bool IsScarce(int period) => targets.Binds(period) && !targets.MaySoften(period);

    /// <summary>Whether a supply helps to meet a target of nearly all there can be.</summary>
    public bool MeetsScarce(int supply) => MeetsScarce(Rate, supply);

    private bool MeetsScarce(double[] rates, int supply)
    {
        for (int t = 0; t < instance.Periods; t++)
        {
            if (rates[(supply * instance.Periods) + t] > 0 && IsScarce(t))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Answers in which what touches a target of nearly all there can be runs as in a known design: once missed it is seldom met again.</summary>
    public DesignerState KeepScarce(DesignerState answers, DesignerState known)
    {
        int n = instance.Periods;
        int[] option = [.. answers.Option];
        double[] rate = [.. answers.Rate];
        bool[] kept = [.. Enumerable.Range(0, option.Length).Select(k => MeetsScarce(known.Rate, k) || MeetsScarce(answers.Rate, k))];
        for (int k = 0; k < kept.Length; k++)
        {
            if (kept[k])
            {
                option[k] = known.Option[k];
                Array.Copy(known.Rate, k * n, rate, k * n, n);
            }
        }

        return answers with
        {
            Option = option,
            Rate = rate,
            Parcels = [.. answers.Parcels.Where(p => !kept[p.Supply]), .. known.Parcels.Where(p => kept[p.Supply])],
        };
    }

    private void Repair()
    {
        double factor = 0.002;
        for (int round = 0; round < PenaltyRounds; round++)
        {
            Harden(factor);
            bool changed = Sweep();
            if (Met())
            {
                if (!changed)
                {
                    return;
                }
            }
            else
            {
                factor *= 1.7;
            }
        }
    }

    // A little above the prices found, so that only supplies near the margin change; a price of zero gets a share of a likely one.
    private void SetPenalties()
    {
        double typical = Typical;
        for (int t = 0; t < penalty.Length; t++)
        {
            double natural = Math.Max(Prices[t], (targets.MaySoften(t) ? 0.05 : 2) * typical);
            penalty[t] = upper[t] > 0 ? Prices[t] + (hardnessOf[t] * natural) : 0;
        }

        targets.Harden(penalty);
        for (int r = 0; r < rowPenalty.Length; r++)
        {
            double price = Prices[instance.Periods + r];
            rowPenalty[r] = price + (hardnessOf[instance.Periods + r] * Math.Max(price, 0.05 * LikelyRowPrice(r)));
        }
    }

    // A row's stretch is all money over its size squared; its likely price is all money over its size.
    private double LikelyRowPrice(int row) => Math.Sqrt(stretch[instance.Periods + row] * Typical * instance.LargestFlow.DefaultIfEmpty(0).Max());

    private double Typical => stretch.Take(instance.Periods).DefaultIfEmpty(0).Max() * instance.LargestFlow.DefaultIfEmpty(0).Max();

    /// <summary>Whether targets and the rows that speak of supplies hold.</summary>
    public bool Met()
    {
        for (int t = 0; t < total.Length; t++)
        {
            if (!IsTargetMet(t))
            {
                return false;
            }
        }

        for (int r = 0; r < Activity.Length; r++)
        {
            if (!IsRowMet(r))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsTargetMet(int t) => !(upper[t] > 0 && total[t] < instance.Problem.Target[t] * (1 - 1e-12));

    private bool IsRowMet(int r) =>
        !(upper[instance.Periods + r] > 0 && Activity[r] > instance.Rows.Limits[r] + (1e-9 * Math.Max(1, Math.Abs(instance.Rows.Limits[r]))));

    private bool Sweep()
    {
        bool changed = false;
        foreach (int k in order)
        {
            changed |= Reconsider(k);
        }

        return changed;
    }

    private bool Reconsider(int supply)
    {
        Span<double> rates = Rate.AsSpan(supply * instance.Periods, instance.Periods);
        Count(supply, Option[supply], rates, total, Activity, -1, -1);
        int best = -1;
        double least = Merit(supply, -1, rates, out bool _);
        if (Option[supply] >= 0)
        {
            double stay = Merit(supply, Option[supply], rates, out _);
            // A change must pay, or rounding would make sweeps run for ever.
            stay -= 1e-9 * Math.Abs(stay);
            (best, least) = stay <= least ? (Option[supply], stay) : (best, least);
        }

        Array.Clear(bestRates);
        if (best >= 0)
        {
            rates.CopyTo(bestRates);
        }

        best = BestAlternative(supply, best, least);
        bool changed = best != Option[supply] || !rates.SequenceEqual(bestRates);
        Option[supply] = best;
        bestRates.CopyTo(rates);
        Count(supply, best, rates, total, Activity, 1, 1);
        return changed;
    }

    private int BestAlternative(int supply, int best, double least)
    {
        SupplyOption[] options = instance.Problem.Supplies[supply].Options;
        for (int o = 0; o < options.Length; o++)
        {
            SetRates(supply, options[o]);
            double merit = Merit(supply, o, trial, out bool possible);
            if (possible && merit < least)
            {
                (best, least) = (o, merit);
                trial.CopyTo(bestRates, 0);
            }
        }

        return best;
    }

    // Full where it pays by itself, just enough where the target pays for it, least otherwise.
    private void SetRates(int supply, SupplyOption option)
    {
        Array.Clear(trial);
        for (int t = option.FirstPeriod; t <= option.LastPeriod; t++)
        {
            int key = (supply * instance.Periods) + t;
            double unit = option.UnitCost[t] + way[key] - instance.Problem.Price[t] + RowPush(key);
            double wanted = targets.Wanted(t, total[t], unit, option.Maximum[t]);
            trial[t] = Math.Max(option.Minimum[t], Math.Min(option.Maximum[t], wanted));
        }
    }

    private double RowPush(int key)
    {
        TermTable table = instance.Rows.Supplied;
        double push = 0;
        for (int i = table.First[key]; i < table.First[key + 1]; i++)
        {
            int r = table.Row[i];
            bool tight = Activity[r] >= instance.Rows.Limits[r];
            push += tight ? table.Coefficient[i] * rowPenalty[r] : 0;
        }

        return push;
    }

    private double Merit(int supply, int option, ReadOnlySpan<double> rates, out bool possible)
    {
        possible = true;
        double merit = 0;
        for (int t = 0; t < instance.Periods; t++)
        {
            merit += targets.Cost(t, total[t] + (option < 0 ? 0 : rates[t]));
        }

        if (option >= 0)
        {
            merit += OwnCost(supply, instance.Problem.Supplies[supply].Options[option], rates);
            possible = !double.IsPositiveInfinity(merit);
        }

        return merit + RowMerit(supply, option, rates);
    }

    private double OwnCost(int supply, SupplyOption option, ReadOnlySpan<double> rates)
    {
        double cost = option.OpeningCost;
        for (int t = option.FirstPeriod; t <= option.LastPeriod; t++)
        {
            double unit = option.UnitCost[t] + way[(supply * instance.Periods) + t] - instance.Problem.Price[t];
            cost += rates[t] == 0 ? 0 : rates[t] * unit;
        }

        return cost;
    }

    private double RowMerit(int supply, int option, ReadOnlySpan<double> rates)
    {
        if (rowsOf[supply].Length == 0)
        {
            return 0;
        }

        Span<double> none = stackalloc double[instance.Periods];
        Count(supply, option, rates, none, change, 1, 1);
        double merit = TouchedMerit(supply);
        Count(supply, option, rates, none, change, 1, -1);
        return merit;
    }

    // Rows that this supply never touches are the same for all its options.
    private double TouchedMerit(int supply)
    {
        double merit = 0;
        foreach (int r in rowsOf[supply])
        {
            merit += rowPenalty[r] * Math.Max(0, Activity[r] + change[r] - instance.Rows.Limits[r]);
        }

        return merit;
    }

    private static int[][] RowsOf(DesignInstance instance) =>
        [.. Enumerable.Range(0, instance.SupplyCount).Select(k => instance.Rows.Supplied.RowsOf(k, instance.Periods)
            .Concat(instance.Rows.Opened.RowsOf(k, instance.Periods)).Distinct().Order().ToArray())];
}
