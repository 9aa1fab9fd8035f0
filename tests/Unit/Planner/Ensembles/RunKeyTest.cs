using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Ensembles;

public sealed class RunKeyTest
{
    private static readonly Study Asked = TinyWorld.TwoNodes.Study;

    [Fact]
    public void Equal_questions_have_equal_keys_whatever_they_are_called() =>
        Assert.Equal(Key(Asked), Key(Asked with { Title = new Bilingual("Another title", "另一标题") }));

    [Fact]
    public void Everything_that_a_result_may_depend_on_changes_the_key()
    {
        string[] keys =
        [
            Key(Asked),
            Key(Asked with { DiscountRate = new Fraction(0.01) }),
            Key(Asked with { StorageFactors = [new(new HashSet<string> { "F" }, 0.5, 1)] }),
            Key(Asked with { StorageFactors = [new(new HashSet<string> { "F" }, 1, 0.5)] }),
            Key(Asked with { Limits = Asked.Limits with { FirstStep = new(1, [], [], []) } }),
            Key(Asked with { Solver = Asked.Solver with { Seed = 2 } }),
            Key(Asked with { Solver = Asked.Solver with { TimeLimitSeconds = 1 } }),
            RunKey.Of(Asked, "other data", "law", null, 0),
            RunKey.Of(Asked, "data", "other law", null, 0),
            RunKey.Of(Asked, "data", "law", "parent", 0),
            RunKey.Of(Asked, "data", "law", null, 1),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    /// <summary>Plans that were made before studies could assume anything of rock or first builds are still recognised.</summary>
    [Fact]
    public void The_number_of_cores_changes_nothing() =>
        Assert.Equal(Key(RunKey.OneThread(Asked)), Key(RunKey.OneThread(Asked with { Solver = Asked.Solver with { Threads = 8 } })));

    private static string Key(Study study) => RunKey.Of(study, "data", "law", null, 0);
}
