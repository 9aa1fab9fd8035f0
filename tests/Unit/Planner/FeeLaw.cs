using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Tests.Unit.Register;

namespace Trunkline.Tests.Unit.Planner;

/// <summary>The shipped register with other storage fees than the states charge.</summary>
internal static class FeeLaw
{
    private static readonly Lazy<PolicyRegister> WithoutFees = new(() => Of([]));

    /// <summary>No fee is known anywhere.</summary>
    public static PolicyRegister None => WithoutFees.Value;

    /// <summary>Only these fees, in a record of Wisconsin.</summary>
    public static PolicyRegister Of(IReadOnlyList<PolicyParameter> fees)
    {
        PolicyRegister shipped = ShippedRegister.Register;
        List<PolicyRecord> records = [.. shipped.Records.Select(r => r with { Parameters = [.. r.Parameters.Where(p => !IncentiveParameters.IsStorageFee(p))] })];
        PolicyRecord any = records[0];
        if (fees.Count > 0)
        {
            records.Add(any with
            {
                Folder = "us-wi/storage",
                Document = any.Document with { Id = "us-wi.storage", Jurisdiction = "us-wi", NotModelled = [] },
                Parameters = fees,
                Sources = [],
            });
        }

        return new PolicyRegister(shipped.Content with { Records = records }, "made for a test");
    }

    /// <summary>A fee of an entry a run of years.</summary>
    public static PolicyParameter Fee(string name, params ReadOnlySpan<(int From, int To, decimal UsdPerTonne)> runs)
    {
        List<PolicyEntry> entries = [];
        foreach ((int from, int to, decimal amount) in runs)
        {
            entries.Add(new PolicyEntry($"from-{from}", new DateWindow(new DateOnly(2020, 1, 1)), [], Year: new YearWindow(from, to), Value: new PolicyValue(amount)));
        }

        return new PolicyParameter($"us-wi.storage.{name}", new Bilingual("A fee", "费"), "USD/t", true, new Dictionary<string, IReadOnlyList<string>>(), entries);
    }
}
