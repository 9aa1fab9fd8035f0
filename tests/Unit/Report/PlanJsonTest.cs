using System.Text;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Report;

public class PlanJsonTest
{
    private static readonly byte[] _small = PlanJson.Write(SamplePlans.Small);

    [Fact]
    public void A_plan_comes_back_as_it_was_written()
    {
        Plan read = PlanJson.Read(_small).OrThrow();
        Assert.Equivalent(SamplePlans.Small, read, strict: true);
        Assert.Equal(_small, PlanJson.Write(read));
    }

    [Fact]
    public void Digits_beyond_the_ninth_are_noise_and_writing_again_changes_nothing()
    {
        PlannedCapture capture = SamplePlans.Small.Captures[0] with { Place = new GeoPoint(-88.123456789, 39), CostPerTonne = new UsdPerTonne(1234.56789012) };
        byte[] once = PlanJson.Write(SamplePlans.Small with { Captures = [capture] });
        Assert.Contains("[-88.12346,39]", Encoding.UTF8.GetString(once), StringComparison.Ordinal);
        Assert.Contains("\"costPerTonne\":1234.56789,", Encoding.UTF8.GetString(once), StringComparison.Ordinal);
        Assert.Equal(once, PlanJson.Write(PlanJson.Read(once).OrThrow()));
    }

    [Theory]
    [InlineData("\"seed\":1", "\"sede\":1", "sede")]
    [InlineData("\"seed\":1", "\"seed\":\"one\"", "seed")]
    [InlineData("\"seed\":1,", "", "seed")]
    [InlineData("[-88.95,39.87]", "[-88.95]", "longitude")]
    [InlineData("\"sourceConfidence\":\"B\"", "\"sourceConfidence\":\"D\"", "sourceConfidence")]
    public void What_is_not_a_plan_is_refused_with_its_place(string right, string wrong, string named)
    {
        string text = Encoding.UTF8.GetString(_small);
        Assert.Contains(right, text, StringComparison.Ordinal);
        Checked<Plan> read = PlanJson.Read(Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.False(read.IsRight);
        Assert.Contains(named, read.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_list_of_the_wrong_length_is_named()
    {
        Plan wrong = SamplePlans.Small with
        {
            Format = "trunkline-plan-0",
            Captures = [SamplePlans.Small.Captures[0] with { Rate = [new TonnesPerYear(1)], LastPeriod = 7 }],
            Pipes = [SamplePlans.Small.Pipes[0] with { Flow = [] }],
        };
        string[] places = [.. PlanJson.Read(PlanJson.Write(wrong)).Problems.Select(problem => problem.Where)];
        Assert.Equal(["plan.json /format", "plan.json /captures/0/rate", "plan.json /pipes/0/flow", "plan.json /captures/0"], places);
    }

    [Fact]
    public void A_number_that_is_not_finite_is_not_written() =>
        Assert.Throws<ArgumentException>(() => PlanJson.Write(SamplePlans.Small with { Totals = SamplePlans.Small.Totals with { Gap = double.NaN } }));
}
