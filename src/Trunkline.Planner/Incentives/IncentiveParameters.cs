using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>The register's parameters that plans read, each named once. Values live in data/register only.</summary>
public static class IncentiveParameters
{
    public const string CreditRate = "us.45q.rate";
    public const string CreditPeriod = "us.45q.credit-period";
    public const string CreditDeadline = "us.45q.begin-construction-deadline";
    public const string CreditThreshold = "us.45q.threshold";
    public const string CreditDesignShare = "us.45q.design-share";
    public const string CreditPlace = "us.45q.place";
    public const string PermittingAuthority = "us.classvi.authority";
    public const string PermittingLeadTime = "us.classvi.lead-time";

    /// <summary>The share meant for disadvantaged communities; read only where a study asks for it.</summary>
    public const string CommunityShare = "us.justice40.share";

    /// <summary>Name in docs/formulation.md of the rule that the permitting parameters enter.</summary>
    internal const string PermitRule = "permit-lead-time";

    /// <summary>Those that have one name; a state's storage fees are found by <see cref="IsStorageFee"/>.</summary>
    public static IReadOnlyList<string> All { get; } =
        [CreditRate, CreditPeriod, CreditDeadline, CreditThreshold, CreditDesignShare, CreditPlace, PermittingAuthority, PermittingLeadTime];

    /// <summary>True for a fee per tonne stored, which a state's record names <c>us-xx.work.fee</c> or <c>us-xx.work.some-fee</c>.</summary>
    public static bool IsStorageFee(PolicyParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        string last = parameter.Id[(parameter.Id.LastIndexOf('.') + 1)..];
        return parameter.Unit == "USD/t" && parameter.Id.StartsWith("us-", StringComparison.Ordinal)
            && (last == "fee" || last.EndsWith("-fee", StringComparison.Ordinal));
    }

    /// <summary>The rule or cost of docs/formulation.md that each parameter of a register enters; what a plan does not read is not there.</summary>
    internal static IReadOnlyDictionary<string, string> RulesOf(PolicyRegister register)
    {
        List<PolicyParameter> parameters = [.. register.Records.SelectMany(r => r.Parameters)];
        Dictionary<string, string> rules = parameters.Where(IsStorageFee).ToDictionary(p => p.Id, _ => StorageFees.RuleName);
        foreach (string parameter in All)
        {
            rules[parameter] = parameter switch
            {
                PermittingAuthority or PermittingLeadTime => PermitRule,
                CreditThreshold or CreditDesignShare => "credit-threshold",
                _ => CarbonCredits.RuleName,
            };
        }

        rules[CommunityShare] = Planner.CommunityShare.RuleName;
        foreach (PolicyParameter user in parameters.Where(p => rules.ContainsKey(p.Id)).ToList())
        {
            foreach (string factor in user.Entries.Select(e => e.Index).OfType<string>().Concat(user.Multipliers ?? []))
            {
                rules.TryAdd(factor, rules[user.Id]);
            }
        }

        return rules;
    }
}
