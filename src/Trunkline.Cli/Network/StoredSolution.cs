using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;
using Trunkline.Planner.SimCcs;

namespace Trunkline.Cli;

/// <summary>A scenario and a solution.csv of it, with the question that the file tells: its tax or credit, or else its amount.</summary>
internal sealed record StoredSolution(SimCcsStudy Study, SimCcsSolution Solution)
{
    /// <summary>Both, or every problem of both.</summary>
    public static Checked<StoredSolution> Read(string folder, string file)
    {
        Checked<SimCcsScenario> scenario = SimCcsReader.Read(folder);
        Checked<SimCcsResult> result = SimCcsSolutionFile.Read(file);
        if (!scenario.IsRight || !result.IsRight)
        {
            return Checked<StoredSolution>.Wrong([.. scenario.Problems, .. result.Problems]);
        }

        Checked<SimCcsSolution> solution = SimCcsResults.Solution(scenario.Value, result.Value);
        SimCcsQuestion question = result.Value.TaxUsdPerTonne is { } tax ? new SimCcsQuestion.Price(-tax) : new SimCcsQuestion.Target(result.Value.AmountMtPerYear);
        return solution.IsRight
            ? Checked<StoredSolution>.Right(new StoredSolution(
                new SimCcsStudy(scenario.Value, question, result.Value.CapitalRecovery, result.Value.Years), solution.Value))
            : Checked<StoredSolution>.Wrong([.. solution.Problems]);
    }
}
