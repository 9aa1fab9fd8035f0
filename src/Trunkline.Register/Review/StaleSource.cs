namespace Trunkline.Register;

/// <summary>A source that was read longer ago than its kind of law allows (gate G11).</summary>
/// <param name="Due">Last day on which the reading was still fresh.</param>
public sealed record StaleSource(PolicyRecord Record, EvidenceSource Source, DateOnly Due)
{
    /// <summary>The stale sources of a register on a day, the longest overdue first.</summary>
    public static IReadOnlyList<StaleSource> In(PolicyRegister register, DateOnly today) =>
    [
        .. from record in register.Records
           from source in record.Sources
           let due = FreshnessGate.DueOn(record, source)
           where due < today
           orderby due, source.Id
           select new StaleSource(record, source, due),
    ];
}
