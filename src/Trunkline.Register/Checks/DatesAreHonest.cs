using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A date known to the month or the year is not dressed up as a day.</summary>
internal static class DatesAreHonest
{
    private static readonly string[] WaysToSayNewYear = ["01-01", "1 January", "January 1", "1 月 1 日", "1月1日"];

    public static IEnumerable<Problem> Problems(RegisterDraft draft) => draft.Records.SelectMany(OfRecord);

    private static IEnumerable<Problem> OfRecord(RecordDraft record)
    {
        if (record.Account is { Content.PubDate: { Length: > 0 } date } account)
        {
            yield return new Problem(
                $"{account.File} /pubDate",
                date.EndsWith("-01-01", StringComparison.Ordinal) ? $"'{date}' looks like a stand-in for a year." : $"'{date}' does not say how precisely it is known.",
                "Add an event to policy.json with the date, its precision and the claim that gives it.");
        }

        foreach ((int i, PolicyEvent happened) in record.Document?.Content.Events.Index() ?? [])
        {
            string where = $"{record.Document!.File} /events/{i}";
            if (!PrecisionFits(happened))
            {
                yield return new Problem($"{where}/precision", "does not fit the date.", "A month is written as its first day, a year as its 1 January.");
            }
            else if (LooksLikeStandIn(happened, record))
            {
                yield return new Problem($"{where}/date", $"{happened.Date:yyyy-MM-dd} looks like a stand-in for a year.", "Say 'year', or give the claim or note that names the day.");
            }
        }
    }

    private static bool PrecisionFits(PolicyEvent happened) => happened.Precision switch
    {
        DatePrecision.Day => true,
        DatePrecision.Month => happened.Date.Day == 1,
        _ => happened.Date.DayOfYear == 1,
    };

    private static bool LooksLikeStandIn(PolicyEvent happened, RecordDraft record) =>
        happened is { Precision: DatePrecision.Day, Date.DayOfYear: 1 }
        && !Said(happened, record).Any(said => WaysToSayNewYear.Any(way => said.Contains(way, StringComparison.Ordinal)));

    private static IEnumerable<string> Said(PolicyEvent happened, RecordDraft record) =>
        (happened.Note is { } note ? [note.En] : Enumerable.Empty<string>()).Concat(
            from source in record.Sources
            from claim in source.Content.Claims
            where happened.Evidence.Contains(claim.Id)
            from said in new[] { claim.Says.En, claim.Quote ?? "" }
            select said);
}
