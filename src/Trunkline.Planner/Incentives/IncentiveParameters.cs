namespace Trunkline.Planner;

/// <summary>The register's parameters that plans read, each named once. Values live in data/register only.</summary>
public static class IncentiveParameters
{
    public const string CreditRate = "us.45q.rate";
    public const string CreditPeriod = "us.45q.credit-period";
    public const string CreditDeadline = "us.45q.begin-construction-deadline";
    public const string CreditThreshold = "us.45q.threshold";
    public const string CreditDesignShare = "us.45q.design-share";
    public const string PermittingAuthority = "us.classvi.authority";
    public const string PermittingLeadTime = "us.classvi.lead-time";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [CreditRate, CreditPeriod, CreditDeadline, CreditThreshold, CreditDesignShare, PermittingAuthority, PermittingLeadTime];
}
