using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation;

/// <summary>No rule or cost without its proofs: a test class of its name and a golden file of its name; and no golden file of nothing.</summary>
public sealed class EveryRuleIsProvedTest
{
    private static readonly Type[] Statements = [.. Rules.All.Select(r => r.GetType()), .. Rules.Costs.Select(c => c.GetType())];

    [Fact]
    public void Every_rule_and_cost_of_the_code_is_used() => Assert.Equal(
        typeof(IRule).Assembly.GetTypes().Where(t => t.IsClass && (t.IsAssignableTo(typeof(IRule)) || t.IsAssignableTo(typeof(ICost)))).Select(t => t.Name).Order(),
        Statements.Select(t => t.Name).Order());

    [Fact]
    public void Every_rule_and_cost_has_its_test() => Assert.Empty(Statements.Except(GetType().Assembly.GetTypes().Select(Proved).OfType<Type>()).Select(t => t.Name));

    [Fact]
    public void Every_rule_and_cost_has_its_golden_file_and_no_file_is_left_over() => Assert.Equal(
        Statements.Select(t => t.Name).Order(StringComparer.Ordinal),
        Directory.GetFiles(Golden.Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    /// <summary>The rule or cost that a test class proves.</summary>
    private static Type? Proved(Type test) =>
        test is { IsAbstract: false, BaseType: { IsGenericType: true } proof }
        && (proof.GetGenericTypeDefinition() == typeof(RuleTest<>) || proof.GetGenericTypeDefinition() == typeof(CostTest<>))
            ? proof.GetGenericArguments()[0]
            : null;
}
