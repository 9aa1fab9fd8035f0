using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation;

/// <summary>
/// What is proved of every rule: its rows are those of a golden file that was worked from docs/formulation.md, the best plan obeys it, and
/// plans spoiled on purpose break it, each found by the audit alone.
/// </summary>
public abstract class RuleTest<TRule>
    where TRule : IRule, new()
{
    private static readonly TRule Rule = new();

    /// <summary>Where the rule is looked at.</summary>
    protected virtual TinyWorld World => TinyWorld.TwoNodes;

    [Fact]
    public void Its_rows_are_the_golden_ones() => Golden.Check(typeof(TRule).Name, Golden.RowsOf(Rule, World.Case));

    [Fact]
    public void A_right_plan_obeys_it() => Assert.Empty(Rule.Audit(World.Beside(World.Plan)));

    [Fact]
    public void Every_spoiled_plan_breaks_it()
    {
        Plan right = World.Plan;
        Assert.NotEmpty(Spoiled(right));
        Assert.All(Spoiled(right), wrong =>
        {
            Violation[] found = [.. Rule.Audit(World.Beside(wrong))];
            Assert.NotEmpty(found);
            Assert.All(found, v => Assert.Equal(Rule.Name, v.Rule));
            Assert.False(World.Audit(wrong).Passed);
        });
    }

    /// <summary>Plans that break the rule, made from one that obeys.</summary>
    protected abstract IEnumerable<Plan> Spoiled(Plan right);
}
