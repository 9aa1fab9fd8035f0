namespace Trunkline.Pillars;

/// <summary>How much of one thing goes to disadvantaged communities.</summary>
/// <param name="What"><c>capital-at-work</c> (what a study's limit speaks of), <c>capture-investment</c>, <c>storage-investment</c>, <c>pipe-investment</c>, <c>all-investment</c>, <c>captured</c>; burdens are <c>pipe-km</c> and <c>wells</c>.</param>
/// <param name="Unit"><c>usd-years</c>, <c>usd</c>, <c>mt</c>, <c>km</c> or <c>wells</c>.</param>
/// <param name="IsBurden">True for what weighs on a place.</param>
/// <param name="There">Counted by the share of each county that is disadvantaged.</param>
/// <param name="All">In every county.</param>
/// <param name="Unknown">In counties of which the method knows nothing; it is in <paramref name="All"/> and not in <paramref name="There"/>.</param>
public sealed record CommunityFigure(string What, string Unit, bool IsBurden, double There, double All, double Unknown)
{
    /// <summary>0 to 1; null where there is nothing to share.</summary>
    public double? Share => All > 0 ? There / All : null;

    internal static IReadOnlyList<CommunityFigure> Of(IReadOnlyList<CountyOutcome> counties)
    {
        CommunityFigure figure(string what, string unit, bool isBurden, Func<CountyOutcome, double> amount) => new(
            what,
            unit,
            isBurden,
            counties.Sum(c => (c.DisadvantagedShare ?? 0) * amount(c)),
            counties.Sum(amount),
            counties.Where(c => c.DisadvantagedShare is null).Sum(amount));
        return
        [
            figure("capital-at-work", "usd-years", false, c => c.CaptureUsdYears),
            figure("capture-investment", "usd", false, c => c.CaptureUsd.Value),
            figure("storage-investment", "usd", false, c => c.StorageUsd.Value),
            figure("pipe-investment", "usd", false, c => c.PipeUsd.Value),
            figure("all-investment", "usd", false, c => c.InvestedUsd.Value),
            figure("captured", "mt", false, c => c.CapturedMt),
            figure("pipe-km", "km", true, c => c.PipeKm),
            figure("wells", "wells", true, c => c.Wells),
        ];
    }
}
