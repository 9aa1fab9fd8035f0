namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>What a run may spend. The gap is (objective - bound) / |objective|.</summary>
public sealed record FixedChargeOptions(double RelativeGap = 0.001, double TimeLimitSeconds = 60, int Threads = 2, int Seed = 1);

/// <summary>The end of a run. The bound is valid: no design costs less.</summary>
/// <param name="Design">Null where none was found.</param>
/// <param name="Objective">Cost of the design; NaN where none.</param>
/// <param name="Bound">A proven lower bound; positive infinity where there is no design, negative infinity where nothing is proved.</param>
/// <param name="BoundStep">Name of the step that proved the bound.</param>
/// <param name="Reasons">Why there is no design.</param>
/// <param name="Reductions">What the reductions did, in their order.</param>
public sealed record FixedChargeResult(
    DesignStatus Status,
    FixedChargeDesign? Design,
    double Objective,
    double Bound,
    string BoundStep,
    IReadOnlyList<Shortfall> Reasons,
    IReadOnlyList<string> Reductions);
