using Trunkline.Planner;
using Trunkline.Report;
using Trunkline.Store;

namespace Trunkline.Server.Register;

/// <summary>Which kept plans rest on a record.</summary>
internal static class RestingPlans
{
    private const int MostRead = 8;

    /// <summary>The newest plans whose receipt names a parameter of the record.</summary>
    public static IReadOnlyList<PlaceRef> On(TrunklineStore store, string record) =>
    [
        .. from stored in store.Plans.List().Where(p => p.Kept).Take(MostRead)
           let plan = store.Plans.Whole(stored.Id)
           where plan is not null && Names(plan, record)
           select new PlaceRef("plan", stored.Id, stored.Name ?? plan.Study.Title.En),
    ];

    private static bool Names(Plan plan, string record) => plan.Receipt.Coefficients.Any(c => c.Parameter.StartsWith(record + ".", StringComparison.Ordinal));
}
