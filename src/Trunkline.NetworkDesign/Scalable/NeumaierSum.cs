namespace Trunkline.NetworkDesign;

/// <summary>A compensated sum that also knows the total size of what was added, for a safety margin.</summary>
internal struct NeumaierSum
{
    private double sum;
    private double correction;

    public readonly double Value => sum + correction;

    /// <summary>Sum of absolute values.</summary>
    public double Size { get; private set; }

    public void Add(double term)
    {
        double next = sum + term;
        correction += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
        sum = next;
        Size += Math.Abs(term);
    }

    /// <summary>Counts further size that went into a term and cancelled there.</summary>
    public void Widen(double size) => Size += Math.Abs(size);
}
