using Trunkline.NetworkDesign;
using Trunkline.NetworkDesign.FixedCharge;

namespace Trunkline.Tests.Unit.NetworkDesign.FixedCharge;

public sealed class FixedChargeAuditTest
{
    private static readonly FixedChargeNetwork Problem = new()
    {
        NodeCount = 2,
        Edges = [new FixedChargeEdge(0, 1, 5)],
        Lines = [new CostLine(2, 2, 1), new CostLine(4, 3, 0.5)],
        Sources = [new FixedChargeSource(0, 3, 3, 10)],
        Sinks = [new FixedChargeSink(1, 9, 6, 1, 4, 0.5)],
        Target = 2,
    };

    // Source 3 + 20, pipe 5 x (2 + 2), site 6, two wells 8, two units 1.
    [Fact]
    public void A_design_that_obeys_passes_and_costs_what_it_costs_by_hand()
    {
        DesignAuditReport report = FixedChargeAudit.Check(Problem, Design());
        Assert.Empty(report.Violations);
        Assert.Equal(23 + 20 + 15, report.Objective, 12);
    }

    [Theory]
    [InlineData("balance", 2, 2, 2, 1.5, 0)]
    [InlineData("line", 2, 2, 2, 2, 7)]
    [InlineData("pipe_capacity", 3, 3, 3, 3, 0)]
    [InlineData("pipe_capacity", 2, 2, 2, 2, -1)]
    [InlineData("supply", 3.5, 3.5, 4, 3.5, 1)]
    [InlineData("storage", -1, -1, 0, -1, 0)]
    [InlineData("wells", 2, 2, 1, 2, 0)]
    [InlineData("target", 1, 1, 1, 1, 0)]
    public void A_design_that_breaks_a_rule_is_told_which(string rule, double supplied, double absorbed, int wells, double flow, int line)
    {
        DesignAuditReport report = FixedChargeAudit.Check(Problem, Design(supplied, absorbed, wells, flow, line));
        Assert.Contains(report.Violations, v => v.Rule == rule);
    }

    private static FixedChargeDesign Design(double supplied = 2, double absorbed = 2, int wells = 2, double flow = 2, int line = 0) =>
        new() { Supplied = [supplied], Absorbed = [absorbed], Wells = [wells], Flow = [flow], Line = [line] };
}
