namespace Trunkline.Register;

/// <summary>What an imported account asserts, by pointer.</summary>
internal static class AccountFields
{
    /// <summary>Pointers of the statements about the policy that are not empty.</summary>
    public static IEnumerable<string> Asserted(PolicyAccount account) =>
        from field in Statements(account)
        where !string.IsNullOrWhiteSpace(field.Text)
        select field.Pointer;

    private static IEnumerable<(string Pointer, string? Text)> Statements(PolicyAccount account) =>
    [
        ("/status", account.Status),
        ("/legalWeight", account.LegalWeight),
        ("/pubDate", account.PubDate),
        ("/description", account.Description),
        ("/interpretation", account.Interpretation),
        ("/impactAnalysis/economic", account.ImpactAnalysis?.Economic),
        ("/impactAnalysis/environmental", account.ImpactAnalysis?.Environmental),
        ("/impactAnalysis/technical", account.ImpactAnalysis?.Technical),
        ("/regulatory/co2Definition", account.Regulatory?.Co2Definition),
        ("/regulatory/crossBorderRules", account.Regulatory?.CrossBorderRules),
        ("/regulatory/financialAssurance", account.Regulatory?.FinancialAssurance),
        ("/regulatory/liabilityPeriod", account.Regulatory?.LiabilityPeriod),
        ("/regulatory/liabilityTransfer", account.Regulatory?.LiabilityTransfer),
        ("/regulatory/permittingLeadTime", account.Regulatory?.PermittingLeadTime),
        ("/regulatory/poreSpaceRights", account.Regulatory?.PoreSpaceRights),
    ];
}
