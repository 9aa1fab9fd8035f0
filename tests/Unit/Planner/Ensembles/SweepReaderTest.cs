using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Ensembles;

public sealed class SweepReaderTest
{
    [Fact]
    public void A_right_sweep_is_read()
    {
        Sweep sweep = SweepWorld.With(_ => { }).Sweep;
        Assert.Equal((20, 4, 3), (sweep.Count, sweep.Parameters.Count, sweep.Branches.Count));
        Assert.Equal(new SweepChoice(1, 8, 0.1), sweep.Decision);
        Assert.Equal(150, sweep.Seconds);
    }

    /// <summary>Each change breaks one thing; the problem names the place.</summary>
    [Theory]
    [InlineData("/sample/method", "\"dice\"", "/sample/method", "latin-hypercube")]
    [InlineData("/sample/scenarios", "0", "/sample/scenarios", "number of scenarios")]
    [InlineData("/parameters/0/cost/0", "\"pipes\"", "/parameters/0/cost/0", "transport")]
    [InlineData("/parameters/0/path", "\"/discountRate\"", "/parameters/0", "one of path, cost and storage")]
    [InlineData("/parameters/0/uniform/most", "0.1", "/parameters/0/uniform", "Least lies below most")]
    [InlineData("/parameters/0/values", "[1]", "/parameters/0", "one of values")]
    [InlineData("/parameters/2/name", "\"capture\"", "/parameters/2/name", "name of its own")]
    [InlineData("/parameters/2/weights", "[1]", "/parameters/2/weights", "one above zero")]
    [InlineData("/parameters/3/path", "\"/nothing\"", "/parameters/3/path", "leave 'factor' out")]
    [InlineData("/correlations/0/second", "\"wind\"", "/correlations/0/second", "Known are")]
    [InlineData("/correlations/0/correlation", "1", "/correlations", "make it one parameter")]
    [InlineData("/policy/0/probability", "0.5", "/policy", "sum to 1")]
    [InlineData("/parent", "\"mother\"", "/parent", "middle")]
    [InlineData("/heldOut", "1", "/heldOut", "half")]
    [InlineData("/decision/through", "2035", "/decision/through", "2030")]
    [InlineData("/overlays", "\"no-such\"", "/overlays", "folder of overlays")]
    [InlineData("/sample/number", "3", "/sample/number", "Known are")]
    public void What_is_wrong_is_told_with_its_place_and_the_fix(string pointer, string value, string where, string fix)
    {
        JsonObject sweep = SweepWorld.Plain();
        Put(sweep, pointer, JsonNode.Parse(value));
        Problem problem = Assert.Single(SweepWorld.Read(sweep).Problems);
        Assert.Equal($"{SweepWorld.File} {where}", problem.Where);
        Assert.Contains(fix, problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        JsonObject sweep = SweepWorld.Plain();
        Put(sweep, "/heldOut", 2);
        Put(sweep, "/policy/0/probability", 0.9);
        Put(sweep, "/study", "no-such-study");
        Put(sweep, "/id", "Not a name");
        Assert.Equal(4, SweepWorld.Read(sweep).Problems.Count);
    }

    [Fact]
    public void A_middle_future_that_is_no_study_is_told()
    {
        JsonObject sweep = SweepWorld.Plain();
        Put(sweep, "/parameters/3", JsonNode.Parse("""{ "name": "rate", "path": "/discountRate", "values": [ 7 ] }"""));
        Problem problem = Assert.Single(SweepWorld.Read(sweep).Problems);
        Assert.StartsWith("In the middle future:", problem.What, StringComparison.Ordinal);
    }

    private static void Put(JsonObject sweep, string pointer, JsonNode? value)
    {
        string[] steps = pointer.Split('/')[1..];
        JsonNode parent = steps[..^1].Aggregate((JsonNode)sweep, (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);
        if (parent is JsonArray items)
        {
            items[int.Parse(steps[^1])] = value;
        }
        else
        {
            parent[steps[^1]] = value;
        }
    }
}
