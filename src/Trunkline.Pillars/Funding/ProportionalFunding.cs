namespace Trunkline.Pillars;

/// <summary>The rule to compare with: each programme's money is split over the use cases it may pay for in proportion to their CO2, and each buys whole projects from the first period on.</summary>
internal static class ProportionalFunding
{
    public static IReadOnlyList<FundingOutcome> Of(IReadOnlyList<FundingCase> cases, FundingQuestion question, IReadOnlyDictionary<string, double> money) =>
        [.. cases.Select(c => Of(c, cases, question, money))];

    private static FundingOutcome Of(FundingCase own, IReadOnlyList<FundingCase> cases, FundingQuestion question, IReadOnlyDictionary<string, double> money)
    {
        Dictionary<FundingStage, int> ladder = [];
        foreach (FundingStage stage in own.UseCase.Needed)
        {
            if (own.PayerOf(stage) is { } payer && question.Stages.TryGetValue(stage, out StageTerms? terms) && own.ProjectCost(stage) is { } cost)
            {
                int count = (int)Math.Min(question.MostProjects, Math.Floor(money[payer.Id] * ShareOf(own, cases, payer) / own.UseCase.Needed.Count(s => own.PayerOf(s) == payer) / (cost * terms.CostShare.Value)));
                if (count > 0)
                {
                    ladder[stage] = count;
                }
            }
        }

        FundingChoice climbed = new(0, ladder, 0);
        double forGrants = own.PayerOf(FundingStage.Deployment) is { } grantor ? money[grantor.Id] * ShareOf(own, cases, grantor) : 0;
        return Enumerable.Range(0, question.MostProjects + 1).Reverse().Select(g => own.Try(climbed with { Grants = g }))
            .First(o => o is not null && o.Projects.Where(p => p.Stage == FundingStage.Deployment).Sum(p => p.PublicUsd) <= forGrants)!;
    }

    private static double ShareOf(FundingCase own, IReadOnlyList<FundingCase> cases, FundingProgramme programme)
    {
        double whole = cases.Where(c => programme.Stages.Any(s => programme.Pays(s, c.UseCase.Id))).Sum(c => c.Supply.Co2);
        return whole > 0 ? own.Supply.Co2 / whole : 0;
    }
}
