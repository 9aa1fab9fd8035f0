using Trunkline.Domain;

namespace Trunkline.Pillars;

/// <summary>A use case with its plants and the programmes that may pay for it: what one choice of projects costs and brings.</summary>
internal sealed class FundingCase(UseCase useCase, CaptureSupply supply, FundingQuestion question, IReadOnlyList<Period> periods, double annuity)
{
    private readonly Adoption adoption = new(supply, new LearningCurve(useCase.Experience.Value, useCase.Learning.Value), question.Worth);

    public UseCase UseCase { get; } = useCase;

    public CaptureSupply Supply { get; } = supply;

    /// <summary>The programme that pays for a stage; null where none does.</summary>
    public FundingProgramme? PayerOf(FundingStage stage) => question.Programmes.FirstOrDefault(p => p.Pays(stage, UseCase.Id));

    /// <summary>What one project of a stage costs; null where that is not known.</summary>
    public double? ProjectCost(FundingStage stage) =>
        question.Stages[stage].ProjectCost?.Value ?? (Supply.CapitalPerTonne * question.Stages[stage].Size.Value);

    /// <summary>Every choice that could be worth making: nothing, or whole ladders and grants from each period on.</summary>
    public IEnumerable<FundingOutcome> Outcomes()
    {
        yield return Try(FundingChoice.Nothing)!;
        foreach (FundingChoice choice in Choices())
        {
            if (Try(choice) is { } outcome)
            {
                yield return outcome;
            }
        }
    }

    /// <summary>What a choice brings; null where it cannot be made, for want of plants that a grant could bring in.</summary>
    public FundingOutcome? Try(FundingChoice choice)
    {
        FundedProject[] ladder = [.. Ladder(choice)];
        double chance = Chance(choice);
        double[] funded = [.. periods.Select(p => ladder.Where(f => f.ResultYear <= p.From).Sum(f => f.Count * f.Likely * f.Size))];
        int unaidedFrom = FirstFrom(UseCase.UnaidedFrom);
        int opens = chance > 0 ? Math.Min(unaidedFrom, ladder.Length > 0 ? FirstFrom(ladder[^1].ResultYear) : 0) : periods.Count;
        int grantsIn = Math.Max(opens, choice.Start);
        AdoptionPath? reached = adoption.Run(opens, funded, grantsIn, choice.Grants, MostGrant, annuity);
        AdoptionPath unaided = adoption.Run(unaidedFrom, funded)!;
        if (reached is null)
        {
            return null;
        }

        FundedProject[] projects = [.. ladder, .. GrantsOf(reached, grantsIn)];
        double[] rate = [.. periods.Select((_, t) => (chance * reached.Rate[t]) + ((1 - chance) * unaided.Rate[t]) + funded[t])];
        double multiplier = (chance * reached.Multiplier[^1]) + ((1 - chance) * unaided.Multiplier[^1]);
        return new FundingOutcome(this, choice, projects, chance, opens < periods.Count ? periods[opens].From : null, rate, multiplier, (chance * reached.Capital) + ((1 - chance) * unaided.Capital));
    }

    private double MostGrant => question.Stages.TryGetValue(FundingStage.Deployment, out StageTerms? terms) ? terms.CostShare.Value : 0;

    private bool HasGrants => PayerOf(FundingStage.Deployment) is not null && question.Stages.ContainsKey(FundingStage.Deployment);

    private IEnumerable<FundingChoice> Choices()
    {
        FundingStage[] needed = [.. UseCase.Needed];
        bool canClimb = needed.Length > 0 && needed.All(s => PayerOf(s) is not null && question.Stages.ContainsKey(s) && ProjectCost(s) is not null);
        int mostGrants = HasGrants ? question.MostProjects : 0;
        foreach (int start in Enumerable.Range(0, periods.Count))
        {
            IEnumerable<IReadOnlyDictionary<FundingStage, int>> ladders = needed.Length == 0 ? [FundingChoice.NoLadder] : canClimb ? Ladders(needed) : [];
            foreach (var ladder in ladders)
            {
                foreach (int grants in Enumerable.Range(0, mostGrants + 1).Where(g => g > 0 || ladder.Count > 0))
                {
                    yield return new FundingChoice(start, ladder, grants);
                }
            }
        }
    }

    private IEnumerable<IReadOnlyDictionary<FundingStage, int>> Ladders(FundingStage[] needed) =>
        needed.Aggregate(
            new[] { FundingChoice.NoLadder }.AsEnumerable(),
            (ladders, stage) => ladders.SelectMany(l => Enumerable.Range(1, question.MostProjects).Select(n => (IReadOnlyDictionary<FundingStage, int>)new Dictionary<FundingStage, int>(l) { [stage] = n })));

    private IEnumerable<FundedProject> Ladder(FundingChoice choice)
    {
        int year = periods[choice.Start].From;
        foreach (FundingStage stage in UseCase.Needed.Where(choice.Ladder.ContainsKey))
        {
            StageTerms terms = question.Stages[stage];
            double cost = ProjectCost(stage)!.Value;
            yield return new FundedProject(
                stage, choice.Ladder[stage], PayerOf(stage)!.Id, year, year + terms.Years, terms.Size.Value, 1 - terms.Failure.Value, terms.CostShare.Value * cost, (1 - terms.CostShare.Value) * cost);
            year += terms.Years;
        }
    }

    private IEnumerable<FundedProject> GrantsOf(AdoptionPath path, int period) => path.Grants.Select(g => new FundedProject(
        FundingStage.Deployment, 1, PayerOf(FundingStage.Deployment)!.Id, periods[period].From, periods[period].From + 1, g.Plant.Rate, 1, g.Usd, g.Plant.Capital - g.Usd));

    /// <summary>Chance that at least one project of every stage that is still needed succeeds; 1 where none is needed.</summary>
    private double Chance(FundingChoice choice) => UseCase.Needed.Aggregate(
        1.0, (chance, stage) => chance * (choice.Ladder.TryGetValue(stage, out int count) ? 1 - Math.Pow(question.Stages[stage].Failure.Value, count) : 0));

    /// <summary>First period that begins in a year or later; the period count where there is none.</summary>
    private int FirstFrom(int? year) => year is { } y ? Enumerable.Range(0, periods.Count).FirstOrDefault(t => periods[t].From >= y, periods.Count) : periods.Count;
}

/// <summary>What is funded in one use case.</summary>
/// <param name="Start">Period in which the first project starts.</param>
/// <param name="Ladder">Projects by stage.</param>
/// <param name="Grants">Plants that a deployment grant brings in.</param>
internal sealed record FundingChoice(int Start, IReadOnlyDictionary<FundingStage, int> Ladder, int Grants)
{
    public static IReadOnlyDictionary<FundingStage, int> NoLadder { get; } = new Dictionary<FundingStage, int>();

    public static FundingChoice Nothing { get; } = new(0, NoLadder, 0);
}
