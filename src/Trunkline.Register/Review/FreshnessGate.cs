using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>G11: each source was read no longer ago than its kind of law allows.</summary>
internal static class FreshnessGate
{
    private const int MonthsOfMoney = 3;
    private const int MonthsOfLaw = 12;
    private const int MonthsOfOthers = 6;

    public static IEnumerable<GateFailure> Failures(PolicyRecord record, DateOnly today)
    {
        int months = MonthsFor(record.Document);
        return
            from source in record.Sources
            where DueOn(record, source) < today
            select new GateFailure(
                Gate.Freshness,
                new Problem(
                    $"{record.FileOf(source)} /retrieved",
                    $"was read on {source.Retrieved:yyyy-MM-dd}, more than {months} months before {today:yyyy-MM-dd}.",
                    "Read the source again, correct what has changed, and write the day of reading."),
                Refuses: false);
    }

    /// <summary>The last day on which the reading of a source is fresh.</summary>
    public static DateOnly DueOn(PolicyRecord record, EvidenceSource source) => source.Retrieved.AddMonths(MonthsFor(record.Document));

    private static int MonthsFor(PolicyDocument document) => document switch
    {
        { InstrumentKind: InstrumentKind.Grant or InstrumentKind.Loan } => MonthsOfMoney,
        { BindingLevel: BindingLevel.Treaty or BindingLevel.Statute or BindingLevel.Regulation } => MonthsOfLaw,
        _ => MonthsOfOthers,
    };
}
