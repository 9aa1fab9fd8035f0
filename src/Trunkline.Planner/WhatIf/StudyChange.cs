using System.Text.Json.Serialization;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>One thing asked of a plan: what if this were otherwise?</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PolicyChange), "policy")]
[JsonDerivedType(typeof(CreditChange), "credit")]
[JsonDerivedType(typeof(TargetChange), "target")]
[JsonDerivedType(typeof(PriceChange), "price")]
[JsonDerivedType(typeof(CostChange), "cost")]
[JsonDerivedType(typeof(TracksChange), "tracks")]
[JsonDerivedType(typeof(ForbidChange), "forbid")]
[JsonDerivedType(typeof(AllowChange), "allow")]
[JsonDerivedType(typeof(ForceChange), "force")]
[JsonDerivedType(typeof(CommunityChange), "community")]
[JsonDerivedType(typeof(DiscountChange), "discount")]
[JsonDerivedType(typeof(BuildChange), "build")]
public abstract record StudyChange
{
    /// <summary>The study with this changed; whether it makes sense is for <see cref="StudyReader"/> to say.</summary>
    public abstract StudyFile ApplyTo(StudyFile study);

    /// <summary>What is wrong with the change itself, before there is a study to read; null where nothing is.</summary>
    public virtual Problem? Fault() => null;
}

/// <summary>Another day of the law, other overlays, a mode, or other labour rules. What is left out stays as it was.</summary>
/// <param name="AsOf">Day whose law is assumed to last.</param>
/// <param name="Mode">A named day with overlays; takes the place of day and overlays.</param>
/// <param name="Overlays">Changes of the law to assume, in order; an empty list takes them away.</param>
/// <param name="Labour"><c>full</c> or <c>base</c>.</param>
public sealed record PolicyChange(DateOnly? AsOf = null, string? Mode = null, IReadOnlyList<string>? Overlays = null, string? Labour = null) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study)
    {
        StudyPolicy now = study.Policy ?? new StudyPolicy();
        StudyPolicy law = Mode is null && AsOf is null && Overlays is null
            ? now
            : now with { AsOf = Mode is null ? AsOf ?? now.AsOf : AsOf, Overlays = Mode is null ? Overlays ?? now.Overlays : Overlays, Mode = Mode };
        return study with { Policy = law with { Labour = Labour ?? now.Labour } };
    }
}

/// <summary>All credits of the law multiplied, or one level in place of all of them: an assumption, and the plan says so. One of the two.</summary>
/// <param name="Factor">0 to 3; 1 is the law as it stands.</param>
/// <param name="UsdPerTonne">What each tonne with a credit earns, dollars of the study's dollar year, wherever it comes from and goes to.</param>
public sealed record CreditChange(double? Factor = null, double? UsdPerTonne = null) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study) =>
        study with { Policy = (study.Policy ?? new StudyPolicy()) with { CreditFactor = Factor, CreditUsdPerTonne = UsdPerTonne } };

    public override Problem? Fault() => Factor is null && UsdPerTonne is null
        ? new Problem("/factor", "There is neither 'factor' nor 'usdPerTonne'.", "Give one of the two, for example \"factor\": 1.2 for a fifth more.")
        : null;
}

/// <summary>Capture at least this much; takes the place of a price.</summary>
/// <param name="MtPerYear">Million tonnes a year, one number a period.</param>
/// <param name="WhenUnreachable"><c>fail</c> or <c>lower</c>; left out, as it was.</param>
public sealed record TargetChange(IReadOnlyList<double> MtPerYear, string? WhenUnreachable = null) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study) => study with
    {
        Price = null,
        Target = new StudyTarget { MtPerYear = MtPerYear, WhenUnreachable = WhenUnreachable ?? study.Target?.WhenUnreachable },
    };
}

