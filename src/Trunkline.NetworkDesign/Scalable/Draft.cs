namespace Trunkline.NetworkDesign;

/// <summary>A design in the making, in flat tables, with its cost by part.</summary>
internal sealed class Draft(DesignInstance instance)
{
    public int[] Option { get; } = new int[instance.SupplyCount];

    /// <summary>[supply, period].</summary>
    public double[] Rate { get; } = new double[instance.SupplyCount * instance.Periods];

    /// <summary>[arc, period], signed.</summary>
    public double[] Flow { get; } = new double[instance.ArcCount * instance.Periods];

    /// <summary>[sink, period].</summary>
    public double[] Absorbed { get; } = new double[instance.SinkCount * instance.Periods];

    /// <summary>What found no way to a sink, by period.</summary>
    public double[] Stranded { get; } = new double[instance.Periods];

    public double SupplyCost { get; set; }

    public double ArcCost { get; set; }

    public double SinkCost { get; set; }

    public double Cost => SupplyCost + ArcCost + SinkCost;

    /// <summary>Limits that do not hold; empty where the draft is a solution.</summary>
    public List<Shortfall> Shortfalls { get; } = [];

    public void CopyTo(Draft other)
    {
        Option.CopyTo(other.Option, 0);
        Rate.CopyTo(other.Rate, 0);
        Flow.CopyTo(other.Flow, 0);
        Absorbed.CopyTo(other.Absorbed, 0);
        Stranded.CopyTo(other.Stranded, 0);
        (other.SupplyCost, other.ArcCost, other.SinkCost) = (SupplyCost, ArcCost, SinkCost);
        other.Shortfalls.Clear();
        other.Shortfalls.AddRange(Shortfalls);
    }
}
