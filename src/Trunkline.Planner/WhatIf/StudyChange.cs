using System.Text.Json.Serialization;

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
[JsonDerivedType(typeof(DiscountChange), "discount")]
[JsonDerivedType(typeof(BuildChange), "build")]
public abstract record StudyChange
{
    /// <summary>The study with this changed; whether it makes sense is for <see cref="StudyReader"/> to say.</summary>
    public abstract StudyFile ApplyTo(StudyFile study);
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

/// <summary>All credits of the law multiplied: an assumption, and the plan says so.</summary>
/// <param name="Factor">0 to 3; 1 is the law as it stands.</param>
public sealed record CreditChange(double Factor) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study) => study with { Policy = (study.Policy ?? new StudyPolicy()) with { CreditFactor = Factor } };
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

/// <summary>Sites, DAC sites, storage, uses or corridors that take no part.</summary>
public sealed record ForbidChange(IReadOnlyList<string> Ids) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study) =>
        study with { Limits = (study.Limits ?? new StudyLimits()) with { Closed = [.. (study.Limits?.Closed ?? []).Concat(Ids).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] } };
}

/// <summary>Takes back what was forbidden.</summary>
public sealed record AllowChange(IReadOnlyList<string> Ids) : StudyChange
{
    public override StudyFile ApplyTo(StudyFile study) =>
        study with { Limits = (study.Limits ?? new StudyLimits()) with { Closed = [.. (study.Limits?.Closed ?? []).Except(Ids, StringComparer.Ordinal)] } };
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
