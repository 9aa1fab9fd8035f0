namespace Trunkline.Tests.Conventions;

public sealed class SmokeTest
{
    [Fact]
    public void The_runner_runs() => Assert.Equal(4, 2 + 2);
}
