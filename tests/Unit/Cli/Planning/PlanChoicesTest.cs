using Trunkline.Cli;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Cli;

public sealed class PlanChoicesTest
{
    private static readonly PlanChoices None = new(null, null, null, null, null, null, new PolicyBasis(null, [], null));

    [Fact]
    public void Saying_nothing_is_right() => Assert.Empty(None.Problems());

    [Fact]
    public void Every_impossible_choice_is_named() => Assert.Equal(
        ["--gap", "--time-limit", "--threads"],
        (None with { Gap = 2, TimeLimitSeconds = 0, Threads = 0 }).Problems().Select(p => p.Where));

    [Fact]
    public void A_number_that_is_none_is_refused() => Assert.Single((None with { Gap = double.NaN }).Problems());
}
