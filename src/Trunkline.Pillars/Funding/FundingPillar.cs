using System.Text.Json;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>Pillar 1, priority funding: where public money brings most, against two rules to compare with.</summary>
/// <param name="Objective">What was made as large as possible.</param>
/// <param name="Programmes">The pots, what the register says of each, and what was spent.</param>
/// <param name="Chosen">The funding plan.</param>
/// <param name="Proportional">Each programme split in proportion to CO2.</param>
/// <param name="None">No public money.</param>
/// <param name="Bound">No choice is worth more than this; in the unit of <paramref name="Worth"/>.</param>
/// <param name="Worth">What the objective counts of the funding plan: tonnes, or $/y saved.</param>
/// <param name="Assumptions">Stages and use cases as they were taken, with source and confidence.</param>
public sealed record FundingPillar(
    FundingObjective Objective,
    IReadOnlyList<ProgrammeMoney> Programmes,
    FundingScenario Chosen,
    FundingScenario Proportional,
    FundingScenario None,
    double Bound,
    double Worth,
    FundingQuestion Assumptions)
{
    /// <summary>Answers the question. Reads no file and no clock.</summary>
    public static FundingPillar Of(PillarInput input, FundingQuestion question)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(question);
        IReadOnlyList<Period> periods = input.Study.Periods;
        CaptureSupplies supplies = new(input);
        FundingCase[] cases = [.. question.UseCases.Select(u => new FundingCase(u, supplies.Of(u.Process), question, periods, supplies.CaptureAnnuity))];
        Dictionary<string, ProgrammeMoney> pots = question.Programmes.ToDictionary(p => p.Id, p => ProgrammeMoney.Of(p, question.Money, input.Law));
        Dictionary<string, double> money = pots.ToDictionary(p => p.Key, p => p.Value.CountedUsd ?? 0);
        var (best, bound) = FundingSelection.Best(cases, question, money, periods);
        var none = FundingScenario.Of([.. cases.Select(c => c.Try(FundingChoice.Nothing)!)], null, periods);
        return new FundingPillar(
            question.Objective,
            [.. question.Programmes.Select(p => pots[p.Id] with { SpentUsd = best.Sum(o => o.SpentBy(p.Id, int.MaxValue)) })],
            FundingScenario.Of(best, none, periods),
            FundingScenario.Of(ProportionalFunding.Of(cases, question, money), none, periods),
            none,
            bound,
            best.Sum(o => o.Worth(question.Objective, periods)),
            question);
    }
}

/// <summary>A programme's money. Null where the register does not know an amount: not known is not zero.</summary>
/// <param name="AppropriatedUsd">What the law gives it, nominal.</param>
/// <param name="SelectedUsd">Awards selected so far; selection is not obligation.</param>
/// <param name="ObligatedUsd">What is bound by contract.</param>
/// <param name="AvailableUsd">What is left for new projects.</param>
/// <param name="CountedUsd">What this answer counts on: the kind that the question names, or the question's own amount.</param>
/// <param name="Entry">The register's entry that the counted amount rests on; null where the question gives it or nobody knows it.</param>
/// <param name="State">How far that entry has come: <c>draft</c>, <c>evidence-complete</c>, <c>verified</c>.</param>
public sealed record ProgrammeMoney(
    string Programme, double? AppropriatedUsd, double? SelectedUsd, double? ObligatedUsd, double? AvailableUsd, double? CountedUsd, string? Entry, string? State)
{
    private const string Family = "us.iija-carbon-management";

    /// <summary>Of this, what the funding plan spends.</summary>
    public double SpentUsd { get; init; }

    internal static ProgrammeMoney Of(FundingProgramme programme, string money, RegisterView law)
    {
        Reading? counted = programme.Given is null ? Read(law, money, programme.Id) : null;
        return new ProgrammeMoney(
            programme.Id,
            Read(law, "appropriated", programme.Id)?.Value,
            Read(law, "selected", programme.Id)?.Value,
            Read(law, "obligated", programme.Id)?.Value,
            Read(law, "available-to-new-projects", programme.Id)?.Value,
            programme.Given?.Value ?? counted?.Value,
            counted?.EntryId,
            counted is null ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(counted.State.ToString()));
    }

    private static Reading? Read(RegisterView law, string kind, string programme) =>
        law.Answer(new Question($"{Family}.{kind}", new Dictionary<string, string> { ["programme"] = programme })) as Reading;
}
