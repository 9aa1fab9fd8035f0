using Trunkline.Atlas;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Runner;

/// <summary>A question as a solver process is asked it: everything by value, except data that lie in folders, which it reads itself and compares.</summary>
/// <param name="Study">Text of the study.</param>
/// <param name="Budget">What the search may spend, in place of what the text says.</param>
/// <param name="Dataset">Its folder.</param>
/// <param name="DatasetHash">What the solver must find there.</param>
/// <param name="Register">Folder of the register.</param>
/// <param name="Accepted">Files laid over those of the folder.</param>
/// <param name="RegisterVersion">What the study's law must come to.</param>
/// <param name="Corridors">A candidate network as <see cref="CandidateNetworkFile"/> writes it; null where the solver routes one.</param>
public sealed record PlanTask(
    string Study,
    SolverBudget Budget,
    string Dataset,
    string DatasetHash,
    string Register,
    IReadOnlyList<RegisterFile> Accepted,
    string RegisterVersion,
    byte[]? Corridors)
{
    /// <summary>The task of a question.</summary>
    /// <param name="onCorridors">True where the network that the question's dataset brings is to be kept to.</param>
    public static PlanTask Of(PlanQuestion question, bool onCorridors)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new PlanTask(
            question.Text,
            question.Study.Solver,
            Path.GetFullPath(question.Dataset.Folder),
            question.Dataset.Hash,
            Path.GetFullPath(question.Edition.Folder),
            question.Edition.Accepted,
            question.Law.Register.Version,
            onCorridors ? Written(question.Dataset.Network!) : null);
    }

    /// <summary>On one line.</summary>
    public string Line() => SolverWords.Write(this);

    /// <summary>What <see cref="Line"/> wrote.</summary>
    /// <exception cref="System.Text.Json.JsonException">It did not.</exception>
    public static PlanTask Read(string line) => SolverWords.Read<PlanTask>(line);

    private static byte[] Written(CandidateNetwork network)
    {
        using var stream = new MemoryStream();
        using (var to = new BinaryWriter(stream))
        {
            CandidateNetworkFile.Write(network, to);
        }

        return stream.ToArray();
    }
}