/// <summary>Pay this for each tonne captured; takes the place of a target.</summary>
/// <param name="UsdPerTonne">Dollars of the study's dollar year, one number a period.</param>
public sealed record PriceChange(IReadOnlyList<double> UsdPerTonne) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study) => study with { Target = null, Price = new StudyPrice { UsdPerTonne = UsdPerTonne } };
}

/// <summary>What costs of a family are multiplied by; a family left out stays as it was.</summary>
public sealed record CostChange(double? Capture = null, double? Dac = null, double? Transport = null, double? Storage = null) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study)
    {
        StudyCostFactors now = study.CostFactors ?? new StudyCostFactors();
        return study with
        {
            CostFactors = now with { Capture = Capture ?? now.Capture, Dac = Dac ?? now.Dac, Transport = Transport ?? now.Transport, Storage = Storage ?? now.Storage },
        };
    }
}

/// <summary>Which kinds of CO2 may be captured.</summary>
/// <param name="Tracks">Of <c>pointSource</c>, <c>biogenic</c>, <c>dac</c>.</param>
public sealed record TracksChange(IReadOnlyList<string> Tracks) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study) => study with { Tracks = Tracks };
}

/// <summary>Sites, DAC sites, storage, uses or corridors that take no part; what was forced is no longer.</summary>
public sealed record ForbidChange(IReadOnlyList<string> Ids) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study)
    {
        StudyLimits now = study.Limits ?? new StudyLimits();
        return study with { Limits = now with { Closed = IdList.With(now.Closed, Ids), Forced = IdList.Without(now.Forced, Ids) } };
    }
}

/// <summary>Takes back what was forbidden or forced.</summary>
public sealed record AllowChange(IReadOnlyList<string> Ids) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study)
    {
        StudyLimits now = study.Limits ?? new StudyLimits();
        return study with { Limits = now with { Closed = IdList.Without(now.Closed, Ids), Forced = IdList.Without(now.Forced, Ids) } };
    }
}

/// <summary>Sites or DAC sites that must capture; what was forbidden is no longer. Corridors and storage cannot be forced: what a forced site needs is built with it.</summary>
public sealed record ForceChange(IReadOnlyList<string> Ids) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study)
    {
        StudyLimits now = study.Limits ?? new StudyLimits();
        return study with { Limits = now with { Forced = IdList.With(now.Forced, Ids), Closed = IdList.Without(now.Closed, Ids) } };
    }
}

/// <summary>Least share of the capital at work in capture that is at work in disadvantaged communities; who counts as one stays as the study has it.</summary>
/// <param name="Share">0 to 1; zero asks nothing.</param>
/// <param name="SviAtLeast">Percentile of the vulnerability index from which a county counts, 0 to 1, where the study does not say who counts; 0.75 where left out.</param>
public sealed record CommunityChange(double Share, double? SviAtLeast = null) : StudyChange
{
    /// <summary>The upper quarter, as a plan's page on communities has it.</summary>
    private const double UpperQuarter = 0.75;

    public override StudyFile ApplyTo(StudyFile study)
    {
        StudyLimits now = study.Limits ?? new StudyLimits();
        StudyCommunities byIndex = new() { Method = "svi", SviAtLeast = SviAtLeast ?? UpperQuarter };
        StudyCommunities who = SviAtLeast is null && now.Communities is { } given ? given : byIndex;
        return study with { Limits = now with { Communities = Share == 0 ? null : who with { LeastShare = Share } } };
    }
}

/// <summary>Another discount rate.</summary>
/// <param name="Rate">Real, a fraction.</param>
public sealed record DiscountChange(double Rate) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study) => study with { DiscountRate = Rate };
}

/// <summary>Another limit on the pace of building.</summary>
/// <param name="MtPerYearEachYear">Most capture capacity that may start each year; null for no limit.</param>
public sealed record BuildChange(double? MtPerYearEachYear) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study) =>
        study with { Limits = (study.Limits ?? new StudyLimits()) with { YearlyBuildMtPerYear = MtPerYearEachYear } };
}
