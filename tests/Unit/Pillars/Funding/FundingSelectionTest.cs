using CsCheck;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Register;
using Trunkline.Tests.Unit.Planner;
using Trunkline.Tests.Unit.Register;

namespace Trunkline.Tests.Unit.Pillars.Funding;

/// <summary>Which projects are funded: by hand, and against trying every choice.</summary>
public sealed class FundingSelectionTest
{
    /// <summary>
    /// Cement (1 Mt/y) pays once it is open: 50 of capture less 60. Steel (2 Mt/y) does not: 80 less 60. Four projects can be paid for, at most three in one
    /// sector. Cement with three opens with a chance of 7/8: 0.875 + 3 x 0.05 = 1.025 Mt/y over ten years. Steel's one brings its own 0.05 Mt/y.
    /// </summary>
    [Fact]
    public void Cement_wins_where_its_plants_pay()
    {
        var (best, bound) = Choose(steelCost: 80, steelMt: 2);
        Assert.Equal([3, 1], best.Select(Count));
        Assert.Equal([10.25e6, 0.5e6], best.Select(o => o.Tonnes(FundingWorld.Periods)), Near);
        Assert.InRange(bound, 10.75e6 - 1e-3, 10.75e6 * (1 + 1e-6));

        var scenario = FundingScenario.Of(best, FundingScenario.Of(Nothing(best), null, FundingWorld.Periods), FundingWorld.Periods);
        Assert.Equal((100e6, 100e6), (scenario.PublicUsd, scenario.PrivateUsd));
        Assert.Equal(2.75, scenario.DrawnPerPublicUsd!.Value, 9);
        Assert.Equal(1.075, scenario.Mt2035!.Value, 9);
        Assert.Null(scenario.Mt2050);
    }

    /// <summary>The act gives demonstrations 2.537 billion, an entry whose words are kept; an amount of the question's own rests on no entry; that nothing is left for new projects is a draft.</summary>
    [Fact]
    public void A_programmes_money_says_what_it_rests_on()
    {
        RegisterView law = ShippedRegister.Register.AsOf(new DateOnly(2026, 11, 23));
        FundingProgramme own = FundingWorld.Question().Programmes[0];
        ProgrammeMoney money = ProgrammeMoney.Of(own with { Given = null }, "appropriated", law);
        Assert.Equal((2.537e9, "demonstrations", "evidence-complete"), (money.CountedUsd, money.Entry, money.State));
        Assert.Equal((100e6, null, null), (ProgrammeMoney.Of(own, "appropriated", law) is var given ? given.CountedUsd : 0, given.Entry, given.State));
        Assert.Equal((0.0, "draft"), (ProgrammeMoney.Of(own with { Given = null }, "available-to-new-projects", law) is var left ? left.CountedUsd : null, left.State));
    }

    /// <summary>Now steel (3 Mt/y) pays too: 55 less 60. Three for steel bring 2.625 + 0.15, one for cement 0.5 + 0.05 Mt/y, over ten years.</summary>
    [Fact]
    public void Steel_wins_where_it_brings_more()
    {
        var (best, _) = Choose(steelCost: 55, steelMt: 3);
        Assert.Equal([1, 3], best.Select(Count));
        Assert.Equal(33.25e6, best.Sum(o => o.Tonnes(FundingWorld.Periods)), 1);
    }

    /// <summary>CO2 is as 1 to 2, so cement gets 33 M$, one project, and steel 67 M$, two: 5.5 + 1 Mt against 10.75.</summary>
    [Fact]
    public void In_proportion_to_co2_less_comes_of_it()
    {
        FundingQuestion question = Sectors();
        FundingCase[] cases = Cases(question, 80, 2);
        IReadOnlyList<FundingOutcome> split = ProportionalFunding.Of(cases, question, FundingWorld.Money(100e6));
        Assert.Equal([1, 2], split.Select(Count));
        Assert.Equal(6.5e6, split.Sum(o => o.Tonnes(FundingWorld.Periods)), 1);
    }

    [Fact]
    public void Hard_to_abate_counts_only_the_sectors_said_to_be()
    {
        UseCase cement = FundingWorld.Sector("cement", hard: true), steel = FundingWorld.Sector("steel");
        FundingQuestion question = FundingWorld.Question(FundingObjective.HardToAbate, cement, steel);
        FundingCase[] cases = [FundingWorld.Case(cement, FundingWorld.OnePlant(1, 50), question), FundingWorld.Case(steel, FundingWorld.OnePlant(9, 10), question)];
        var (best, bound) = FundingSelection.Best(cases, question, FundingWorld.Money(100e6), FundingWorld.Periods);
        Assert.Equal([3, 0], best.Select(Count));
        Assert.InRange(bound, 10.25e6 - 1e-3, 10.25e6 * (1 + 1e-6));
    }

    [Fact]
    public void Nothing_is_spent_where_nothing_is_there() =>
        Assert.All(FundingSelection.Best(Cases(Sectors(), 55, 3), Sectors(), FundingWorld.Money(0), FundingWorld.Periods).Best, o => Assert.Equal(0, o.PublicUsd));

