namespace Trunkline.Planner;

/// <summary>Checks the money of a plan's receipt against the payments that its decisions make: the same dollars, reached by another way.</summary>
internal static class ReceiptFigures
{
    private const string Name = "receipt";

    private const double Share = 1e-6;

    public static IEnumerable<Violation> Audit(AuditedPlan audited) =>
    [
        .. Compare(audited, CarbonCredits.RuleName, -audited.PaymentsOf(new CarbonCredits()).Sum(p => p.Amount)),
        .. Compare(audited, StorageFees.RuleName, audited.PaymentsOf(new StorageFees()).Sum(p => p.Amount)),
    ];

    private static IEnumerable<Violation> Compare(AuditedPlan audited, string kind, double paid)
    {
        PolicyMoney[] receipts = [.. audited.Plan.Receipt.Money.Where(m => m.Rule == kind)];
        double stated = receipts.Sum(m => m.Amount.Value), parts = receipts.Sum(m => m.ByState.Sum(s => s.Amount.Value));
        double slack = Share * Math.Max(1e6, Math.Abs(paid));
        if (!(Math.Abs(stated - paid) <= slack && Math.Abs(parts - paid) <= slack))
        {
            yield return new Violation(Name, kind, $"the receipt says {stated:0}, its parts {parts:0}, the decisions {paid:0}");
        }
    }
}
