namespace Trunkline.Pillars;

/// <summary>Capital cost falls by a fixed share with each doubling of what has been built (Wright 1936).</summary>
/// <param name="Experience">Capacity at which the cost is the dataset's, t/y, more than zero.</param>
/// <param name="Learning">Fall with each doubling, as a fraction.</param>
public readonly record struct LearningCurve(double Experience, double Learning)
{
    /// <summary>What capital cost is multiplied by after so much more has been built, t/y.</summary>
    public double Multiplier(double added) => Math.Pow((Experience + added) / Experience, Math.Log2(1 - Learning));
}