    [Fact]
    public void No_choice_of_all_is_better() => Gen.Int[0, 1_000_000].Sample(
        number =>
        {
            (FundingQuestion question, FundingCase[] cases, double money) = Drawn(new Random(number));
            var (best, bound) = FundingSelection.Best(cases, question, FundingWorld.Money(money), FundingWorld.Periods);
            double found = best.Sum(o => o.Worth(question.Objective, FundingWorld.Periods));
            double all = Everything(cases).Where(c => Affordable(c, question, money)).Max(c => c.Sum(o => o.Worth(question.Objective, FundingWorld.Periods)));
            Assert.True(Affordable(best, question, money), $"Case {number} spends more than there is.");
            Assert.True(Math.Abs(found - all) <= 1e-6 * Math.Max(1, Math.Abs(all)), $"Case {number}: {found} chosen, {all} possible.");
            Assert.True(bound >= all * (1 - 1e-9), $"Case {number}: the bound {bound} is below {all}.");
        },
        iter: Effort.Of(100, 2000));

    [Fact]
    public void More_money_never_brings_less() => Gen.Int[0, 1_000_000].Sample(
        number =>
        {
            (FundingQuestion question, FundingCase[] cases, double money) = Drawn(new Random(number));
            double[] worth = [.. new[] { 0, money, money * 1.5, money * 3 }.Select(m =>
                FundingSelection.Best(cases, question, FundingWorld.Money(m), FundingWorld.Periods).Best.Sum(o => o.Worth(question.Objective, FundingWorld.Periods)))];
            Assert.True(worth.Zip(worth.Skip(1)).All(pair => pair.Second >= pair.First * (1 - 1e-6) - 1e-3), $"Case {number}: {string.Join(", ", worth)}");
        },
        iter: Effort.Of(50, 500));

    private static IEqualityComparer<double> Near { get; } = EqualityComparer<double>.Create((a, b) => Math.Abs(a - b) < 1, _ => 0);

    private static int Count(FundingOutcome outcome) => outcome.Projects.Sum(p => p.Count);

    private static FundingQuestion Sectors() => FundingWorld.Question(FundingObjective.Tonnes, FundingWorld.Sector("cement"), FundingWorld.Sector("steel"));

    private static FundingCase[] Cases(FundingQuestion question, double steelCost, double steelMt) =>
        [FundingWorld.Case(question.UseCases[0], FundingWorld.OnePlant(1, 50), question), FundingWorld.Case(question.UseCases[1], FundingWorld.OnePlant(steelMt, steelCost), question)];

    private static (IReadOnlyList<FundingOutcome> Best, double Bound) Choose(double steelCost, double steelMt)
    {
        FundingQuestion question = Sectors();
        return FundingSelection.Best(Cases(question, steelCost, steelMt), question, FundingWorld.Money(100e6), FundingWorld.Periods);
    }

    private static FundingOutcome[] Nothing(IReadOnlyList<FundingOutcome> outcomes) => [.. outcomes.Select(o => o.Case.Try(FundingChoice.Nothing)!)];

    /// <summary>Every combination of one outcome a use case.</summary>
    private static IEnumerable<FundingOutcome[]> Everything(FundingCase[] cases) => cases.Aggregate(
        new[] { Array.Empty<FundingOutcome>() }.AsEnumerable(), (some, next) => some.SelectMany(s => next.Outcomes().Select(o => (FundingOutcome[])[.. s, o])));

    private static bool Affordable(IEnumerable<FundingOutcome> outcomes, FundingQuestion question, double money) => question.Programmes.All(p =>
        Enumerable.Range(2026, 15).All(year => outcomes.Sum(o => o.SpentBy(p.Id, year)) <= (money * p.ShareBy(year)) + 1));

    /// <summary>Two or three sectors with one to three plants each, some open already, money that comes in over up to eight years.</summary>
    private static (FundingQuestion Question, FundingCase[] Cases, double Money) Drawn(Random random)
    {
        UseCase[] sectors = [.. Enumerable.Range(0, random.Next(2, 4)).Select(i => FundingWorld.Sector(
            $"sector{i}", random.Next(0, 3) * 0.1, random.Next(2) == 0, (FundingStage)random.Next(2, 4), random.Next(3) == 0 ? 2036 : null))];
        FundingQuestion question = FundingWorld.Question((FundingObjective)random.Next(3), sectors) with { MostProjects = 2 };
        int to = random.Next(2026, 2034);
        FundingStage[] pays = random.Next(2) == 0 ? [FundingStage.Demonstration] : [FundingStage.Demonstration, FundingStage.Deployment];
        question = question with
        {
            Programmes = [question.Programmes[0] with { To = to, Stages = pays.ToHashSet() }],
            Stages = new Dictionary<FundingStage, StageTerms>(question.Stages) { [FundingStage.Deployment] = FundingWorld.Demonstration with { Stage = FundingStage.Deployment, Size = default, ProjectCost = null } },
        };
        FundingCase[] cases = [.. sectors.Select(s => FundingWorld.Case(s, Plants(random), question))];
        return (question, cases, random.Next(0, 12) * 20e6);
    }

    private static CaptureSupply Plants(Random random)
    {
        Plant[] plants = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => new Plant(
            $"{i}", random.Next(1, 30) * 1e5, random.Next(30, 90), random.NextDouble(), random.Next(1, 40) * 1e7, [null, -60, random.Next(2) == 0 ? -60 : -40]))];
        return new CaptureSupply(plants, plants.Sum(p => p.Rate));
    }
}
