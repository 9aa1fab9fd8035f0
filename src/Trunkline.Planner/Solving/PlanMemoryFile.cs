using System.Security.Cryptography;
using System.Text;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>
/// What is kept of a plan, as bytes: the candidate network and the design. Study, dataset and law are not in it; whoever reads brings them.
/// Numbers may have changed since: they are always those that are brought. What can capture, store and carry must be the same, by id.
/// </summary>
public static class PlanMemoryFile
{
    private const string Format = "trunkline-memory-2";

    /// <summary>The memory's bytes, not compressed.</summary>
    public static byte[] Write(PlanMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        using var stream = new MemoryStream();
        using (var to = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            to.Write(Format);
            to.Write(ShapeOf(memory.Planning));
            to.Write(memory.Planning.Target.Count);
            foreach (TonnesPerYear? target in memory.Planning.Target)
            {
                to.Write(target?.Value ?? double.NaN);
            }

            CandidateNetworkFile.Write(memory.Dataset.Network!, to);
            DesignMemoryFile.Write(memory.Design, to);
        }

        return stream.ToArray();
    }

    /// <summary>The memory in these bytes.</summary>
    /// <param name="study">The study that the plan answered.</param>
    /// <param name="dataset">The dataset it was made from.</param>
    /// <param name="law">The law as it is read now.</param>
    /// <returns>The memory, or why it cannot be used.</returns>
    public static Checked<PlanMemory> Read(byte[] bytes, Study study, Dataset dataset, RegisterView law, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(dataset);
        try
        {
            using var from = new BinaryReader(new MemoryStream(bytes));
            if (from.ReadString() != Format)
            {
                return Unusable("It is of another version.");
            }

            string shape = from.ReadString();
            TonnesPerYear?[] target = [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => from.ReadDouble()).Select(t => double.IsNaN(t) ? (TonnesPerYear?)null : new TonnesPerYear(t))];
            Dataset routed = dataset with { Network = CandidateNetworkFile.Read(from) };
            Checked<PlanningCase> built = CaseBuilder.Build(study, study.Assumed(routed), PlanMaker.Incentives(study, dataset, law), cancellation);
            return built.IsRight && target.Length == built.Value.Periods.Count && shape == ShapeOf(built.Value)
                ? Checked<PlanMemory>.Right(Remembered(routed, built.Value with { Target = target }, from))
                : Unusable("It is of another study, or its dataset has other plants, storage or corridors.");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            return Unusable(e.Message);
        }
    }

    /// <summary>The ids of everything that a design names, in their order.</summary>
    private static string ShapeOf(PlanningCase planning) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', planning.Supplies.Select(s => s.Id).Append("").Concat(planning.Sinks.Select(s => s.Id)).Append("").Concat(planning.Edges.Select(e => e.Id))))));

    private static PlanMemory Remembered(Dataset routed, PlanningCase planning, BinaryReader from) =>
        new(routed, planning, DesignMemoryFile.Read(DesignCase.Of(planning), from));

    private static Checked<PlanMemory> Unusable(string why) =>
        Checked<PlanMemory>.Wrong([new Problem("memory", $"The plan's memory cannot be used. {why}", "Make the plan anew.")]);
}
