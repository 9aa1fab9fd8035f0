using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Runner;

namespace Trunkline.Tests.Server;

/// <summary>What is remembered of a plan survives being written down: the same question gets the same answer.</summary>
public sealed class MemoryTest
{
    private static readonly string Folder = Path.Combine(RunningServer.Root, "data", "studies", "02-two-sources-one-trunk");

    [Fact]
    public void A_question_to_a_memory_that_was_written_down_is_answered_as_before()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        RegisterEdition edition = RegisterEdition.Read(Path.Combine(RunningServer.Root, "data", "register"), []);
        Dataset dataset = DatasetReader.Read(Folder).OrThrow();
        Study study = StudyReader.Read(Folder).OrThrow();
        study = study with { Solver = study.Solver with { Route = SolverRoute.Scalable, Threads = 1, TimeLimitSeconds = 60 } };
        RegisterView law() => study.Policy.Of(edition.Register.OrThrow()).OrThrow();
        PlanSolverHere solver = new();
        PlanMemory memory = Assert.IsType<PlanOutcome.Planned>(solver.Make(new PlanQuestion("", study, dataset, law(), edition), new Progress<PlanProgress>(), token).OrThrow()).Memory!;
        PlanMemory read = PlanMemoryFile.Read(PlanMemoryFile.Write(memory), study, dataset, law(), token).OrThrow();
        Study changed = study with { CreditFactor = 1.1 };
        Plan before = Assert.IsType<PlanOutcome.Planned>(solver.Remake(memory, changed, law(), token).OrThrow()).Plan;
        Plan after = Assert.IsType<PlanOutcome.Planned>(solver.Remake(read, changed, law(), token).OrThrow()).Plan;
        Assert.True(after.Audit.Passed);
        Assert.Equal(before.Totals.Net.Value, after.Totals.Net.Value, 1e-6 * Math.Abs(before.Totals.Net.Value));
        Assert.Equal(before.Totals.Bound.Value, after.Totals.Bound.Value, 1e-6 * Math.Abs(before.Totals.Net.Value));
    }

    [Fact]
    public void The_memory_that_ships_fits_the_study_the_dataset_and_the_law_that_ship()
    {
        PolicyRegister register = RegisterReader.Read(Path.Combine(RunningServer.Root, "data", "register")).OrThrow();
        string folder = Path.Combine(RunningServer.Root, "data", "us");
        Study study = StudyReader.Read(folder).OrThrow();
        Checked<PlanMemory> read = PlanMemoryFile.Read(
            PlanShipment.Read(Path.Combine(folder, "plan"), PlanShipment.MemoryFile)!, study, DatasetReader.Read(folder).OrThrow(), study.Policy.Of(register).OrThrow(), TestContext.Current.CancellationToken);
        Assert.True(read.IsRight, $"{string.Join(" ", read.Problems)} Make it anew: ./trunkline plan us --ship data/us/plan");
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 2, 3, 4 })]
    public void Bytes_that_are_no_memory_are_no_fault_of_the_program(byte[] bytes)
    {
        PolicyRegister register = RegisterReader.Read(Path.Combine(RunningServer.Root, "data", "register")).OrThrow();
        Study study = StudyReader.Read(Folder).OrThrow();
        Checked<PlanMemory> read = PlanMemoryFile.Read(bytes, study, DatasetReader.Read(Folder).OrThrow(), study.Policy.Of(register).OrThrow(), TestContext.Current.CancellationToken);
        Assert.False(read.IsRight);
    }
}
