namespace Trunkline.Pillars;

/// <summary>Projects of one stage that public money takes part in.</summary>
/// <param name="Programme">Id of the programme that pays.</param>
/// <param name="FromYear">First year of spending, which is even over its years.</param>
/// <param name="ResultYear">First year after its end.</param>
/// <param name="Size">Capture capacity of one project, t/y.</param>
/// <param name="Likely">Chance that one succeeds.</param>
/// <param name="PublicUsd">Public money of one project.</param>
/// <param name="PrivateUsd">Its owner's share.</param>
public sealed record FundedProject(
    FundingStage Stage, int Count, string Programme, int FromYear, int ResultYear, double Size, double Likely, double PublicUsd, double PrivateUsd)
{
    /// <summary>Public money of all of them that has been spent by the end of a year.</summary>
    public double SpentBy(int year) => Count * PublicUsd * Math.Clamp((year - FromYear + 1) / (double)Math.Max(1, ResultYear - FromYear), 0, 1);
}

/// <summary>What one choice of projects in one use case costs and brings, in expectation.</summary>
/// <param name="Chance">That the technology passes every stage that is still needed.</param>
/// <param name="OpensIn">First year of commercial building where it does; null where it is not opened by these projects.</param>
/// <param name="Rate">Expected capture by period, t/y, funded projects included.</param>
/// <param name="Multiplier">Expected multiplier of capital cost at the end.</param>
/// <param name="Capital">Expected capital of plants built, at today's cost, $.</param>
internal sealed record FundingOutcome(
    FundingCase Case, FundingChoice Choice, IReadOnlyList<FundedProject> Projects, double Chance, int? OpensIn, IReadOnlyList<double> Rate, double Multiplier, double Capital)
{
    public double PublicUsd => Projects.Sum(p => p.Count * p.PublicUsd);

    public double PrivateUsd => Projects.Sum(p => p.Count * p.PrivateUsd);

    /// <summary>Tonnes captured over the plan.</summary>
    public double Tonnes(IReadOnlyList<Domain.Period> periods) => periods.Select((p, t) => Rate[t] * p.Length).Sum();

    /// <summary>Capital saved by learning, $/y over every stream of the use case.</summary>
    public double Saved => Case.Supply.CapitalPerYear * (1 - Multiplier);

    /// <summary>What the objective counts.</summary>
    public double Worth(FundingObjective objective, IReadOnlyList<Domain.Period> periods) => objective switch
    {
        FundingObjective.Cost => Saved,
        FundingObjective.HardToAbate => Case.UseCase.HardToAbate ? Tonnes(periods) : 0,
        _ => Tonnes(periods),
    };

    /// <summary>Money of a programme that has been spent by the end of a year.</summary>
    public double SpentBy(string programme, int year) => Projects.Where(p => p.Programme == programme).Sum(p => p.SpentBy(year));
}
