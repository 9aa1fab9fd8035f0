using Trunkline.Atlas;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>Which of a plan's numbers of the law bear on a place.</summary>
internal static class LawOfPlace
{
    private const string Source = "source", Class = "class";

    /// <summary>What decides the credit of a site's units, by the year they start.</summary>
    public static IReadOnlyList<LawSeen> OfSite(PlanView view, string siteId)
    {
        var units = view.Captures[siteId].Select(c => (
            Start: $"in service {view.Plan.Periods[c.FirstPeriod].From}-01-01",
            Source: c.Track == "dac" ? "dac" : "point",
            Class: c.Track == "dac" ? "dac" : view.Streams[siteId].Any(s => s.Id == c.StreamId && s.IsPower) ? "power" : "other")).Distinct().ToArray();
        return
        [
            .. from coefficient in view.Plan.Receipt.Coefficients
               from value in coefficient.Values
               where units.Any(u => Says(value.Circumstances, u.Start) && Fits(value.Circumstances, Source, u.Source) && Fits(value.Circumstances, Class, u.Class))
               where !Says(value.Circumstances, "fate eor")
               select Seen(coefficient, value),
        ];
    }

    /// <summary>What decides when a formation may take CO2 and what its state charges.</summary>
    public static IReadOnlyList<LawSeen> OfStorage(PlanView view, PlannedStorage storage)
    {
        if (storage.Kind == "eor")
        {
            return [];
        }

        string state = $"state {storage.State}", fees = $"us-{storage.State.ToLowerInvariant()}.";
        LawSeen[] authority = [.. All(view).Where(l => Says(l.Circumstances, state))];
        return
        [
            .. authority,
            .. All(view).Where(l => authority.Any(a => Says(l.Circumstances, $"authority {a.Value}"))),
            .. All(view).Where(l => l.Parameter.StartsWith(fees, StringComparison.Ordinal)).DistinctBy(l => (l.Parameter, l.Entry, l.Value)),
        ];
    }

    private static IEnumerable<LawSeen> All(PlanView view) =>
        from coefficient in view.Plan.Receipt.Coefficients
        from value in coefficient.Values
        select Seen(coefficient, value);

    private static LawSeen Seen(PolicyCoefficient coefficient, CoefficientValue value) => new(
        coefficient.Parameter,
        RecordOf(coefficient.Parameter),
        coefficient.Entry,
        coefficient.Rule,
        value.Circumstances,
        value.Value,
        coefficient.Unit,
        coefficient.State,
        value.Projected,
        [.. coefficient.Evidence.Select(e => e.Claim)]);

    /// <summary>A parameter's id is its record's and one more step.</summary>
    private static string RecordOf(string parameter) => parameter[..parameter.LastIndexOf('.')];

    private static bool Says(string circumstances, string part) => circumstances.Split(", ").Contains(part);

    private static bool Fits(string circumstances, string dimension, string word) =>
        circumstances.Split(", ").Where(c => c.StartsWith(dimension + " ", StringComparison.Ordinal)).All(c => c == $"{dimension} {word}");
}
