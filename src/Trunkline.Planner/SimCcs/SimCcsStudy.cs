using Trunkline.Atlas.SimCcs;

namespace Trunkline.Planner.SimCcs;

/// <summary>A question put to a SimCCS scenario. Money is M$ of the scenario's dollar year, rates are Mt/y, as in SimCCS' own files.</summary>
/// <param name="Scenario">Plants, sites, trends, network.</param>
/// <param name="Question">What is asked for.</param>
/// <param name="CapitalRecovery">Share of a capital cost that is paid each year.</param>
/// <param name="Years">Life of the project, over which a site fills. Not read where the question has periods of its own.</param>
public sealed record SimCcsStudy(
    SimCcsScenario Scenario,
    SimCcsQuestion Question,
    double CapitalRecovery = SimCcsStudy.UsualCapitalRecovery,
    double Years = SimCcsStudy.UsualYears)
{
    /// <summary>What SimCCS' published runs use.</summary>
    public const double UsualCapitalRecovery = 0.1;

    /// <summary>What SimCCS' published runs use.</summary>
    public const double UsualYears = 30;
}

/// <summary>The three questions that SimCCS answers.</summary>
public abstract record SimCcsQuestion
{
    private SimCcsQuestion()
    {
    }

    /// <summary>One representative year in which exactly so much is captured.</summary>
    public sealed record Target(double MtPerYear) : SimCcsQuestion;

    /// <summary>One representative year in which each tonne captured earns a price; as much is captured as pays. SimCCS' "tax" is this with the opposite sign.</summary>
    public sealed record Price(double UsdPerTonne) : SimCcsQuestion;

    /// <summary>
    /// Consecutive periods with a target each, as in the SimCCS of 2019: pipes are bought once and used afterwards, nothing is discounted, and
    /// openings of plants, sites and wells cost nothing.
    /// </summary>
    public sealed record Periods(IReadOnlyList<SimCcsPeriod> Spans) : SimCcsQuestion;
}
