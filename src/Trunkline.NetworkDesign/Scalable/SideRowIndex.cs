namespace Trunkline.NetworkDesign;

/// <summary>Side-row terms found by what they speak of, so that one supply or sink and period sees its own terms at once.</summary>
internal sealed class SideRowIndex
{
    private readonly int periods;

    public SideRowIndex(DesignProblem problem)
    {
        periods = problem.PeriodCount;
        Limits = [.. problem.SideRows.Select(r => r.Limit)];
        Supplied = new TermTable(problem, SideTermKind.Supplied, problem.Supplies.Length);
        Opened = new TermTable(problem, SideTermKind.Opened, problem.Supplies.Length);
        Absorbed = new TermTable(problem, SideTermKind.Absorbed, problem.Sinks.Length);
    }

    public int Count => Limits.Length;

    public double[] Limits { get; }

    public TermTable Supplied { get; }

    public TermTable Opened { get; }

    public TermTable Absorbed { get; }

    /// <summary>Left-hand side of every row.</summary>
    public double[] Activity(ReadOnlySpan<int> firstPeriod, ReadOnlySpan<double> supplied, ReadOnlySpan<double> absorbed)
    {
        double[] activity = new double[Count];
        Supplied.Collect(activity, supplied);
        Absorbed.Collect(activity, absorbed);
        for (int k = 0; k < firstPeriod.Length; k++)
        {
            if (firstPeriod[k] >= 0)
            {
                Opened.AddTo(activity, (k * periods) + firstPeriod[k], 1);
            }
        }

        return activity;
    }
}

/// <summary>Terms of one kind; the terms of key = index * periods + period stand at First[key] to First[key + 1] less one.</summary>
internal sealed class TermTable
{
    public TermTable(DesignProblem problem, SideTermKind kind, int count)
    {
        First = new int[(count * problem.PeriodCount) + 1];
        List<(int Key, int Row, double Coefficient)> terms = [];
        for (int r = 0; r < problem.SideRows.Length; r++)
        {
            terms.AddRange(problem.SideRows[r].Terms.Where(x => x.Kind == kind)
                .Select(x => ((x.Index * problem.PeriodCount) + x.Period, r, x.Coefficient)));
        }

        terms = [.. terms.OrderBy(x => x.Key)];
        Row = [.. terms.Select(x => x.Row)];
        Coefficient = [.. terms.Select(x => x.Coefficient)];
        terms.ForEach(x => First[x.Key + 1]++);
        for (int key = 0; key + 1 < First.Length; key++)
        {
            First[key + 1] += First[key];
        }
    }

    public int[] First { get; }

    public int[] Row { get; }

    public double[] Coefficient { get; }

    /// <summary>Whether any row speaks of this kind.</summary>
    public bool IsEmpty => Row.Length == 0;

    /// <summary>Price of one unit of the key when each row has a price.</summary>
    public double Priced(int key, ReadOnlySpan<double> rowPrice)
    {
        double price = 0;
        for (int i = First[key]; i < First[key + 1]; i++)
        {
            price += Coefficient[i] * rowPrice[Row[i]];
        }

        return price;
    }

    /// <summary>Rows that speak of one index in any period.</summary>
    public int[] RowsOf(int index, int periods) => Row[First[index * periods]..First[(index + 1) * periods]];

    /// <summary>Adds an amount of the key to the rows.</summary>
    public void AddTo(Span<double> activity, int key, double amount)
    {
        for (int i = First[key]; i < First[key + 1]; i++)
        {
            activity[Row[i]] += Coefficient[i] * amount;
        }
    }

    /// <summary>Adds all amounts to the rows.</summary>
    public void Collect(Span<double> activity, ReadOnlySpan<double> amounts)
    {
        if (IsEmpty)
        {
            return;
        }

        for (int key = 0; key < amounts.Length; key++)
        {
            if (amounts[key] != 0)
            {
                AddTo(activity, key, amounts[key]);
            }
        }
    }
}
