using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

/// <summary>What the bound answers, as a design: every supply's run, on ways that lead from it to a sink; and a design that follows it within the room of sinks.</summary>
public sealed class AnswersOfTheBoundTest
{
    private readonly DesignProblem problem = SeededDesigns.National(seed: 11, side: 16, supplies: 150, sinks: 10);
    private readonly DesignInstance instance;
    private readonly DesignerState answers;

    public AnswersOfTheBoundTest()
    {
        instance = new DesignInstance(problem);
        DualSpace space = new(instance);
        ShareAscent ascent = new(instance, [], DualStart.For(instance, space), DualStart.Stretch(instance, space), threads: 1);
        for (int step = 0; step < 40; step++)
        {
            ascent.Step();
        }

        answers = ascent.Answers();
    }

    [Fact]
    public void Ways_lead_from_supplies_to_sinks_in_directions_that_are_allowed()
    {
        Assert.NotEmpty(answers.Parcels);
        foreach (Parcel parcel in answers.Parcels)
        {
            int node = problem.Supplies[parcel.Supply].Node;
            foreach (int step in parcel.Way)
            {
                DesignArc arc = problem.Arcs[step < 0 ? ~step : step];
                Assert.False(step < 0 && arc.OneWay);
                Assert.Equal(node, step < 0 ? arc.To : arc.From);
                node = step < 0 ? arc.From : arc.To;
            }

            Assert.Equal(problem.Sinks[parcel.Sink].Node, node);
        }
    }

    [Fact]
    public void Parcels_carry_what_the_runs_send()
    {
        double[] carried = new double[answers.Rate.Length];
        foreach (Parcel parcel in answers.Parcels)
        {
            for (int t = 0; t < instance.Periods; t++)
            {
                carried[(parcel.Supply * instance.Periods) + t] += parcel.Rate[t];
            }
        }

        Assert.Equal(answers.Rate, carried);
        Assert.All(Enumerable.Range(0, instance.SupplyCount).Where(k => answers.Option[k] < 0), k => Assert.DoesNotContain(answers.Parcels, p => p.Supply == k));
    }

    [Fact]
    public void A_design_that_adopts_them_overfills_no_sink()
    {
        DualSpace space = new(instance);
        Selection selection = new(instance, space, DualStart.For(instance, space), DualStart.Stretch(instance, space), seed: 1);
        ParcelDesigner designer = new(instance, selection, DualStart.TypicalPrice(problem), threads: 1, () => false);
        designer.Adopt(answers);
        Assert.Contains(designer.Network.Parcels, parcels => parcels.Count > 0);
        for (int j = 0; j < instance.SinkCount; j++)
        {
            ReadOnlySpan<double> absorbed = designer.Network.AbsorbedBy(j);
            for (int t = 0; t < instance.Periods; t++)
            {
                Assert.True(absorbed[t] <= DesignInstance.MostAbsorbed(problem.Sinks[j], t) * (1 + 1e-9), $"sink {j} in period {t}");
            }
        }
    }
}
